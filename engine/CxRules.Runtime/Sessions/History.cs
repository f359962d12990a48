using CxRules.Model.Cases;
using CxRules.Model.Contacts;
using CxRules.Model.Time;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>What was counted, laid out on the timelines of days and hours that the rules look at.</summary>
internal sealed class History
{
    private readonly EnginePlan _plan;
    private readonly ContactDictionaries _dictionaries;
    private readonly ContactCounter _counter;
    private readonly SeriesStore _store;
    private readonly Dictionary<TimeUnit, (Timeline Timeline, Exclusions Exclusions, Exposures Exposures)> _timelines = [];

    public History(EnginePlan plan, ContactDictionaries dictionaries, ContactCounter counter, SeriesStore store)
    {
        _plan = plan;
        _dictionaries = dictionaries;
        _counter = counter;
        _store = store;
        Gaps = Exclusions.FindGaps(plan.Project, counter.Days);
    }

    /// <summary>What rules have made of it so far.</summary>
    public ChainFacts Facts { get; } = new();

    /// <summary>Day numbers without data.</summary>
    public IReadOnlySet<int> Gaps { get; }

    public Exclusions ExclusionsOf(TimeUnit unit) => On(unit).Exclusions;

    public Exposures ExposuresOf(TimeUnit unit) => On(unit).Exposures;

    /// <summary>The days or hours that contacts are counted in.</summary>
    public Timeline Clock => On(_plan.BucketUnit).Timeline;

    /// <summary>A rule's session over this history.</summary>
    /// <param name="isEvaluated">False for instants to pass over.</param>
    public EvaluatedRule Open(RulePlan rule, Func<Instant, bool> isEvaluated)
    {
        var timeline = On(rule.Unit).Timeline;
        var moments = new Moments(rule, _plan.Zone);
        Instant[] instants = [.. Schedules.Instants(rule.Every, timeline, _counter.First, _counter.Last).Where(isEvaluated).Where(moments.AreOpen)];
        var signal = rule.Signal ?? throw new InvalidOperationException($"The rule '{rule.Id}' has no signal.");
        EvaluatedRule opened = rule.Kind == RuleKind.Cases ? new CaseRuleSession(rule, signal, timeline, instants) : Open(rule, signal, instants);
        Facts.Add(opened);
        return opened;
    }

    /// <summary>Looks at what a rule about single contacts asks of cases, each time a bucket of contacts begins; null where it asks nothing.</summary>
    public EvaluatedRule? Watch(RulePlan rule) => SignalMeasures.Facts(rule).OfType<CaseSignal>().Any()
        ? new WatchingRule(rule, [.. Enumerable.Range(0, Clock.Length).Select(Clock.AtIndex)])
        : null;

    private RuleSession Open(RulePlan rule, SignalPlan signal, Instant[] instants)
    {
        var (timeline, exclusions, exposures) = On(rule.Unit);
        var evaluator = new SignalEvaluator(_plan.Project, timeline, exclusions, exposures, new GroupFactors(rule.Per, _dictionaries))
        {
            Facts = (fact, at) => Facts.Decide(fact, new Subject(rule.Per, at.Group.Key.Codes), at.End.UtcTicks),
        };
        evaluator.Watch(signal);
        var measures = new RuleMeasures(rule, index => new MeasureReading(_plan.Measures[index], _counter.Layout, _counter.Cancellations, exposures.Find(_plan.Measures[index].Per?.Exposure)));
        var empty = State(GroupKey.None, -1, measures, population => _store.Empty(timeline));
        if (rule.Per.IsEmpty)
        {
            var whole = State(GroupKey.None, -1, measures, population => _store.Find(population, rule.Per, GroupKey.None, timeline));
            return new(rule, signal, timeline, evaluator, instants, new RuleGroups(1, _ => whole, empty));
        }

        var groups = _store.Groups(rule.Population, rule.Per);
        return new(
            rule,
            signal,
            timeline,
            evaluator,
            instants,
            new RuleGroups(groups.Count, group => Open(group), empty),
            DecideAlike(rule) ? Quiet.Of(rule, signal, evaluator.Watched, measures, evaluator.Windows, exclusions, instants) : null)
        {
            Top = rule.Top is { } top ? new TopGroups(top, rule.Per, _dictionaries, evaluator.Values) : null,
        };

        GroupState Open(int group)
        {
            var key = groups.KeyOf(group);
            var series = _store.Of(groups, group, timeline);
            return State(key, series.Units.First(), measures, population => population == rule.Population ? series : _store.Find(population, rule.Per, key, timeline));
        }
    }

    /// <summary>
    /// Groups without contacts do: but not where each has a factor of its own, or signals that are active for it alone; nor where a sample looks further
    /// back than any window.
    /// </summary>
    private static bool DecideAlike(RulePlan rule) =>
        SignalMeasures.Leaves(rule.Signal).Concat(SignalMeasures.Leaves(rule.Until)).All(leaf => leaf is not (ThresholdSignal { Amount.By: not null } or FactSignal or SampleSignal));

    private static GroupState State(GroupKey key, int firstIndex, RuleMeasures measures, Func<int, Series> seriesOf) =>
        new(key, firstIndex, measures, [.. measures.Populations.Select(seriesOf)]);

    private (Timeline Timeline, Exclusions Exclusions, Exposures Exposures) On(TimeUnit unit)
    {
        if (!_timelines.TryGetValue(unit, out var entry))
        {
            var timeline = new Timeline(_plan.Zone, unit, _counter.Days.Keys.First(), _counter.Days.Keys.Last());
            _timelines.Add(unit, entry = (timeline, new Exclusions(timeline, _plan.Zone, _plan.Project, Gaps), new Exposures(_plan.Project, timeline)));
        }

        return entry;
    }
}
