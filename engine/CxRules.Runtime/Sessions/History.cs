using CxRules.Model.Time;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>What was counted, laid out on the timelines of days and hours that the rules look at.</summary>
internal sealed class History
{
    private readonly EnginePlan _plan;
    private readonly ContactCounter _counter;
    private readonly SeriesStore _store;
    private readonly Dictionary<TimeUnit, (Timeline Timeline, Exclusions Exclusions, Exposures Exposures)> _timelines = [];

    public History(EnginePlan plan, ContactCounter counter, SeriesStore store)
    {
        _plan = plan;
        _counter = counter;
        _store = store;
        Gaps = Exclusions.FindGaps(plan.Project, counter.Days);
    }

    /// <summary>Day numbers without data.</summary>
    public IReadOnlySet<int> Gaps { get; }

    public Exclusions ExclusionsOf(TimeUnit unit) => On(unit).Exclusions;

    public Exposures ExposuresOf(TimeUnit unit) => On(unit).Exposures;

    /// <summary>A rule's session over this history.</summary>
    /// <param name="isEvaluated">False for instants to pass over.</param>
    public RuleSession Open(RulePlan rule, Func<Instant, bool> isEvaluated)
    {
        var (timeline, exclusions, exposures) = On(rule.Unit);
        var instants = Schedules.Instants(rule.Every, timeline, _counter.First, _counter.Last).Where(isEvaluated);
        var signal = rule.Signal ?? throw new InvalidOperationException($"The rule '{rule.Id}' has no signal.");
        return new RuleSession(rule, signal, timeline, new SignalEvaluator(timeline, exclusions, exposures), instants, evaluations => Groups(rule, timeline, evaluations));
    }

    private IEnumerable<GroupState> Groups(RulePlan rule, Timeline timeline, int evaluations)
    {
        var family = _store.Family(rule.Population, rule.Per, timeline);
        if (rule.Per.IsEmpty)
        {
            return [State(rule, GroupKey.None, -1, timeline, evaluations)];
        }

        return family.Keys.Select(key => State(rule, key, FirstIndex(family[key], timeline), timeline, evaluations));
    }

    private GroupState State(RulePlan rule, GroupKey key, int firstIndex, Timeline timeline, int evaluations)
    {
        var quantities = SignalMeasures.Of(rule).ToDictionary(index => index, index =>
        {
            var measure = _plan.Measures[index];
            return new Quantity(
                measure,
                _store.Find(measure.Population, rule.Per, key, timeline),
                measure.Among < 0 ? null : _store.Find(measure.Among, rule.Per, key, timeline),
                _counter.Layout,
                _counter.Cancellations);
        });
        return new GroupState(key, _store.Find(rule.Population, rule.Per, key, timeline), firstIndex, quantities, evaluations, timeline.Length);
    }

    private int FirstIndex(Series series, Timeline timeline) =>
        series.Profiles.Min(profile => timeline.IndexOf(profile.Cells.Span[0].Slot, _plan.BucketUnit));

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
