using CxRules.Model.Money;
using CxRules.Model.Projects;
using CxRules.Runtime.Ledger;
using CxRules.Runtime.Plans;
using CxRules.Testing.Replays;

namespace CxRules.Testing.Surveys;

/// <summary>
/// What signals and contact rules cost in a year at the rate of the replayed period: cost ÷ local days × 365, or by the rule's exposure, as <see cref="RunRate"/> has it for a whole rule.
/// The figures of a rule's groups add up to the rule's.
/// </summary>
internal sealed class YearlyCosts
{
    /// <summary>Why a case takes no part in the money: it is no cost that is missing.</summary>
    private const string WithinChance = "not distinguishable from chance";

    private readonly DecidedReplay _replay;
    private readonly Dictionary<string, RulePlan> _rules;
    private readonly Dictionary<string, RunRate> _signals;
    private readonly List<decimal> _ranking;

    public YearlyCosts(DecidedReplay replay)
    {
        _replay = replay;
        _rules = replay.Plan.Rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        _signals = replay.Result.Cases.GroupBy(KeyOf).ToDictionary(cases => cases.Key, cases => RateOf([.. cases]), StringComparer.Ordinal);
        _ranking = [.. _signals.Values.Select(rate => rate.PerYear).OfType<decimal>().OrderDescending()];
    }

    /// <summary>Of the case's rule and group: what all their cases of the period make in a year.</summary>
    public YearlyCost Of(ReplayCase @case)
    {
        var rate = _signals[KeyOf(@case)];
        return new(rate.PerYear, rate.UnknownBecause, rate.PerYear is { } year ? 1 + _ranking.TakeWhile(other => other > year).Count() : null, _ranking.Count, _signals.Count - _ranking.Count);
    }

    /// <summary>One rate for each rule and group that had a case, and the owners of its last one.</summary>
    public IEnumerable<(RunRate Rate, ReplayCase Last)> Signals => _replay.Result.Cases.GroupBy(KeyOf).Select(cases => (_signals[cases.Key], cases.Last()));

    public RunRate Of(ContactRoute route) => route.Cost is not { } cost
        ? new(null, null, route.CostUnknownBecause)
        : Rate(cost, route.Rule, null, null);

    private RunRate RateOf(List<ReplayCase> cases)
    {
        if (_replay.Result.Currency is not { } currency)
        {
            return new(null, null, cases[0].CostUnknownBecause);
        }

        var cost = cases.Select(@case => @case.Cost).OfType<CostRange>().Aggregate(new CostRange(0, 0, 0, currency), (left, right) => left + right);
        return cases.Find(@case => @case.Cost is null && @case.CostUnknownBecause != WithinChance) is { } unknown
            ? new(cost, null, $"a cost is unknown: {unknown.CostUnknownBecause}")
            : Rate(cost, cases[0].Rule, _replay.Options.From, _replay.Options.To);
    }

    private RunRate Rate(CostRange cost, string rule, DateOnly? from, DateOnly? to)
    {
        var history = _replay.Result.History;
        var (first, last) = (history.Zone.DayOf(history.FromUtc?.Ticks ?? 0), history.Zone.DayOf(history.ToUtc?.Ticks ?? 0));
        return RunRate.Of(cost, from > first ? from.Value : first, to < last ? to.Value : last, Exposure(_rules[rule].Exposure));
    }

    private Exposure? Exposure(string? name) => _replay.Options.RuleSet.Project.Exposures.FirstOrDefault(exposure => exposure.Name == name);

    private static string KeyOf(ReplayCase @case) => string.Join('\u001f', @case.Group.SelectMany(pair => new[] { pair.Key, pair.Value }).Prepend(@case.Rule));
}
