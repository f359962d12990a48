using CxRules.Model.Cases;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Plans;

namespace CxRules.Runtime.Sessions;

/// <summary>What the rules of a session have made of things so far, for those that wait for it.</summary>
internal sealed class ChainFacts
{
    private readonly SortedDictionary<int, EvaluatedRule> _rules = [];

    /// <summary>Answers what is asked about cases; null: nobody asks.</summary>
    public CaseFacts? Cases { get; set; }

    public void Add(EvaluatedRule rule) => _rules.Add(rule.Rule.Index, rule);

    /// <summary>Takes note of everything that a rule asks of cases: it may have to be explained later.</summary>
    public void Note(RulePlan rule, long utcTicks) => Cases?.Note(rule, utcTicks);

    /// <summary>Whether a fact holds for a group, or a contact, at an instant.</summary>
    public Truth Decide(FactSignal fact, Subject subject, long utcTicks) => fact switch
    {
        ActiveSignal active => IsActive(active.Rules, subject, utcTicks) ? Truth.True : Truth.False,
        CaseSignal about when Cases is { } cases => cases.Decide(about, subject, utcTicks),
        _ => throw new InvalidOperationException($"A fact of an unknown kind: {fact.GetType().Name}."),
    };

    /// <summary>Whether a fact holds for a case.</summary>
    public Truth Decide(FactSignal fact, CaseState state, long utcTicks) => fact is CaseSignal about && Cases is { } cases
        ? cases.Decide(about, state, utcTicks)
        : Decide(fact, new Subject(state.Rule.Per, state.Group.Codes), utcTicks);

    /// <summary>True where another rule keeps a group's signal from becoming active.</summary>
    public bool IsSuppressed(RulePlan rule, Subject subject, long utcTicks) => IsActive(rule.SuppressedBy, subject, utcTicks);

    /// <summary>The cases that a rule about cases and signals looks at: those that it names; where it names none, each group's last one of its signals.</summary>
    public IEnumerable<CaseState> CasesFor(RulePlan rule) => SignalMeasures.Facts(rule).OfType<CaseSignal>().SelectMany(fact => fact.Rules).Distinct().Order().ToList() is { Count: > 0 } named
        ? named.SelectMany(AllCasesOf)
        : AskedBy(rule).SelectMany(LastCasesOf).Distinct();

    /// <summary>The rules that one asks for, ascending.</summary>
    public static IEnumerable<int> AskedBy(RulePlan rule) => SignalMeasures.Facts(rule).SelectMany(fact => fact.Rules).Distinct().Order();

    private IEnumerable<CaseState> AllCasesOf(int index) => _rules[index] is RuleSession session ? session.Groups.Where(group => group.HasCases).SelectMany(group => group.Cases) : [];

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
