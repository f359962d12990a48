using CxRules.Model.Cases;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Plans;

namespace CxRules.Runtime.Sessions;

/// <summary>What the rules of a session have made of things so far, for those that wait for it.</summary>
internal sealed class ChainFacts
{
    private readonly SortedDictionary<int, EvaluatedRule> _rules = [];

    public void Add(EvaluatedRule rule) => _rules.Add(rule.Rule.Index, rule);

    /// <summary>Whether a fact holds for a group, or a contact, at an instant.</summary>
    public Truth Decide(FactSignal fact, Subject subject, long utcTicks) => fact switch
    {
        ActiveSignal active => IsActive(active.Rules, subject, utcTicks) ? Truth.True : Truth.False,
        _ => throw new InvalidOperationException($"A fact of an unknown kind: {fact.GetType().Name}."),
    };

    /// <summary>Whether a fact holds for a case.</summary>
    public Truth Decide(FactSignal fact, CaseState state, long utcTicks) => Decide(fact, new Subject(state.Rule.Per, state.Group.Codes), utcTicks);

    /// <summary>True where another rule keeps a group's signal from becoming active.</summary>
    public bool IsSuppressed(RulePlan rule, Subject subject, long utcTicks) => IsActive(rule.SuppressedBy, subject, utcTicks);

    /// <summary>The cases that a rule about cases and signals looks at: of signals, each group's last one.</summary>
    public IEnumerable<CaseState> CasesFor(RulePlan rule) => AskedBy(rule).SelectMany(LastCasesOf).Distinct();

    /// <summary>The rules that one asks for, ascending.</summary>
    public static IEnumerable<int> AskedBy(RulePlan rule) => SignalMeasures.Facts(rule).SelectMany(fact => fact.Rules).Distinct().Order();

    private IEnumerable<CaseState> LastCasesOf(int index) => _rules[index] switch
    {
        RuleSession session => session.Groups.Where(group => group.HasCases && group.Cases.Count > 0).Select(group => group.Cases[^1]),
        var about => CasesFor(about.Rule),
    };

    private bool IsActive(IEnumerable<int> rules, Subject subject, long utcTicks)
    {
        foreach (var index in rules)
        {
            if (_rules[index].IsActive(subject, utcTicks))
            {
                return true;
            }
        }

        return false;
    }
}
