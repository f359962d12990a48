using CxRules.Language.Syntax;
using CxRules.Language.Text;

namespace CxRules.Language.Completions;

/// <summary>The word that a position stands in, at the start of or at the end of.</summary>
internal static class WordAt
{
    /// <summary>Empty where there is none.</summary>
    public static TextSpan Find(string content, int position)
    {
        var start = position;
        while (start > 0 && IsPart(content, start - 1))
        {
            start--;
        }

        // A hyphen belongs to a word only inside it.
        while (start < position && content[start] == '-')
        {
            start++;
        }

        var end = position;
        while (end < content.Length && IsPart(content, end))
        {
            end++;
        }

        while (end > position && content[end - 1] == '-')
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }

    private static bool IsPart(string content, int at) =>
        content[at] == '-' || char.IsLowSurrogate(content[at]) || LexerCharacters.WordLength(content, at) > 0;
}
