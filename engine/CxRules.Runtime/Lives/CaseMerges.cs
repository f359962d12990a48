using System.Collections.Immutable;
using CxRules.Model.Cases;
using CxRules.Runtime.Sessions;

namespace CxRules.Runtime.Lives;

/// <summary>Which cases went into which, by the steps that people took.</summary>
internal sealed class CaseMerges
{
    private readonly ImmutableArray<CaseDecision> _cases;
    private readonly Dictionary<string, int> _byId;

    private CaseMerges(ImmutableArray<CaseDecision> cases)
    {
        _cases = cases;
        _byId = cases.Select((decision, index) => (decision.Id, index)).ToDictionary(entry => entry.Id, entry => entry.index, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Leaves out merges into a case that is not there, is the case itself, or has gone by then; each that is left out changes what may
    /// come after it.
    /// </summary>
    /// <param name="relive">The case as it goes on without some of its steps.</param>
    public static ImmutableArray<CaseDecision> Settle(ImmutableArray<CaseDecision> cases, Func<int, IReadOnlySet<CaseTransition>, CaseDecision> relive)
    {
        var left = cases.Select(_ => new HashSet<CaseTransition>(ReferenceEqualityComparer.Instance)).ToArray();
        while (new CaseMerges(cases).FirstWrong() is var (index, step))
        {
            left[index].Add(step);
            cases = cases.SetItem(index, relive(index, left[index]));
        }

        return new CaseMerges(cases).Joined();
    }

    private (int Case, CaseTransition Step)? FirstWrong() => _cases
        .SelectMany((decision, index) => decision.Life.Steps.Where(step => step.To == CaseStanding.Merged).Select(step => (Case: index, Step: step)))
        .OrderBy(entry => entry.Step.At).ThenBy(entry => entry.Case)
        .Where(entry => !CanTake(entry.Case, entry.Step))
        .Select(entry => ((int, CaseTransition)?)entry)
        .FirstOrDefault();

    /// <summary>The other case must be there when the step is taken, and go on: so no chain of cases comes back to where it began.</summary>
    private bool CanTake(int index, CaseTransition step) =>
        step.Into is { } id && _byId.TryGetValue(id, out var into) && into != index && _cases[into].Life.At(step.At) is not (null or CaseStanding.Merged or CaseStanding.FalseAlarm);

    /// <summary>Each case that went has the owners, and the fate, of the one that it is now.</summary>
    private ImmutableArray<CaseDecision> Joined() => [.. _cases.Select(decision => Joined(decision, SurvivorOf(decision)))];

    private static CaseDecision Joined(CaseDecision decision, CaseDecision survivor) => decision with
    {
        MergedInto = ReferenceEquals(survivor, decision) ? null : survivor.Id,
        Owners = survivor.Owners,
        IsFalseAlarm = survivor.Life.Standing == CaseStanding.FalseAlarm,
    };

    private CaseDecision SurvivorOf(CaseDecision decision)
    {
        while (decision.Life is { Standing: CaseStanding.Merged } life && life.Steps[^1].Into is { } id)
        {
            decision = _cases[_byId[id]];
        }

        return decision;
    }
}
