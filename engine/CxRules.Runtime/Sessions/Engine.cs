using System.Collections.Immutable;
using CxRules.Model.Cases;
using CxRules.Model.Contacts;
using CxRules.Model.Time;
using CxRules.Runtime.Chaining;
using CxRules.Runtime.Journeys;
using CxRules.Runtime.Matching;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Tasks;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>
/// The engine: contacts are counted in any order (stage 1), then the rules are evaluated at their instants over what was counted
/// (stage 2). Not thread-safe, but for <see cref="Part"/>.
/// </summary>
public sealed class Engine : IContactSink
{
    private readonly EnginePlan _plan;
    private readonly ContactDictionaries _dictionaries;
    private readonly ContactCounter _counter;
    private readonly List<ContactCounter> _parts = [];
    private LedgeredDecisions? _decided;
    private List<EvaluatedRule> _sessions = [];

    public Engine(EnginePlan plan, ContactDictionaries dictionaries)
    {
        _plan = plan;
        _dictionaries = dictionaries;
        _counter = new ContactCounter(plan, dictionaries);
    }

    /// <summary>Makes the session that rules are chained in; the engine's own unless another is named.</summary>
    public Func<IEnumerable<SessionRule>, ISession> Chaining { get; init; } = static rules => new AgendaSession(rules);

    /// <summary>Counts the rows of a batch that are let in.</summary>
    /// <param name="admitted">By row.</param>
    public void Count(ContactBatch batch, ReadOnlySpan<bool> admitted) => _counter.Count(batch, admitted);

    /// <summary>Counts a part of the history apart, on a thread of its own; <see cref="Decide"/> adds all parts up.</summary>
    public IContactSink Part()
    {
        var part = new ContactCounter(_plan, _dictionaries);
        _parts.Add(part);
        return part;
    }

    /// <summary>Evaluates every rule at every instant of the history.</summary>
    /// <param name="from">The first local day that is evaluated; null: from the start.</param>
    /// <param name="to">The last local day that is evaluated, at its end; null: through the last contact's.</param>
    /// <param name="stepsOf">What people did with a case; null: nothing.</param>
    public Decisions Decide(DateOnly? from = null, DateOnly? to = null, Func<CaseDecision, IEnumerable<CaseTransition>>? stepsOf = null)
    {
        foreach (var part in _parts)
        {
            _counter.Absorb(part);
        }

        _parts.Clear();
        if (_counter.Contacts == 0 && _counter.Beside.Count == 0)
        {
            return Decisions.None(_plan);
        }

        _counter.Seal();
        var store = new SeriesStore(_counter.Table, _counter.Layout, _plan.BucketUnit);
        var history = new History(_plan, _dictionaries, _counter, store);
        var sessions = _plan.Rules
            .Where(rule => rule.Kind != RuleKind.Contacts)
            .Select(rule => history.Open(rule, instant => IsBetween(instant, from, to)))
            .ToList();
        var gates = new ContactGates(history.Facts, _counter.Layout, history.Clock, _plan.BucketUnit);
        var book = new CaseBook(_plan, _dictionaries, _counter, history, gates, stepsOf ?? (_ => []));
        history.Facts.Cases = new(book);
        new Turns([.. sessions, .. _plan.Rules.Where(rule => rule.Kind == RuleKind.Contacts).Select(history.Watch).OfType<EvaluatedRule>()], history.Facts, book, Chaining).Take();
        _decided = new DecisionBuilder(_plan, _dictionaries, _counter, history, book).Build(sessions, EvaluatedDays(from, to), gates);
        _sessions = sessions;
        return _decided.Decisions;
    }

    /// <summary>Goes over the same contacts again, to say of each what it cost and who got it. Only after <see cref="Decide"/>.</summary>
    /// <param name="receive">Is given every contact that is let in and wanted.</param>
    /// <param name="wants">Decides by what the contact is shared out to and its id.</param>
    public IContactSink Trace(Action<TracedContact> receive, TraceFilter wants) =>
        new ContactTrace(_plan, _dictionaries, _counter, _decided ?? throw new InvalidOperationException("Nothing is decided yet."), receive, wants);

    /// <summary>
    /// Goes over the same contacts again, to write down what rules ask people to do, and who waits to hear of a case; null where nobody asks
    /// for anything. Only after <see cref="Decide"/>.
    /// </summary>
    /// <param name="isTold">True for a case of which somebody was told.</param>
    public TaskCollector? Tasks(Func<CaseDecision, bool> isTold)
    {
        var notified = NotifiedByRulesAboutCases();
        return _decided is { } decided && (_plan.Rules.Any(rule => !rule.Actions.IsEmpty) || decided.Decisions.Cases.Any(IsLooped))
            ? new(_plan, _dictionaries, _counter, decided, IsLooped)
            : null;

        bool IsLooped(CaseDecision decision) =>
            decision.Rule.Actions.Any(action => action is NotifyAction) || notified.Contains(decision.Id) || decision.Life.Steps.Any(step => step.To == CaseStanding.Verified) || isTold(decision);
    }

    private HashSet<string> NotifiedByRulesAboutCases() => _decided is { } decided
        ? [.. decided.Firings.Where(firing => firing.Rule.Actions.Any(action => action is NotifyAction)).SelectMany(firing => decided.Cases.Where(entry => entry.Figures.State == firing.State)).Select(entry => entry.Decision.Id)]
        : [];

    /// <summary>What a rule with a measure saw at its evaluations on a local day, group by group. Only after <see cref="Decide"/>.</summary>
    public ImmutableArray<ExplainedEvaluation> Explain(RulePlan rule, DateOnly day) =>
        _decided is not null && _sessions.Find(session => session.Rule == rule) is RuleSession session
            ? [.. new EvaluationExplainer(_plan, _dictionaries, session, _decided.Cases).On(instant => IsBetween(instant, day, day))]
            : [];

    /// <summary>Asks of single contacts whether conditions hold, as far as the history knows. Only after <see cref="Decide"/>.</summary>
    /// <param name="conditions">Lowered for this session's plan.</param>
    public PopulationProbe Probe(ImmutableArray<PopulationPlan> conditions) =>
        new(conditions, _dictionaries, (journey, batch, row) => _counter.Journeys?.Decide(journey, batch, row).Final ?? Truth.Unknown);

    /// <summary>Looks for the other contact of a journey. Only after <see cref="Decide"/>.</summary>
    /// <param name="atom">Index of the journey in the plan.</param>
    public FoundJourney Look(int atom, ContactBatch batch, int row) =>
        _counter.Journeys is { } journeys ? FoundJourney.Of(journeys.Look(atom, batch, row)) : throw new InvalidOperationException("The plan has no journeys.");

    private (int First, int Last) EvaluatedDays(DateOnly? from, DateOnly? to) => (
        Math.Max(_counter.Days.Keys.First(), from?.DayNumber ?? int.MinValue),
        Math.Min(_counter.Days.Keys.Last(), to?.DayNumber ?? int.MaxValue));

    /// <summary>A local day is evaluated at its end: the midnight that ends it belongs to it.</summary>
    private static bool IsBetween(Instant instant, DateOnly? from, DateOnly? to)
    {
        var day = DateOnly.FromDayNumber(instant.Hour == 0 ? instant.Day - 1 : instant.Day);
        return !(day < from) && !(day > to);
    }
}
