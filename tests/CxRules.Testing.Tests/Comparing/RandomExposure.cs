using System.Collections.Immutable;
using System.Globalization;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>Bills sent: each day or in runs, with days of none, days that nobody wrote down, and a forecast or none.</summary>
internal static class RandomExposure
{
    public const string Name = "bills";

    public static ImmutableSortedDictionary<DateOnly, decimal> Counts(Knobs knobs, Place place)
    {
        var dice = new Dice(knobs.Seed, 6);
        var inRuns = dice.Is(.3);
        var unwritten = dice.Of(0, 0, .03);
        var days = knobs.Days + dice.Of(0, 380, 380);
        return Enumerable.Range(-3, days + 3)
            .Where(_ => !dice.Is(unwritten))
            .ToImmutableSortedDictionary(day => place.Start.PlusDays(day).ToDateOnly(), _ => inRuns && dice.Is(.5) ? 0m : dice.Of(50m, 60m, 90m, 100m, 125.5m));
    }

    public static string File(Knobs knobs, Place place) =>
        "date,count\n" + string.Concat(Counts(knobs, place).Select(day => string.Create(CultureInfo.InvariantCulture, $"{day.Key:yyyy-MM-dd},{day.Value}\n")));
}
