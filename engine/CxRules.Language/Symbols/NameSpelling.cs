using CxRules.Language.Syntax;
using CxRules.Model.Contacts;

namespace CxRules.Language.Symbols;

/// <summary>Names as sentences spell them.</summary>
internal static class NameSpelling
{
    /// <summary>A field goes by its bare words, a code by one; any other name is quoted where it is not one word.</summary>
    public static string Written(SymbolKind kind, string name)
    {
        var words = name.Split(' ');
        if (words.Any(Vocabulary.EndOfName.Contains) || !words.All(IsWord))
        {
            return kind == SymbolKind.Code && Code.ToBareWord(name) is { Length: > 0 } bare && IsWord(bare) && !Vocabulary.EndOfName.Contains(bare) ? bare : Quoted(name);
        }

        return words.Length == 1 || kind == SymbolKind.Field ? name : kind == SymbolKind.Code ? Code.ToBareWord(name) : Quoted(name);
    }

    public static string Quoted(string name) => $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static bool IsWord(string text) => text.Length > 0 && LexerCharacters.WordLength(text, 0) > 0 && LexerWords.End(text, 0) == text.Length;
}
