using System.Collections.Immutable;
using System.Globalization;
using CxRules.Model.Cases;
using CxRules.Model.Money;
using CxRules.Testing.Replays;
using CxRules.Testing.Tests.Naive;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>Every decision of a replay that the naive evaluator does not share, one line each.</summary>
internal sealed class ReplayComparison
{
    private readonly List<string> _differences = [];

    public static List<string> Differences(NaiveResult naive, ReplayResult replay)
    {
        var comparison = new ReplayComparison();
        comparison.CompareHistory(naive, replay.History);
        comparison.CompareKeyed("case", naive.Cases.ToLookup(found => found.Id), replay.Cases.ToLookup(found => found.Id), comparison.CompareCase, Describe, Describe);
        comparison.CompareKeyed("route", naive.Routes.ToLookup(Key), replay.ContactRoutes.Where(route => route.Contacts > 0).ToLookup(Key), comparison.CompareRoute, route => $"{route.Contacts} contacts", route => $"{route.Contacts} contacts");
        comparison.CompareKeyed("rule", naive.Outcomes.ToLookup(rule => rule.Rule), replay.Rules.ToLookup(rule => rule.Id), comparison.CompareRule, rule => $"{rule.Fired} fired", rule => $"{rule.Fired} fired");
        comparison.Same("totals.contacts", naive.History.Contacts.Count(NaiveKinds.IsContact), replay.Totals.Contacts);
        comparison.Same("totals.routed", naive.Routed, replay.Totals.Routed);
        comparison.Money("totals.cost", naive.Cost, replay.Totals.Cost);
        comparison.Shares("totals.byOwner", naive.ByOwner, replay.Totals.ByOwner, replay.Totals.Cost);
        comparison.Shares("totals.byTouchpoint", naive.ByTouchpoint, replay.Totals.ByTouchpoint, replay.Totals.Cost);
        comparison.Shares("totals.byDisposition", naive.ByDisposition, replay.Totals.ByDisposition, replay.Totals.Cost);
        comparison.Same("steps left out", naive.Cases.Sum(found => found.Life?.Refused.Count ?? 0), replay.StepProblems.Count(problem => problem.Code == "CXR2308"));
        comparison.CompareTasks(naive.Tasks, [.. replay.Tasks.Select(NaiveTasks.Line)]);
        return comparison._differences;
    }

    private static string Key(NaiveRoute route) => $"{route.Rule} → {string.Join(", ", route.Owners)}";

    private static string Key(ContactRoute route) => $"{route.Rule} → {string.Join(", ", route.Owners)}";

    private static string Describe(NaiveCase found) => $"{found.Rule} ({string.Join(", ", found.Group.Select(pair => $"{pair.Key} {pair.Value}"))}) opened {found.Opened:u}, {found.Contacts} contacts";

    private static string Describe(ReplayCase found) => $"{found.Rule} ({string.Join(", ", found.Group.Select(pair => $"{pair.Key} {pair.Value}"))}) opened {found.OpenedUtc:u}, {found.Contacts} contacts";

    private void CompareHistory(NaiveResult naive, ReplayHistory history)
    {
        Same("received", naive.History.Received, history.Received);
        Same("accepted", naive.History.Contacts.Count, history.Accepted);
        Same("late", naive.History.Door.Late, history.Late);
        Same("superseded", naive.History.Door.Superseded, history.Superseded);
        Same("duplicate", naive.History.Door.Duplicate, history.Duplicate);
        Same("quarantined", naive.History.Door.Quarantined, history.Quarantined);
        Same("rejected", naive.History.Rejected, history.Rejected);
        Same("erased", naive.History.Door.Erased, history.Erased);
        Same("from", naive.History.Contacts.Count == 0 ? null : naive.History.Contacts[0].OccurredAt, history.FromUtc?.Ticks);
        Same("to", naive.History.Contacts.Count == 0 ? null : naive.History.Contacts[^1].OccurredAt, history.ToUtc?.Ticks);
        Same("the sum of the seven counts", history.Received, history.Accepted + history.Late + history.Superseded + history.Duplicate + history.Quarantined + history.Rejected + history.Erased);
    }

    private void CompareKeyed<TNaive, TReplay>(string what, ILookup<string, TNaive> naive, ILookup<string, TReplay> replay, Action<string, TNaive, TReplay> compare, Func<TNaive, string> describeNaive, Func<TReplay, string> describeReplay)
    {
        foreach (var key in naive.Select(group => group.Key).Union(replay.Select(group => group.Key)))
        {
            switch (naive[key].ToList(), replay[key].ToList())
            {
                case ([var one], [var other]):
                    compare($"{what} {key} ({describeNaive(one)})", one, other);
                    break;
                case var (ones, others):
                    _differences.Add($"{what} {key}: naive has {ones.Count} [{string.Join("; ", ones.Select(describeNaive))}], the engine {others.Count} [{string.Join("; ", others.Select(describeReplay))}]");
                    break;
            }
        }
    }

    private void CompareTasks(List<string> naive, List<string> replay)
    {
        Same("tasks", naive.Count, replay.Count);
        var missing = naive.Order(StringComparer.Ordinal).Zip(replay.Order(StringComparer.Ordinal)).FirstOrDefault(pair => pair.First != pair.Second);
        Same("a task", missing.First, missing.Second);
    }

    private void CompareCase(string name, NaiveCase naive, ReplayCase replay)
    {
        Same($"{name}: rule", naive.Rule, replay.Rule);
        Same($"{name}: group", string.Join("; ", naive.Group), string.Join("; ", replay.Group));
        Same($"{name}: owners", string.Join("; ", naive.Owners), string.Join("; ", replay.Owners));
        Same($"{name}: opened", naive.Opened, replay.OpenedUtc);
        Same($"{name}: closed", naive.Closed, replay.ClosedUtc);
        Same($"{name}: peak", naive.Peak, replay.Peak);
        Same($"{name}: contacts", naive.Contacts, replay.Contacts);
        Near($"{name}: expected", naive.Expected, replay.Expected);
        Near($"{name}: excess low", naive.Excess?.Low, replay.Excess?.Low);
        Near($"{name}: excess mid", naive.Excess?.Mid, replay.Excess?.Mid);
        Near($"{name}: excess high", naive.Excess?.High, replay.Excess?.High);
        Relative($"{name}: p", naive.PValue, replay.PValue);
        Money($"{name}: cost", naive.Cost, replay.Cost);
        Costs(name, naive.Costs, replay.Breakdown, replay.Cost);
        Same($"{name}: has a reason for an unknown cost", naive.Cost is null, replay.CostUnknownBecause is not null);
        Same($"{name}: is estimated", naive.Estimate is not null, replay.Estimate is not null);
        Near($"{name}: estimate low", naive.Estimate?.Contacts?.Low, replay.Estimate?.Contacts?.Low, 1e-6m);
        Near($"{name}: estimate mid", naive.Estimate?.Contacts?.Mid, replay.Estimate?.Contacts?.Mid, 1e-6m);
        Near($"{name}: estimate high", naive.Estimate?.Contacts?.High, replay.Estimate?.Contacts?.High, 1e-6m);
        Near($"{name}: estimated cost low", naive.Estimate?.Cost?.Low, replay.Estimate?.Cost?.Low, 1e-6m);
        Near($"{name}: estimated cost mid", naive.Estimate?.Cost?.Mid, replay.Estimate?.Cost?.Mid, 1e-6m);
        Near($"{name}: estimated cost high", naive.Estimate?.Cost?.High, replay.Estimate?.Cost?.High, 1e-6m);
        if (naive.Life is { } life)
        {
            CompareLife(name, naive, life, replay);
        }

        Same($"{name}: evidence", string.Join("; ", naive.Evidence), string.Join("; ", replay.Evidence));
    }

    private void CompareLife(string name, NaiveCase naive, NaiveLife life, ReplayCase replay)
    {
        Same($"{name}: life", string.Join("; ", life.Steps.Select(step => $"{step.State} {step.At} {step.ByEngine}")), string.Join("; ", replay.Life.Steps.Select(step => $"{NaiveLives.NameOf(step.To)} {step.At} {step.By == CaseTransition.Engine}")));
        Same($"{name}: merged into", naive.MergedInto, replay.MergedInto);
        Same($"{name}: is a false alarm", naive.IsFalseAlarm, replay.IsFalseAlarm);
        Same($"{name}: meter until", life.Meter?.Until, replay.Meter?.Until);
        Money($"{name}: meter", life.Meter?.Cost, replay.Meter?.Cost);
        Same($"{name}: fixes that saved", life.Savings.Count, replay.Savings.Length);
        foreach (var (own, other) in life.Savings.Zip(replay.Savings))
        {
            Same($"{name}: savings until", own.Until, other.Until);
            Same($"{name}: fix cost", own.FixCost, other.FixCost);
            Near($"{name}: fewer contacts", own.Fewer, other.Contacts?.Mid);
            Near($"{name}: fewer contacts at most", own.Fewer + own.Half, other.Contacts?.High, 1e-8m);
            Near($"{name}: saved at average cost", own.Average, other.AverageCost?.Mid, 2e-6m);
            Near($"{name}: saved cashable", own.Cashable, other.Cashable?.Mid, 2e-6m);
        }
    }

    private void CompareRoute(string name, NaiveRoute naive, ContactRoute replay)
    {
        Same($"{name}: contacts", naive.Contacts, replay.Contacts);
        Money($"{name}: cost", naive.Cost, replay.Cost);
        Costs(name, naive.Costs, replay.Breakdown, replay.Cost);
        Same($"{name}: has a reason for an unknown cost", naive.Cost is null, replay.CostUnknownBecause is not null);
    }

    private void CompareRule(string name, NaiveOutcome naive, RuleOutcome replay)
    {
        Same($"{name}: fired", naive.Fired, replay.Fired);
        Near($"{name}: run rate per year", naive.RunRate, replay.RunRate.PerYear, 1e-6m);
        Same($"{name}: has a reason for an unknown run rate", naive.RunRate is null, replay.RunRate.UnknownBecause is not null);
        Same($"{name}: unknown", naive.Unknown, replay.Unknown);
        Same($"{name}: has a reason for unknown", naive.Unknown > 0, replay.UnknownBecause is not null);
    }

    /// <summary>The same parts, and parts that make the whole.</summary>
    private void Costs(string name, NaiveCosts? naive, CostBreakdown? replay, CostRange? cost)
    {
        Part($"{name}: contacts' cost", naive?.Contacts, replay?.Contacts);
        Part($"{name}: cancellations' cost", naive?.Cancellations, replay?.Cancellations);
        Part($"{name}: escalations' cost", naive?.Escalations, replay?.Escalations);
        Same($"{name}: the sum of the breakdown", cost, replay?.Total);
    }

    private void Part(string what, NaivePart? naive, CostPart? replay)
    {
        Same($"{what}: count", naive?.Count, replay?.Count);
        Money(what, naive?.Cost, replay?.Cost);
    }

    /// <summary>The same lines, sorted, and lines that make the whole.</summary>
    private void Shares(string what, Dictionary<string, NaiveMoney> naive, ImmutableArray<CostShare> replay, CostRange? total)
    {
        var shares = replay.Where(share => share.Cost.High != 0).ToDictionary(share => share.Name, share => (CostRange?)share.Cost, StringComparer.Ordinal);
        foreach (var name in naive.Where(line => line.Value.High != 0).Select(line => line.Key).Union(shares.Keys, StringComparer.Ordinal))
        {
            Money($"{what} {name}", naive.GetValueOrDefault(name), shares.GetValueOrDefault(name));
        }

        Same($"{what}: order", string.Join("; ", replay.OrderByDescending(share => share.Cost.Mid).ThenBy(share => share.Name, StringComparer.Ordinal).Select(share => share.Name)), string.Join("; ", replay.Select(share => share.Name)));
        Money($"{what}: sum", new(total?.Low ?? 0, total?.Mid ?? 0, total?.High ?? 0), replay.Aggregate(new CostRange(0, 0, 0, total?.Currency ?? ""), (sum, share) => sum + share.Cost));
    }

    private void Same<T>(string what, T naive, T replay)
    {
        if (!EqualityComparer<T>.Default.Equals(naive, replay))
        {
            Differ(what, naive, replay);
        }
    }

    private void Money(string what, NaiveMoney? naive, CostRange? replay)
    {
        Near($"{what} low", naive?.Low, replay?.Low, 1e-6m);
        Near($"{what} mid", naive?.Mid, replay?.Mid, 1e-6m);
        Near($"{what} high", naive?.High, replay?.High, 1e-6m);
    }

    private void Near(string what, decimal? naive, decimal? replay, decimal tolerance = 1e-9m)
    {
        if (naive.HasValue != replay.HasValue || Math.Abs((naive - replay) ?? 0) > tolerance * Math.Max(1, Math.Abs(naive ?? 0)))
        {
            Differ(what, naive, replay);
        }
    }

    private void Relative(string what, double? naive, double? replay)
    {
        if (naive.HasValue != replay.HasValue || Math.Abs((naive - replay) ?? 0) > 1e-9 * (naive ?? 0))
        {
            Differ(what, naive, replay);
        }
    }

    private void Differ<T>(string what, T naive, T replay) =>
        _differences.Add(string.Create(CultureInfo.InvariantCulture, $"{what}: naive {(object?)naive ?? "null"}, the engine {(object?)replay ?? "null"}"));
}
