using System.Collections.Immutable;
using CxRules.Model.Cases;
using CxRules.Runtime.Cases;

namespace CxRules.Runtime.Sessions;

/// <summary>A case that a rule has opened.</summary>
/// <param name="Outline">What is known of it from the first: the id, the rule, the group.</param>
/// <param name="Steps">What people do with it, in the order of time.</param>
internal sealed record BookedCase(RuleSession Session, GroupState Group, CaseState State, CaseDecision Outline, ImmutableArray<CaseTransition> Steps)
{
    private CaseFigures? _figures;
    private int _evaluations = -1;

    /// <summary>As far as it has come by now.</summary>
    /// <param name="history">Which days are no reference, and what exposures there are.</param>
    public CaseFigures Figures(History history)
    {
        if (_figures is null || _evaluations != State.Evaluations)
        {
            var unit = Session.Rule.Unit;
            _figures = CaseFigures.Of(State, Group.Cases[..State.Ordinal], Group.Population, Session.Timeline, history.ExclusionsOf(unit), history.ExposuresOf(unit));
            _evaluations = State.Evaluations;
        }

        return _figures;
    }
}
