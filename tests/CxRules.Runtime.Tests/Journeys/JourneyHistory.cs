using System.Collections.Immutable;
using System.Globalization;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Journeys;

/// <summary>Journeys over a handful of contacts. Populations: 0 promises, 1 anything, 2 confirmations, 3 the condition of the rule.</summary>
/// <param name="Atoms">They look for population 1 or 2.</param>
/// <param name="Condition">Of the rule.</param>
internal sealed record JourneyHistory(ImmutableArray<JourneyAtom> Atoms, JourneyCondition Condition)
{
    public ZoneRules Zone { get; init; } = ZoneRules.Utc;

    public ImmutableHashSet<DateOnly> Gaps { get; init; } = [];

    public static JourneyAtom FollowedBy(int target, JourneyLimit within) => new($"after {target} {within}", JourneySide.After, target, within, null);

    public static JourneyAtom PrecededBy(int target, JourneyLimit within) => new($"before {target} {within}", JourneySide.Before, target, within, null);

    /// <summary>Whether the first contact is one of the rule's, and since when: `True 2026-01-05 10:00:00`.</summary>
    public string First(params ContactRow[] rows)
    {
        var (counter, batch) = Count([rows]);
        var truth = counter.Journeys?.Decide(Condition, batch, 0) ?? throw new InvalidOperationException("The plan has journeys.");
        return truth.Final switch
        {
            Truth.True => $"True {Text(truth.True)}",
            Truth.False => $"False {Text(truth.False)}",
            _ => truth.IsUndecided ? "undecided" : "Unknown",
        };
    }

    /// <summary>A history whose parts are counted apart.</summary>
    public (ContactCounter Counter, ContactBatch First) Count(ContactRow[][] parts)
    {
        var dictionaries = SmallHistory.Dictionaries();
        var plan = Plan();
        var batches = parts.Select(part => SmallHistory.Batch(dictionaries, part)).ToList();
        var counters = batches.ConvertAll(batch =>
        {
            var counter = new ContactCounter(plan, dictionaries);
            counter.Count(batch, Enumerable.Repeat(true, batch.Count).ToArray());
            return counter;
        });
        counters.Skip(1).ToList().ForEach(counters[0].Absorb);
        counters[0].Seal();
        return (counters[0], batches[0]);
    }

    public EnginePlan Plan()
    {
        var measure = new MeasurePlan(QuantityKind.Volume, 3, -1, null, 0, Window.Daily);
        PopulationPlan open = new([], [], _ => (_, _) => Truth.Unknown) { Journey = Condition };
        var rule = new RulePlan { Id = "rule", Index = 0, Population = 3, Signal = new ThresholdSignal(0, ComparisonKind.Greater, new ConstantAmount(0), null, false), Route = new(["A"], null, 5) };
        return SmallHistory.Plan(
            new Project { Zone = Zone, Gaps = Gaps },
            [SmallHistory.Where("disposition", "promise"), SmallHistory.Where(""), SmallHistory.Where("disposition", "confirmed"), open],
            [measure],
            rule) with { Journeys = Atoms };
    }

    private static string Text(long ticks) => new DateTime(ticks).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
