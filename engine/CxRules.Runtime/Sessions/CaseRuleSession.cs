using CxRules.Runtime.Cases;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>A rule about cases and signals of other rules: it looks at case after case, and acts on each for which it begins to hold.</summary>
internal sealed class CaseRuleSession : EvaluatedRule
{
    private readonly SignalPlan _signal;
    private readonly Instant[] _instants;
    private readonly Holding _holding;
    private readonly Dictionary<CaseState, WatchedCase> _watched = [];
    private readonly List<Firing> _firings = [];
    private long _looked = long.MinValue;

    public CaseRuleSession(RulePlan rule, SignalPlan signal, Timeline timeline, Instant[] instants)
        : base(rule, instants)
    {
        _signal = signal;
        _instants = instants;
        _holding = new(rule.Every, timeline, instants);
    }

    /// <summary>In the order of time.</summary>
    public IReadOnlyList<Firing> Firings => _firings;

    /// <summary>Cases for which the condition was unknown when they were last looked at.</summary>
    public long Unknown => _watched.Values.Count(watched => watched.Last == Truth.Unknown);

    public override void Evaluate(int evaluation, ChainFacts facts) => Evaluate(evaluation, _instants[evaluation].UtcTicks, facts);

    /// <summary>Evaluates it because something that it asks for has changed.</summary>
    public void React(long utcTicks, ChainFacts facts) => Evaluate(null, utcTicks, facts);

    public override bool IsActive(Subject subject, long utcTicks)
    {
        foreach (var (state, watched) in _watched)
        {
            if (watched.Active.Contains(utcTicks) && subject.IsOf(state.Rule.Per, state.Group))
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="evaluation">Null: between its instants.</param>
    private void Evaluate(int? evaluation, long now, ChainFacts facts)
    {
        if (Rule.ActsOnChange && _looked == now)
        {
            // All that it waits for comes before it: nothing has changed since.
            return;
        }

        _looked = now;
        foreach (var state in facts.CasesFor(Rule))
        {
            if (!_watched.TryGetValue(state, out var watched))
            {
                _watched.Add(state, watched = new(state));
            }

            var truth = SignalLogic.Decide(_signal, (State: state, Now: now, Facts: facts), static (leaf, at) => at.Facts.Decide((FactSignal)leaf, at.State, at.Now));
            watched.Last = truth;
            if (truth == Truth.True)
            {
                Hold(watched, evaluation, now);
            }
            else if (truth == Truth.False && watched.Active.IsOpen)
            {
                watched.Active.Close(now);
                NoteChange(state.Group);
            }
        }
    }

    private void Hold(WatchedCase watched, int? evaluation, long now)
    {
        if (evaluation is { } number)
        {
            watched.Held.Add(number);
        }

        if (!watched.Active.IsOpen && (evaluation is null || _holding.IsHeld(Rule.For, watched.Held, evaluation.Value)))
        {
            watched.Active.Open(now);
            _firings.Add(new(Rule, watched.State, now));
            NoteChange(watched.State.Group);
        }
    }
}
