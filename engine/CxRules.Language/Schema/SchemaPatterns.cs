using System.Globalization;
using CxRules.Language.Symbols;

namespace CxRules.Language.Schema;

/// <summary>Regular expressions of ECMAScript for what the readers take apart in code.</summary>
internal static class SchemaPatterns
{
    public const string Number = @"[-+−]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?";

    public const string Whole = @"[-+−]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.0+)?";

    public const string Date = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])";

    public const string LocalTime = Date + "(?:[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?)?";

    /// <summary>Some text that is not blank.</summary>
    public const string Something = @"\S";

    public static string Exactly(string pattern) => $"^(?:{pattern})$";

    /// <summary>The pattern, with white space around it.</summary>
    public static string Trimmed(string pattern) => $@"^\s*(?:{pattern})\s*$";

    public static string Money(string? per) => $@"(?:[£€$¥₹]\s*{Number}|{Number}\s*(?:[A-Za-z]{{3}}|[£€$¥₹])){(per is null ? "" : $@"\s+per\s+{per}")}";

    public static string Rate(string of, string per) => $@"{Number}(?:\s+{of})?\s+per\s+{per}";

    public static string Duration() => $@"{Number}\s*(?:{AnyOf(UnitTable.TimeWords)})";

    /// <summary>One of the words, in capitals or not.</summary>
    public static string AnyOf(IEnumerable<string> words) => string.Join('|', words.OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal).Select(IgnoringCase));

    private static string IgnoringCase(string word) => string.Concat(word.Select(letter => char.IsAsciiLetter(letter)
        ? string.Create(CultureInfo.InvariantCulture, $"[{char.ToUpperInvariant(letter)}{char.ToLowerInvariant(letter)}]")
        : letter.ToString()));
}
