using System.Text;

namespace CxRules.Model.Contacts;

/// <summary>How the language compares codes (language.md, "Words, codes, numbers").</summary>
public static class Code
{
    /// <summary>
    /// The bare word that stands for <paramref name="value"/>: lower case, each run of characters other than letters, digits
    /// and `_` one `-`, `-` trimmed at the ends. `Pothole Repair (Internal)` is `pothole-repair-internal`.
    /// </summary>
    public static string ToBareWord(string value)
    {
        if (IsBareWord(value))
        {
            return value;
        }

        var word = new StringBuilder(value.Length);
        Span<char> letter = stackalloc char[2];
        foreach (var rune in value.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value == '_')
            {
                word.Append(letter[..Rune.ToLowerInvariant(rune).EncodeToUtf16(letter)]);
            }
            else if (word.Length > 0 && word[^1] != '-')
            {
                word.Append('-');
            }
        }

        return word.ToString().TrimEnd('-');
    }

    /// <summary>True when a data value is the code a rule names.</summary>
    /// <param name="pattern">The code as the rule writes it.</param>
    /// <param name="value">A value of the data, not empty.</param>
    public static bool Matches(CodePattern pattern, string value) => pattern.Quoted
        ? string.Equals(pattern.Text, value, StringComparison.OrdinalIgnoreCase)
        : string.Equals(ToBareWord(pattern.Text), ToBareWord(value), StringComparison.Ordinal);

    /// <summary>In ASCII, as nearly every code is: then nothing needs to be written anew.</summary>
    private static bool IsBareWord(string value)
    {
        var isHyphen = true;
        foreach (var letter in value)
        {
            if (letter == '-' ? isHyphen : !char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter != '_')
            {
                return false;
            }

            isHyphen = letter == '-';
        }

        return !isHyphen || value.Length == 0;
    }
}

/// <summary>A code as a rule names it: a bare word, or quoted text that compares as written, ignoring case.</summary>
public readonly record struct CodePattern(string Text, bool Quoted)
{
    public override string ToString() => Quoted ? $"\"{Text}\"" : Text;
}
