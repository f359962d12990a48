using System.Text.RegularExpressions;
using CxRules.Language.Syntax;

namespace CxRules.Language.Formatting;

/// <summary>Values that YAML holds as they are, as sentences would hold them.</summary>
internal static partial class PlainText
{
    /// <summary>A line break, which no text of a sentence has, is a space.</summary>
    public static string OnOneLine(string text) => text.AsSpan().ContainsAny('\n', '\r') ? LineBreaks().Replace(text.Trim(), " ") : text;

    /// <summary>Whether a sentence can hold a name without quotes.</summary>
    public static bool IsBareWord(string text) =>
        text.Length > 0 && LexerWords.End(text, 0) == text.Length && !char.IsAsciiDigit(text[0]) && !Vocabulary.EndOfName.Contains(text) && !Vocabulary.Headers.Contains(text);

    [GeneratedRegex(@"[ \t]*[\r\n]\s*")]
    private static partial Regex LineBreaks();
}
