using CxRules.Model.Time;
using CxRules.Runtime.Baselines;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>One rule with a signal: its groups, and what happens to them at each instant.</summary>
internal sealed class RuleSession
{
    private const int YoungHours = 28 * 24;
    private const int ReopenHours = 7 * 24;
    private readonly Timeline _timeline;
    private readonly SignalPlan _signal;
    private readonly SignalEvaluator _evaluator;
    private readonly int _tests;
    private readonly ChancePlan[] _levels;
    private readonly Instant[] _instants;
    private readonly int[] _evaluationAt;
    private readonly Dictionary<string, long> _unknown = new(StringComparer.Ordinal);

    public RuleSession(RulePlan rule, SignalPlan signal, Timeline timeline, SignalEvaluator evaluator, IEnumerable<Instant> instants, Func<int, IEnumerable<GroupState>> groups)
    {
        Rule = rule;
        _signal = signal;
        _timeline = timeline;
        _evaluator = evaluator;
        _evaluator.Watch(signal);
        _tests = SignalMeasures.Tests(rule).Count();
        _levels = [.. SignalMeasures.Levels(rule)];
        _instants = [.. instants];
        _evaluationAt = new int[timeline.Length + 1];
        Array.Fill(_evaluationAt, -1);
        for (var i = 0; i < _instants.Length; i++)
        {
            _evaluationAt[_instants[i].Index] = i;
        }

        Groups = [.. groups(_instants.Length)];
    }

    public RulePlan Rule { get; }

    public SignalPlan Signal => _signal;

    public SignalEvaluator Evaluator => _evaluator;

    public Timeline Timeline => _timeline;

    public IReadOnlyList<GroupState> Groups { get; }

    public IReadOnlyList<Instant> Instants => _instants;

    /// <summary>Evaluations of a group whose condition was unknown, by reason.</summary>
    public IReadOnlyDictionary<string, long> Unknown => _unknown;

    /// <summary>How often chance alone meets `if`; null where a chance test keeps it away.</summary>
    public ChanceAlone? ChanceAlone => _evaluator.ChanceAlone;

    /// <summary>True when the signal is active for a group of another rule: equal in the fields that both group by.</summary>
    public bool IsActiveFor(RulePlan other, GroupKey group) => Groups.Any(own => own.IsActive && IsSameGroup(own.Key, other, group));

    private bool IsSameGroup(GroupKey own, RulePlan other, GroupKey group)
    {
        for (var i = 0; i < Rule.Per.Length; i++)
        {
            var position = other.Per.IndexOf(Rule.Per[i]);
            if (position >= 0 && own.Codes[i] != group.Codes[position])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Evaluates every group at one of the rule's instants.</summary>
    /// <param name="isSuppressed">True for a group that may open no case now.</param>
    public void Evaluate(int evaluation, Func<GroupState, bool> isSuppressed)
    {
        foreach (var at in At(evaluation))
        {
            Evaluate(at, evaluation, isSuppressed);
        }
    }

    /// <summary>The groups that are evaluated at one of the rule's instants, with how many of them have a known baseline.</summary>
    public List<Evaluation> At(int evaluation)
    {
        var end = _instants[evaluation];
        var known = new int[_tests];
        var evaluations = new List<Evaluation>();
        foreach (var group in Groups)
        {
            if (end.Index > group.FirstIndex)
            {
                evaluations.Add(new Evaluation(group, end, known, _tests, index => index <= _timeline.Length ? _evaluationAt[index] : -1));
            }
        }

        foreach (var test in _levels)
        {
            known[test.Index] = evaluations.Count(at => _evaluator.KnowsBaseline(test, at));
        }

        return evaluations;
    }

    private void Evaluate(Evaluation at, int evaluation, Func<GroupState, bool> isSuppressed)
    {
        var group = at.Group;
        var truth = _evaluator.Decide(_signal, at);
        group.Condition[evaluation] = truth;
        if (truth == Truth.Unknown)
        {
            var because = at.UnknownBecause ?? "unknown";
            _unknown[because] = _unknown.GetValueOrDefault(because) + 1;
        }

        if (truth == Truth.True || group.IsActive)
        {
            group.P[evaluation] = _evaluator.SmallestP(_signal, at);
        }

        if (group.IsActive)
        {
            Continue(at, evaluation, truth);
        }
        else if (truth == Truth.True && IsHeld(Rule.For, group.Condition, evaluation) && !isSuppressed(group))
        {
            Fire(group, at, evaluation);
        }

        if (group.IsActive)
        {
            var current = group.Cases[^1];
            current.Fired.Add(at.End.Index - 1);
            group.Strong[evaluation] = group.P[evaluation] < ChancePlan.BeyondChance && at.End.LocalHours - current.Opened.LocalHours < YoungHours;
        }
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
            group.Clearing[evaluation] = _evaluator.Decide(until, at);
            clears = group.Clearing[evaluation] == Truth.True && IsHeld(Rule.UntilFor, group.Clearing, evaluation);
        }

        if (clears)
        {
            group.IsActive = false;
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
        }

        group.IsActive = true;
        group.Clearing.Clear();
        var current = group.Cases[^1];
        current.Closed = null;
        for (var i = Math.Max(0, evaluation - CountIn(Rule.For, evaluation) + 1); i <= evaluation; i++)
        {
            if (group.Condition[i] == Truth.True)
            {
                Add(current, group, i);
            }
        }
    }

    private void Add(CaseState current, GroupState group, int evaluation) =>
        current.Add(Math.Max(0, _timeline.StartOfWindow(_instants[evaluation], Rule.Window)), _instants[evaluation], group.P[evaluation]);

    /// <summary>True when the condition held long enough, at this evaluation and those of the span before it.</summary>
    private bool IsHeld(Hold? hold, ReadOnlySpan<Truth> history, int evaluation)
    {
        if (hold is not { } needed)
        {
            return true;
        }

        var count = CountIn(hold, evaluation);
        if (count > evaluation + 1)
        {
            if (needed.Needed is null)
            {
                return false;
            }

            count = evaluation + 1;
        }

        var trues = history.Slice(evaluation + 1 - count, count).Count(Truth.True);
        return trues >= (needed.Needed ?? count);
    }

    private int CountIn(Hold? hold, int evaluation) => hold is { } span ? Schedules.CountIn(Rule.Every, _timeline, _instants[evaluation], span) : 1;

    /// <summary>True when a signal comes back so soon that it is the same case: 7 local days, or 24 hours where hours are watched hourly.</summary>
    private bool Returns(Instant last, Instant now) => Rule is { Every.Kind: ScheduleKind.Hour, Window.Unit: TimeUnit.Hour }
        ? now.UtcTicks - last.UtcTicks <= TimeSpan.TicksPerDay
        : now.LocalHours - last.LocalHours <= ReopenHours;
}
