namespace CxRules.Language.Symbols;

/// <summary>What a number counts.</summary>
public enum Dimension
{
    Plain,
    Percent,
    Contacts,
    Customers,
    Ratings,
    Time,
    Money,
}

/// <param name="Factor">Milliseconds in one, for time; else 1.</param>
/// <param name="Currency">ISO 4217, for money.</param>
internal readonly record struct Unit(Dimension Dimension, decimal Factor = 1, string? Currency = null);

/// <summary>The words that may follow a number.</summary>
internal static class UnitTable
{
    private const decimal Second = 1_000;
    private const decimal Minute = 60 * Second;
    private const decimal Hour = 60 * Minute;
    private const decimal Day = 24 * Hour;

    private static readonly Dictionary<string, Unit> ByWord = new(StringComparer.OrdinalIgnoreCase)
    {
        ["%"] = new(Dimension.Percent),
        ["contact"] = new(Dimension.Contacts),
        ["contacts"] = new(Dimension.Contacts),
        ["customer"] = new(Dimension.Customers),
        ["customers"] = new(Dimension.Customers),
        ["rating"] = new(Dimension.Ratings),
        ["ratings"] = new(Dimension.Ratings),
        ["second"] = new(Dimension.Time, Second),
        ["seconds"] = new(Dimension.Time, Second),
        ["sec"] = new(Dimension.Time, Second),
        ["s"] = new(Dimension.Time, Second),
        ["minute"] = new(Dimension.Time, Minute),
        ["minutes"] = new(Dimension.Time, Minute),
        ["min"] = new(Dimension.Time, Minute),
        ["mins"] = new(Dimension.Time, Minute),
        ["hour"] = new(Dimension.Time, Hour),
        ["hours"] = new(Dimension.Time, Hour),
        ["h"] = new(Dimension.Time, Hour),
        ["day"] = new(Dimension.Time, Day),
        ["days"] = new(Dimension.Time, Day),
        ["week"] = new(Dimension.Time, 7 * Day),
        ["weeks"] = new(Dimension.Time, 7 * Day),
    };

    public static IEnumerable<string> Words => ByWord.Keys.Where(word => word.Length > 2);

    /// <summary>The units of time, in all their spellings.</summary>
    public static IEnumerable<string> TimeWords => ByWord.Where(unit => unit.Value.Dimension == Dimension.Time).Select(unit => unit.Key);

    /// <summary>All words, those of one unit together.</summary>
    public static IEnumerable<IGrouping<Unit, string>> Families => ByWord.GroupBy(entry => entry.Value, entry => entry.Key);

    /// <summary>The unit that a word names; three other letters are a currency. No word is a plain number.</summary>
    public static bool TryFind(string? word, out Unit unit)
    {
        if (word is null)
        {
            unit = new(Dimension.Plain);
            return true;
        }

        if (ByWord.TryGetValue(word, out unit))
        {
            return true;
        }

        unit = new(Dimension.Money, 1, word.ToUpperInvariant());
        return word.Length == 3 && word.All(char.IsAsciiLetter);
    }
}
