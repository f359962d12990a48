using CxRules.Language.Binding;
using CxRules.Model.Cases;
using CxRules.Model.Time;

namespace CxRules.Testing.Tests.Naive;

/// <summary>Evaluates the rules with a signal, instant after instant: who fires, who clears.</summary>
internal sealed class NaiveRun
{
    private readonly NaiveWorld _world;
    private readonly Dictionary<string, List<NaiveGroup>> _groups;
    private readonly Dictionary<string, NaiveSignals> _signals;
    private readonly Dictionary<string, NaiveTruncation> _truncations;
    private readonly Dictionary<string, List<long>> _evaluated = [];
    private readonly NaiveMoments _moments;
    private readonly NaiveMeasures _measures;
    private readonly List<BoundRule> _order = [];

    /// <param name="populations">Of the rules as they are written, by id.</param>
    public NaiveRun(NaiveWorld world, BoundRuleSet ruleSet, Dictionary<string, BoundCondition> populations)
    {
        _world = world;
        _moments = new(world.Project, world.Calendar);
        var rules = ruleSet.Rules.Where(rule => NaiveChain.KindOf(rule) == RuleKind.Measures).ToList();
        var measures = new NaiveMeasures(world);
        _measures = measures;
        var baselines = new NaiveBaselines(world, measures);
        _groups = rules.ToDictionary(rule => rule.Id, rule => NaiveGroup.Of(world, rule));
        Chain = new([.. ruleSet.Rules], rule => _groups[rule.Id]);
        _signals = rules.ToDictionary(rule => rule.Id, rule => new NaiveSignals(world, measures, baselines, _groups[rule.Id], populations[rule.Id], Chain));
        _truncations = rules.ToDictionary(rule => rule.Id, rule => new NaiveTruncation(world, measures, baselines, _signals[rule.Id]));
        Place(ruleSet.Rules);
    }

    public NaiveChain Chain { get; }

    public NaiveMeasures Measures => _measures;

    /// <summary>Evaluations so far.</summary>
    public int Version { get; private set; }

    public IEnumerable<NaiveGroup> Groups(BoundRule rule) => _groups[rule.Id];

    public void Evaluate(DateOnly? from, DateOnly? to)
    {
        var due = new SortedDictionary<long, List<(BoundRule Rule, Moment At)>>();
        foreach (var rule in _order.Where(rule => NaiveChain.KindOf(rule) != RuleKind.Contacts))
        {
            foreach (var at in Instants(rule, from, to))
            {
                due.TryAdd(at.Utc, []);
                due[at.Utc].Add((rule, at));
            }
        }

        foreach (var (at, rule) in _order.Where(rule => NaiveChain.KindOf(rule) == RuleKind.Contacts && NaiveChain.CaseFacts(rule).Count > 0).SelectMany(rule => Beginnings().Select(at => (at, rule))))
        {
            due.TryAdd(at.Utc, []);
            due[at.Utc].Add((rule, at));
        }

        var last = due.Count == 0 ? 0 : due.Keys.Last();
        foreach (var at in Chain.Book?.Acts.Where(at => at <= last) ?? [])
        {
            due.TryAdd(at, []);
        }

        foreach (var (at, turns) in due)
        {
            foreach (var rule in _order)
            {
                if (turns.Exists(turn => turn.Rule == rule))
                {
                    Take(rule, turns.Find(turn => turn.Rule == rule).At);
                }
                else if (rule is { HasEvery: false, For: null, Only.IsEmpty: true, Except.IsEmpty: true } && NaiveChain.KindOf(rule) == RuleKind.Cases && Chain.HasChanged(rule, at))
                {
                    Watch(rule, at, null);
                }
            }
        }
    }

    /// <summary>When each day begins that contacts are counted by; or each hour.</summary>
    public IEnumerable<Moment> Beginnings()
    {
        var calendar = _world.Calendar;
        var (start, end) = (_world.FirstMidnight, calendar.StartOfDay(_world.LastDay.PlusDays(1)));
        return calendar.Scheduled(CountsHours ? Schedule.EveryHour : Schedule.EveryDay, start - 1, end);
    }

    /// <summary>In the order of one instant.</summary>
    public int PlaceOf(BoundRule rule) => _order.IndexOf(rule);

    /// <summary>A rule looks at hours.</summary>
    public bool CountsHours => _order.Exists(rule => rule.Signal is not null && NaiveEvaluator.IsHourly(rule));

    private void Take(BoundRule rule, Moment at)
    {
        switch (NaiveChain.KindOf(rule))
        {
            case RuleKind.Contacts:
                Chain.Note(rule, at.Utc);
                break;
            case RuleKind.Cases:
                Watch(rule, at.Utc, at);
                break;
            default:
                foreach (var group in _groups[rule.Id].Where(group => group.Exists(at)))
                {
                    group.Turns.Add(at.Utc);
                    Evaluate(rule, group, at);
                }

                Chain.Book?.ReadCaps(rule, at.Utc);
                break;
        }
    }

    /// <summary>What others wait for stands before them; else the more important one, and the first.</summary>
    private void Place(IReadOnlyCollection<BoundRule> rules)
    {
        while (rules.Where(rule => !_order.Contains(rule) && Chain.Before(rule).All(_order.Contains)).OrderByDescending(rule => rule.Priority).ThenBy(rule => rule.Ordinal).FirstOrDefault() is { } next)
        {
            _order.Add(next);
        }
    }

    /// <param name="turn">Null between the rule's own instants.</param>
    private void Watch(BoundRule rule, long at, Moment? turn)
    {
        var signal = rule.Signal ?? throw new InvalidOperationException("Rules about cases have a condition.");
        foreach (var (group, episode) in Chain.CasesFor(rule).ToList())
        {
            var watched = Chain.Watched[rule.Id];
            if (watched.Find(other => other.Episode == episode) is not { } watch)
            {
                watched.Add(watch = new(group, episode));
            }

            var truth = watch.Truths[at] = Chain.Holds(signal, NaiveChain.CodesOf(group), at, (group, episode));
            if (truth == true && !watch.Activity.Now && (turn is not { } now || IsHeld(rule, rule.For, now, instant => watch.Truths.GetValueOrDefault(instant))))
            {
                watch.Activity.Change(at, true);
                Chain.Firings.Add(new(rule, group, episode, at));
            }
            else if (truth == false && watch.Activity.Now)
            {
                watch.Activity.Change(at, false);
            }
        }
    }

    private IEnumerable<Moment> Instants(BoundRule rule, DateOnly? from, DateOnly? to)
    {
        var calendar = _world.Calendar;
        return Instants(rule).Where(at => calendar.DayOf(at.Utc - 1).ToDateOnly() is var day && !(day < from) && !(day > to));
    }

    private IEnumerable<Moment> Instants(BoundRule rule)
    {
        var calendar = _world.Calendar;
        var first = _world.Contacts[0].OccurredAt;
        var last = _world.Contacts[^1].OccurredAt;
        var endOfLastDay = calendar.StartOfDay(_world.LastDay.PlusDays(1));
        var instants = rule.Every.Kind == ScheduleKind.Hour
            ? calendar.Scheduled(rule.Every, first, calendar.Scheduled(rule.Every, last, last + (2 * TimeSpan.TicksPerHour)).First().Utc)
            : calendar.Scheduled(rule.Every, first, endOfLastDay);
        return instants.Where(at => _moments.IsEvaluated(rule, at));
    }

    private void Evaluate(BoundRule rule, NaiveGroup group, Moment at)
    {
        var signals = _signals[rule.Id];
        var signal = rule.Signal ?? throw new InvalidOperationException("Rules without a signal are not evaluated.");
        var verdict = new NaiveVerdict(at, signals.Holds(signal, group, at), signals.SmallestP(signal, group, at));
        group.Verdicts[at.Utc] = verdict;
        Version++;
        if (!group.Active)
        {
            if (verdict.True == true && IsHeld(rule, rule.For, at, instant => group.Verdicts.GetValueOrDefault(instant)?.True) && !IsSuppressed(rule, group, at) && IsOfTheTop(rule, group, at))
            {
                Fire(rule, group, at);
            }
        }
        else
        {
            var episode = group.Episodes[^1];
            if (verdict.True == true)
            {
                episode.Trues[at.Utc] = verdict;
            }

            group.Untils[at.Utc] = rule.Until is { } until ? signals.Holds(until, group, at) : null;
            if (rule.Until is null ? verdict.True == false : group.Untils[at.Utc] == true && IsHeld(rule, rule.UntilFor, at, instant => group.Untils.GetValueOrDefault(instant)))
            {
                group.Activity.Change(at.Utc, false);
                episode.Closed = at;
            }
        }

        if (group.Active)
        {
            group.Episodes[^1].On.Add(at.Utc);
        }

        if (group.Active && verdict.P < .001 && at.Utc < _world.Calendar.DaysBefore(group.Episodes[^1].Opened, -28).Utc)
        {
            group.LeftOut.Add(at.Utc);
        }
    }

    private void Fire(BoundRule rule, NaiveGroup group, Moment at)
    {
        group.Activity.Change(at.Utc, true);
        group.Untils.Clear();
        if (group.Episodes.LastOrDefault() is not { } last || !Returns(rule, last.LastTrue, at))
        {
            group.Episodes.Add(new(group.Episodes.Count, at) { Smallest = _truncations[rule.Id].Smallest(rule, group, at) });
        }

        var episode = group.Episodes[^1];
        episode.Closed = null;
        foreach (var verdict in Held(rule, rule.For, at).Select(instant => group.Verdicts.GetValueOrDefault(instant)).OfType<NaiveVerdict>().Where(verdict => verdict.True == true))
        {
            episode.Trues[verdict.At.Utc] = verdict;
        }
    }

    /// <summary>A signal that comes back this soon is the same case.</summary>
    private bool Returns(BoundRule rule, Moment lastTrue, Moment at) => rule.Every.Kind == ScheduleKind.Hour && rule.Window.Unit == TimeUnit.Hour
        ? at.Utc <= lastTrue.Utc + TimeSpan.TicksPerDay
        : at.Utc <= _world.Calendar.DaysBefore(lastTrue, -7).Utc;

    private bool IsHeld(BoundRule rule, Hold? hold, Moment at, Func<long, bool?> truth)
    {
        var instants = Held(rule, hold, at);
        return instants.Count(instant => truth(instant) == true) >= (hold?.Needed ?? instants.Count);
    }

    /// <summary>
    /// The last evaluations that take place, as many as the schedule has in (at − span, at]; those that would lie before the history are far back.
    /// </summary>
    private List<long> Held(BoundRule rule, Hold? hold, Moment at)
    {
        if (hold is not { } held)
        {
            return [at.Utc];
        }

        var count = _world.Calendar.Scheduled(rule.Every, _world.Calendar.StartOf(new Window(held.Span, held.Unit), at), at.Utc).Count();
        if (!_evaluated.TryGetValue(rule.Id, out var evaluated))
        {
            _evaluated[rule.Id] = evaluated = [.. Instants(rule).Select(moment => moment.Utc)];
        }

        var taken = evaluated.Take(evaluated.IndexOf(at.Utc) + 1).TakeLast(count).ToList();
        return [.. taken, .. Enumerable.Range(1, count - taken.Count).Select(missing => (long)-missing)];
    }

    /// <summary>Fewer groups than `top` takes stand before it: larger ones, and as large ones whose text comes first.</summary>
    private bool IsOfTheTop(BoundRule rule, NaiveGroup group, Moment at)
    {
        if (rule.Top is not { } top)
        {
            return true;
        }

        var measure = new BoundMeasure(top.By, rule.Population, null, null, null, rule.Window) { Cycles = rule.Cycles };
        return _measures.Value(measure, group, at) is { } own && top.Count > _groups[rule.Id].Count(other => other != group && other.Exists(at)
            && _measures.Value(measure, other, at) is { } value && (value.CompareTo(own), string.CompareOrdinal(TextOf(other), TextOf(group))) is ( > 0, _) or (0, < 0));
    }

    private static string TextOf(NaiveGroup group) => string.Join('\u001f', group.Values.Select(pair => pair.Value));

    private bool IsSuppressed(BoundRule rule, NaiveGroup group, Moment at) =>
        _order.Any(other => other.Suppresses.Contains(rule.Id) && Chain.IsActive(other, NaiveChain.CodesOf(group), at.Utc));
}
