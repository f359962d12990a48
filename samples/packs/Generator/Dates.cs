using System.Globalization;

namespace CxRules.Samples.Packs;

/// <summary>Dates as tables write them: `2026-03-09`, `2026-03-09T15:00`.</summary>
internal static class Dates
{
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTime Moment(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);
}
