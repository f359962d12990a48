using System.Globalization;
using CxRules.Language.Diagnostics;

namespace CxRules.Language.Syntax;

/// <summary>What begins with a digit: a number, a date, a time, or after all a word (`90th`, `3-day-notice`).</summary>
/// <param name="Value">Without commas.</param>
internal readonly record struct NumberScan(TokenKind Kind, int End, string Value, bool HasCommas, DiagnosticDescriptor? Mistake)
{
    private const int MostDigits = 28;

    public static NumberScan At(string text, int start)
    {
        var digits = Digits(text, start);
        if (IsTime(text, start, digits))
        {
            return Time(text, start, digits);
        }

        var fraction = Fraction(text, digits);
        if (fraction > digits)
        {
            return Number(text, start, fraction, false);
        }

        var word = LexerWords.End(text, start);
        if (word > digits)
        {
            return IsDate(text, start, word) ? Date(text, start, word) : new(TokenKind.Word, word, string.Empty, false, null);
        }

        var grouped = Groups(text, start, digits);
        return Number(text, start, Fraction(text, grouped), grouped > digits);
    }

    private static NumberScan Number(string text, int start, int end, bool hasCommas)
    {
        var value = text[start..end].Replace(",", string.Empty, StringComparison.Ordinal);
        return new(TokenKind.Number, end, value, hasCommas, value.Length > MostDigits ? SyntaxErrors.NumberTooLarge : null);
    }

    private static NumberScan Date(string text, int start, int end)
    {
        var value = text[start..end];
        var exists = DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        return new(TokenKind.Date, end, value, false, exists ? null : SyntaxErrors.NoSuchDate);
    }

    private static NumberScan Time(string text, int start, int colon)
    {
        var value = text[start..(colon + 3)];
        var exists = TimeOnly.TryParseExact(value, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        return new(TokenKind.Time, colon + 3, value, false, exists ? null : SyntaxErrors.NoSuchDate);
    }

    private static bool IsDate(string text, int start, int end) =>
        end - start == 10 && text[start + 4] == '-' && text[start + 7] == '-' && Digits(text, start) == start + 4
        && Digits(text, start + 5) == start + 7 && Digits(text, start + 8) == end;

    private static bool IsTime(string text, int start, int colon) =>
        colon - start <= 2 && colon < text.Length && text[colon] == ':' && Digits(text, colon + 1) == colon + 3
        && (colon + 3 == text.Length || LexerCharacters.WordLength(text, colon + 3) == 0);

    /// <summary>The end of `,000` groups; the start where there are none, or more than three digits before them.</summary>
    private static int Groups(string text, int start, int digits)
    {
        var end = digits;
        while (digits - start <= 3 && end < text.Length && text[end] == ',' && Digits(text, end + 1) == end + 4)
        {
            end += 4;
        }

        return end;
    }

    private static int Fraction(string text, int at) =>
        at + 1 < text.Length && text[at] == '.' && LexerCharacters.IsDigit(text[at + 1]) ? Digits(text, at + 1) : at;

    private static int Digits(string text, int at)
    {
        while (at < text.Length && LexerCharacters.IsDigit(text[at]))
        {
            at++;
        }

        return at;
    }
}
