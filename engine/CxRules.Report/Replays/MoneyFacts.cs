using System.Collections.Immutable;
using CxRules.Model.Money;
using CxRules.Report.Layout;
using CxRules.Testing.Replays;

namespace CxRules.Report.Replays;

/// <summary>What every format says about where money comes from and what it makes in a year.</summary>
internal static class MoneyFacts
{
    /// <summary>The lists that the total is told apart by, each with its first lines; what is left out is one line. Empty where nothing has a cost.</summary>
    public static IEnumerable<(string Name, ImmutableArray<CostShare> Shares)> Totals(ReplayTotals totals, int lines) =>
        ((string Name, ImmutableArray<CostShare> Shares)[])[("owner", totals.ByOwner), ("touchpoint", totals.ByTouchpoint), ("disposition", totals.ByDisposition)]
            is var all && totals.Cost is null ? [] : all.Where(list => !list.Shares.IsEmpty).Select(list => (list.Name, First(list.Shares, lines)));

    /// <summary>Rules by what they make in a year, the largest first; those without a figure or with none to speak of are left out.</summary>
    public static ImmutableArray<RuleOutcome> Yearly(ReplayResult result) =>
    [
        .. result.Rules
            .Where(rule => rule.RunRate.PerYear > 0)
            .OrderByDescending(rule => rule.RunRate.PerYear)
            .ThenBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    /// <summary>`8,120 handling, 2,120 lost customers (10), 560 escalations (1)`; null where it is handling alone.</summary>
    public static string? Parts(CostBreakdown? breakdown) => breakdown is { Cancellations.Count: 0, Escalations.Count: 0 } or null
        ? null
        : string.Join(", ", ((string Name, CostPart Part)[])[("lost customers", breakdown.Cancellations), ("escalations", breakdown.Escalations)]
            is var further ? further.Where(part => part.Part.Count > 0).Select(part => $"{Figures.Money(part.Part.Cost.Mid)} {part.Name} ({Figures.Count(part.Part.Count)})").Prepend($"{Figures.Money(breakdown.Contacts.Cost.Mid)} handling") : []);

    /// <summary>The parts of all known costs; null where there is none.</summary>
    public static CostBreakdown? All(ReplayResult result) => result.Cases.Where(@case => !@case.IsFalseAlarm).Select(@case => @case.Breakdown)
        .Concat(result.ContactRoutes.Select(route => route.Breakdown))
        .OfType<CostBreakdown>()
        .Aggregate((CostBreakdown?)null, (sum, next) => sum is null ? next : new(Add(sum.Contacts, next.Contacts), Add(sum.Cancellations, next.Cancellations), Add(sum.Escalations, next.Escalations)));

    public static string Share(CostRange cost, CostRange? total) => total is { Mid: > 0 } all ? $"{Figures.Quantity(cost.Mid * 100 / all.Mid)} %" : Figures.None;

    private static ImmutableArray<CostShare> First(ImmutableArray<CostShare> shares, int lines) => shares.Length <= lines + 1
        ? shares
        : [.. shares.Take(lines), new($"{shares.Length - lines} others", shares.Skip(lines).Select(share => share.Cost).Aggregate((left, right) => left + right))];

    private static CostPart Add(CostPart left, CostPart right) => new(left.Count + right.Count, left.Cost + right.Cost);
}
