using System.Collections.Frozen;

namespace CxRules.Language.Syntax;

/// <summary>The words that may follow a number.</summary>
internal static class Units
{
    public static readonly FrozenSet<string> Counts = Set("contact contacts customer customers rating ratings");

    public static readonly FrozenSet<string> Times = Set("s sec second seconds min mins minute minutes h hour hours day days week weeks month months");

    private static readonly FrozenSet<string> Currencies = Set("GBP USD EUR JPY");

    /// <summary>What is near to what one could type for them.</summary>
    public static readonly string[] Names = ["contacts", "customers", "ratings", "seconds", "minutes", "min", "hours", "h", "days", "weeks"];

    private static readonly FrozenDictionary<string, string> Meant = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["calls"] = "contacts",
        ["chats"] = "contacts",
        ["emails"] = "contacts",
        ["tickets"] = "contacts",
        ["cases"] = "contacts",
        ["requests"] = "contacts",
        ["complaints"] = "contacts",
        ["people"] = "customers",
        ["callers"] = "customers",
        ["clients"] = "customers",
        ["percent"] = "%",
        ["pct"] = "%",
        ["hrs"] = "hours",
        ["pounds"] = "GBP",
        ["dollars"] = "USD",
        ["euros"] = "EUR",
        ["euro"] = "EUR",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static bool IsUnit(string word) => Counts.Contains(word) || Times.Contains(word) || IsCurrency(word);

    /// <summary>The unit that a wrong one stands for.</summary>
    public static string? Intended(string word) => Meant.TryGetValue(word, out var unit) ? unit : Diagnostics.DidYouMean.Nearest(word, Names);

    private static bool IsCurrency(string word) => Currencies.Contains(word) || (word.Length == 3 && word.All(char.IsAsciiLetterUpper));

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
