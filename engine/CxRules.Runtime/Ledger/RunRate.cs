using CxRules.Model.Money;
using CxRules.Model.Projects;

namespace CxRules.Runtime.Ledger;

/// <summary>What a rule's cases and routed contacts cost in the replayed period, and what that makes in a year.</summary>
/// <param name="Cost">Of those with a known cost; null where the project has no costs.</param>
/// <param name="PerYear">Of the mid cost, rounded to millionths; null: unknown.</param>
/// <param name="UnknownBecause">Null where <paramref name="PerYear"/> is known.</param>
public sealed record RunRate(CostRange? Cost, decimal? PerYear, string? UnknownBecause)
{
    /// <summary>Days that a period needs: less says nothing about a year.</summary>
    public const int LeastDays = 28;

    private const int DaysOfYear = 365;

    /// <param name="from">The first local day of the period.</param>
    /// <param name="to">Its last.</param>
    /// <param name="exposure">What the rule's figures grow with; null: the days.</param>
    public static RunRate Of(CostRange cost, DateOnly from, DateOnly to, Exposure? exposure)
    {
        var days = to.DayNumber - from.DayNumber + 1;
        if (days < LeastDays)
        {
            return new(cost, null, $"{days} {(days == 1 ? "day is" : "days are")} too few to speak of a year: it takes {LeastDays}");
        }

        return exposure is null ? new(cost, Round(cost.Mid * DaysOfYear / days), null) : ByExposure(cost, from, to, exposure);
    }

    private static RunRate ByExposure(CostRange cost, DateOnly from, DateOnly to, Exposure exposure)
    {
        if (exposure.Counts is not { IsEmpty: false } counts || Sum(counts, from, to) is not (> 0 and var past))
        {
            return new(cost, null, $"the exposure '{exposure.Name}' has no count for the period");
        }

        // The last figure of a monthly file may stand a month before the year is over.
        var end = to.AddMonths(12);
        return counts.Keys.Last() > end.AddMonths(-1)
            ? new(cost, Round(cost.Mid / past * Sum(counts, to.AddDays(1), end)), null)
            : new(cost, null, $"the exposure '{exposure.Name}' does not reach twelve months beyond the period");
    }

    private static decimal Sum(IEnumerable<KeyValuePair<DateOnly, decimal>> counts, DateOnly from, DateOnly to) =>
        counts.Where(count => count.Key >= from && count.Key <= to).Sum(count => count.Value);

    private static decimal Round(decimal cost) => decimal.Round(cost, 6, MidpointRounding.ToEven);
}
