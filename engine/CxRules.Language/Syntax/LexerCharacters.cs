using System.Collections.Frozen;
using System.Globalization;

namespace CxRules.Language.Syntax;

/// <summary>Which characters make which tokens.</summary>
internal static class LexerCharacters
{
    /// <summary>Signs before an amount, and the currency each stands for.</summary>
    public static readonly FrozenDictionary<char, string> Currencies = new Dictionary<char, string>
    {
        ['£'] = "GBP",
        ['$'] = "USD",
        ['€'] = "EUR",
        ['¥'] = "JPY",
    }.ToFrozenDictionary();

    public static bool IsLineEnd(char c) => c is '\n' or '\r';

    public static bool IsSpace(char c) => c is ' ' or '\t' || (c > '\u007f' && char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator);

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    public static bool IsQuote(char c) => c is '"' || IsCurlyQuote(c);

    public static bool IsCurlyQuote(char c) => c is '\u201c' or '\u201d' or '\u201e' or '\u201f';

    /// <summary>How many UTF-16 units of a word stand here: 0 where none does.</summary>
    public static int WordLength(string text, int at)
    {
        var c = text[at];
        if (char.IsAsciiLetterOrDigit(c) || c == '_')
        {
            return 1;
        }

        if (c <= '\u007f')
        {
            return 0;
        }

        var length = char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
        return IsWordCategory(CharUnicodeInfo.GetUnicodeCategory(text, at)) ? length : 0;
    }

    private static bool IsWordCategory(UnicodeCategory category) => category
        is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
