using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>A rule that is evaluated at instants, and that others may wait for.</summary>
internal abstract class EvaluatedRule(RulePlan rule, Instant[] instants)
{
    private List<GroupKey> _changed = [];

    public RulePlan Rule => rule;

    public IReadOnlyList<Instant> Instants => instants;

    /// <summary>Evaluates everything the rule looks at, at one of its instants.</summary>
    /// <param name="facts">What other rules have made of things by then.</param>
    public abstract void Evaluate(int evaluation, ChainFacts facts);

    /// <summary>True while its signal is active for a group with the same values of the fields that both have.</summary>
    /// <param name="utcTicks">What happened at this very instant counts.</param>
    public abstract bool IsActive(Subject subject, long utcTicks);

    /// <summary>The groups whose signal became active or cleared since the last call.</summary>
    public IReadOnlyList<GroupKey> TakeChanges()
    {
        var changed = _changed;
        _changed = [];
        return changed;
    }

    protected void NoteChange(GroupKey group) => _changed.Add(group);
}
