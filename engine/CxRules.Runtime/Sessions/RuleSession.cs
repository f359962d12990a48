using CxRules.Model.Time;
using CxRules.Runtime.Baselines;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>One rule with a signal: its groups, and what happens to them at each instant.</summary>
internal sealed class RuleSession : EvaluatedRule
{
    private const int YoungHours = 28 * 24;
    private const int ReopenHours = 7 * 24;
    private readonly Timeline _timeline;
    private readonly SignalPlan _signal;
    private readonly SignalEvaluator _evaluator;
    private readonly int _tests;
    private readonly ChancePlan[] _levels;
    private readonly Instant[] _instants;
    private readonly Holding _holding;
    private readonly Func<int, int> _evaluationAt;
    private readonly RuleGroups _groups;
    private readonly Quiet? _quiet;
    private readonly Roster _roster;
    private readonly Dictionary<string, long> _unknown = new(StringComparer.Ordinal);
    private List<(GroupState Group, CaseState State)> _opened = [];

    /// <param name="quiet">Tells groups that need no evaluation; null: each is evaluated every time.</param>
    public RuleSession(RulePlan rule, SignalPlan signal, Timeline timeline, SignalEvaluator evaluator, Instant[] instants, RuleGroups groups, Quiet? quiet = null)
        : base(rule, instants)
    {
        _signal = signal;
        _timeline = timeline;
        _evaluator = evaluator;
        _tests = SignalMeasures.Tests(rule).Count();
        _levels = [.. SignalMeasures.Levels(rule)];
        _instants = instants;
        _holding = new(rule.Every, timeline, instants);
        var evaluations = new int[timeline.Length + 1];
        Array.Fill(evaluations, -1);
        for (var i = 0; i < _instants.Length; i++)
        {
            evaluations[_instants[i].Index] = i;
        }

        _evaluationAt = index => index < evaluations.Length ? evaluations[index] : -1;
        _groups = groups;
        _quiet = quiet;
        _roster = new Roster(groups, quiet?.Stirrings, [.. instants.Select(instant => instant.Index)]);
    }

    /// <summary>Which groups may open a case; null: all.</summary>
    public TopGroups? Top { get; init; }

    public SignalPlan Signal => _signal;

    public SignalEvaluator Evaluator => _evaluator;

    public Timeline Timeline => _timeline;

    /// <summary>The groups for which `if` ever held.</summary>
    public IReadOnlyCollection<GroupState> Groups => _groups.Kept;

    /// <summary>Evaluations of a group whose condition was unknown, by reason.</summary>
    public IReadOnlyDictionary<string, long> Unknown => _unknown;

    /// <summary>How often chance alone meets `if`; null where a chance test keeps it away.</summary>
    public ChanceAlone? ChanceAlone => _evaluator.ChanceAlone;

    /// <summary>The cases that were opened since the last call.</summary>
    public IReadOnlyList<(GroupState Group, CaseState State)> TakeOpened()
    {
        var opened = _opened;
        _opened = [];
        return opened;
    }

    public override bool IsActive(Subject subject, long utcTicks)
    {
        foreach (var group in Groups)
        {
            if (group.WasActive(utcTicks) && subject.IsOf(Rule.Per, group.Key))
            {
                return true;
            }
        }

        return false;
    }

    public override void Evaluate(int evaluation, ChainFacts facts) =>
        Evaluate(evaluation, group => facts.IsSuppressed(Rule, new(Rule.Per, group.Key.Codes), _instants[evaluation].UtcTicks));

    /// <summary>Evaluates every group at one of the rule's instants.</summary>
    /// <param name="isSuppressed">True for a group that may open no case now.</param>
    public void Evaluate(int evaluation, Func<GroupState, bool> isSuppressed)
    {
        var due = _roster.At(evaluation, group => _quiet?.IsQuiet(group, evaluation) ?? false);
        var quiet = _roster.ExistingAt(evaluation) - due.Count;
        var known = new int[_tests];
        if (quiet > 0 && !DecideQuiet(evaluation, quiet, known))
        {
            // Without any contact the condition holds: none is quiet.
            due = AllAt(evaluation, due);
        }

        var evaluations = due.ConvertAll(group => Of(group.State, evaluation, known));
        CountKnown(evaluations, known);
        Top?.Begin(evaluations, () => AllAt(evaluation, due).ConvertAll(group => Of(group.State, evaluation, known)));
        for (var i = 0; i < due.Count; i++)
        {
            if (Evaluate(evaluations[i], evaluation, isSuppressed))
            {
                _roster.Keep(due[i].Number, due[i].State);
            }
        }
    }

    /// <summary>The groups that exist at one of the rule's instants, with how many of them have a known baseline.</summary>
    public List<Evaluation> At(int evaluation)
    {
        var known = new int[_tests];
        var evaluations = AllAt(evaluation, []).ConvertAll(group => Of(group.State, evaluation, known));
        CountKnown(evaluations, known);
        return evaluations;
    }

    private Evaluation Of(GroupState group, int evaluation, int[] known) => new(group, _instants[evaluation], known, _tests, _evaluationAt);

    private List<(int Number, GroupState State)> AllAt(int evaluation, List<(int Number, GroupState State)> open)
    {
        var states = open.ToDictionary(group => group.Number, group => group.State);
        return [.. Enumerable.Range(0, _groups.Count)
            .Select(number => (number, State: states.TryGetValue(number, out var state) ? state : _groups[number]))
            .Where(group => _instants[evaluation].Index > group.State.FirstIndex)];
    }

    private void CountKnown(List<Evaluation> evaluations, int[] known)
    {
        foreach (var test in _levels)
        {
            known[test.Index] += evaluations.Count(at => _evaluator.KnowsBaseline(test, at));
        }
    }

    /// <summary>Decides all quiet groups at once; false where that cannot be, for each would have a case.</summary>
    private bool DecideQuiet(int evaluation, int groups, int[] known)
    {
        var probe = new Evaluation(_groups.Empty, _instants[evaluation], known, _tests, _evaluationAt) { Groups = 0 };
        if (_evaluator.Decide(_signal, probe) == Truth.True)
        {
            return false;
        }

        var at = new Evaluation(_groups.Empty, _instants[evaluation], known, _tests, _evaluationAt) { Groups = groups };
        foreach (var test in _levels)
        {
            known[test.Index] += _evaluator.KnowsBaseline(test, at) ? groups : 0;
        }

        if (_evaluator.Decide(_signal, at) == Truth.Unknown)
        {
            NoteUnknown(at);
        }

        return true;
    }

    private void NoteUnknown(Evaluation at)
    {
        var because = at.UnknownBecause ?? "unknown";
        _unknown[because] = _unknown.GetValueOrDefault(because) + at.Groups;
    }

    /// <returns>True where `if` holds, or a case is open.</returns>
    private bool Evaluate(Evaluation at, int evaluation, Func<GroupState, bool> isSuppressed)
    {
        var group = at.Group;
        var truth = _evaluator.Decide(_signal, at);
        if (truth == Truth.Unknown)
        {
            NoteUnknown(at);
        }

        var p = truth == Truth.True || group.IsActive ? _evaluator.SmallestP(_signal, at) : null;
        if (truth == Truth.True)
        {
            group.Hold(evaluation, p);
        }

        if (group.IsActive)
        {
            Continue(at, evaluation, truth);
        }
        else if (truth == Truth.True && _holding.IsHeld(Rule.For, group.Held, evaluation) && !isSuppressed(group) && Top?.Holds(at) != false)
        {
            Fire(group, at, evaluation);
        }

        if (group.IsActive)
        {
            var current = group.Cases[^1];
            current.Fired.Add(at.End.Index - 1);
            if (p < ChancePlan.BeyondChance && at.End.LocalHours - current.Opened.LocalHours < YoungHours)
            {
                group.MarkStrong(evaluation);
            }
        }

        return truth == Truth.True || group.IsActive;
    }

    private void Continue(Evaluation at, int evaluation, Truth truth)
    {
        var group = at.Group;
        if (truth == Truth.True)
        {
            Add(group.Cases[^1], group, evaluation);
        }

        var clears = truth == Truth.False;
        if (Rule.Until is { } until)
        {
            clears = _evaluator.Decide(until, at) == Truth.True;
            if (clears)
            {
                group.Clearing.Add(evaluation);
                clears = _holding.IsHeld(Rule.UntilFor, group.Clearing, evaluation);
            }
        }

        if (clears)
        {
            group.Deactivate(at.End.UtcTicks);
            NoteChange(group.Key);
            group.Cases[^1].Closed = at.End;
        }
    }

    private void Fire(GroupState group, Evaluation at, int evaluation)
    {
        var now = _instants[evaluation];
        var returns = group.Cases.Count > 0 && Returns(group.Cases[^1].LastTrue, now);
        if (!returns)
        {
            group.Cases.Add(new CaseState(Rule, group.Key, group.Cases.Count, now, _timeline.Length) { Threshold = _evaluator.LeastCount(_signal, Rule, at) });
            _opened.Add((group, group.Cases[^1]));
        }

        group.Activate(now.UtcTicks);
        NoteChange(group.Key);
        group.Clearing.Clear();
        var current = group.Cases[^1];
        current.Closed = null;
        for (var i = Math.Max(0, evaluation - _holding.CountIn(Rule.For, evaluation) + 1); i <= evaluation; i++)
        {
            if (group.Held.Contains(i))
            {
                Add(current, group, i);
            }
        }
    }

    private void Add(CaseState current, GroupState group, int evaluation) =>
        current.Add(Math.Max(0, _evaluator.Windows.StartOf(Rule.Window, Rule.Cycles, _instants[evaluation])), _instants[evaluation], group.POf(evaluation));

    /// <summary>True when a signal comes back so soon that it is the same case: 7 local days, or 24 hours where hours are watched hourly.</summary>
    private bool Returns(Instant last, Instant now) => Rule is { Every.Kind: ScheduleKind.Hour, Window.Unit: TimeUnit.Hour }
        ? now.UtcTicks - last.UtcTicks <= TimeSpan.TicksPerDay
        : now.LocalHours - last.LocalHours <= ReopenHours;
}
