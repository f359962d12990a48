using System.Collections.Immutable;
using System.Globalization;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>Bills sent: each day or in runs, with days of none, days that nobody wrote down, and a forecast or none.</summary>
internal static class RandomExposure
{
    public const string Name = "bills";
    public const string Letters = "mailings";

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

    /// <summary>Letters sent every few days, now and then to nobody; the file may end too early.</summary>
    public static ImmutableSortedDictionary<DateOnly, decimal> Mailings(Knobs knobs, Place place)
    {
        var dice = new Dice(knobs.Seed, 9);
        var (least, most, until) = (dice.Between(1, 5), dice.Between(5, 12), knobs.Days + dice.Of(10, 10, 10, -5, 370));
        var days = new SortedDictionary<DateOnly, decimal>();
        for (var day = -dice.Between(0, 10); day < until; day += dice.Between(least, most))
        {
            days[place.Start.PlusDays(day).ToDateOnly()] = dice.Of(0, 30m, 40m, 200.25m);
        }

        days[place.Start.PlusDays(until).ToDateOnly()] = 0;
        return days.ToImmutableSortedDictionary();
    }

    public static string File(ImmutableSortedDictionary<DateOnly, decimal> counts) =>
        "date,count\n" + string.Concat(counts.Select(day => string.Create(CultureInfo.InvariantCulture, $"{day.Key:yyyy-MM-dd},{day.Value}\n")));
}
