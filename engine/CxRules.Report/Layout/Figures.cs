using System.Globalization;
using CxRules.Model.Money;

namespace CxRules.Report.Layout;

/// <summary>Numbers as people read them: thousands grouped, no more digits than matter.</summary>
internal static class Figures
{
    public const string None = "–";

    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>1,015 · 21.5 · 2.25: three digits that mean something.</summary>
    public static string Quantity(decimal value) => Math.Abs(value) switch
    {
        >= 100 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.#", CultureInfo.InvariantCulture),
        _ => value.ToString("0.##", CultureInfo.InvariantCulture),
    };

    /// <summary>`+1,262`, `+2.5`: contacts above the expected, in whole contacts from ten on.</summary>
    public static string Above(decimal excess) => "+" + (excess >= 10 ? excess.ToString("N0", CultureInfo.InvariantCulture) : Quantity(excess));

    public static string Quantity(decimal? value) => value is { } known ? Quantity(known) : None;

    /// <summary>Money without its currency: cents only where they matter.</summary>
    public static string Money(decimal value) =>
        value.ToString(Math.Abs(value) >= 100 || value == 0 ? "N0" : "N2", CultureInfo.InvariantCulture);

    public static string Mid(CostRange cost) => $"{Money(cost.Mid)} {cost.Currency}";

    public static string Interval(CostRange cost) => $"{Money(cost.Low)}–{Money(cost.High)}";

    /// <summary>`p = 0.0004`, `p = 3e-12`.</summary>
    public static string Chance(double value) => value >= 0.0001
        ? string.Create(CultureInfo.InvariantCulture, $"p = {value:0.####}")
        : string.Create(CultureInfo.InvariantCulture, $"p = {value:0e-0}");

    /// <summary>`1 case`, `3 cases`.</summary>
    public static string Plural(long count, string one, string? many = null) =>
        $"{Count(count)} {(count == 1 ? one : many ?? one + "s")}";
}
