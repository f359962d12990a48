using System.Globalization;

namespace CxRules.Language.Syntax;

/// <summary>What one may find in a file that begins no token, and what to write instead.</summary>
internal static class BadCharacters
{
    private static readonly (string Text, string Remedy)[] Known =
    [
        ("://", "Put a link in quotes: see \"https://wiki/bill-redesign\""),
        ("'", "Write texts between double quotes: \"Late Fee\""),
        ("‘", "Write texts between double quotes: \"Late Fee\""),
        ("’", "Write texts between double quotes: \"Late Fee\""),
        ("«", "Write texts between double quotes: \"Late Fee\""),
        ("»", "Write texts between double quotes: \"Late Fee\""),
        ("`", "Leave it out, or write texts between double quotes"),
        (":", "Leave it out: a sentence needs no colon; a time is written 06:00"),
        (";", "Leave it out: conditions are joined with `and`, actions each have their own `then`"),
        (".", "Leave it out: a rule has no full stop; a number is written 0.5"),
        ("?", "Leave it out"),
        ("~", "Write `contains` or `matches` beside a text field"),
        ("/", "Write × with a smaller number for a division, or put a name that holds / in quotes; a /pattern/ stands after `matches`"),
        ("–", "Write a plain hyphen: -"),
        ("—", "Write a plain hyphen: -"),
        ("{", "Leave it out: a rule has no braces"),
        ("}", "Leave it out: a rule has no braces"),
        ("#", "Put a space before it if it begins a comment, or put the name in quotes"),
        ("@", "Put an address in quotes"),
    ];

    public static bool IsControl(char c) => char.IsControl(c) && !LexerCharacters.IsLineEnd(c) && c != '\t';

    public static (string What, string Remedy, int Length) Describe(string text, int at)
    {
        if (text[at] is '/' or '.' && at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]))
        {
            return ($"`{text[at]}`", "Write a date as year, month and day: 2027-06-30", 1);
        }

        if (text[at] == ':' && IsDefinition(text, at))
        {
            return ("`:`", "Write `as` in its place: define billing-contacts as disposition = billing", 1);
        }

        foreach (var (known, remedy) in Known)
        {
            if (string.CompareOrdinal(text, at, known, 0, known.Length) == 0)
            {
                return ($"`{known}`", remedy, known.Length);
            }
        }

        var isPair = char.IsSurrogatePair(text, Math.Min(at, text.Length - 1));
        var code = isPair ? char.ConvertToUtf32(text, at) : text[at];
        var isVisible = isPair || CharUnicodeInfo.GetUnicodeCategory(text[at])
            is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
        var shown = isVisible && text[at] != '\ufffd' ? $"`{(isPair ? text.Substring(at, 2) : text[at])}`" : $"The character U+{code:X4}";
        return (shown, text[at] == '\ufffd' ? "Save the file in UTF-8: this character stands for one that is not" : "Leave it out, or put the name that holds it in quotes", isPair ? 2 : 1);
    }

    private static bool IsDefinition(string text, int at)
    {
        const int longest = 200;
        var start = text.LastIndexOfAny(['\n', '\r'], at, Math.Min(at + 1, longest)) + 1;
        return at - start < longest && text.AsSpan(start, at - start).TrimStart().StartsWith("define ", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether one bad token goes on here, so that a stretch of nonsense is one token.</summary>
    public static bool Continues(string text, int at) =>
        !LexerCharacters.IsLineEnd(text[at]) && !LexerCharacters.IsSpace(text[at]) && !LexerCharacters.IsQuote(text[at]) && LexerCharacters.WordLength(text, at) == 0
        && !LexerCharacters.Currencies.ContainsKey(text[at]) && LexerSymbols.At(text, at) is null;
}
