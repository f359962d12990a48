using CxRules.Runtime.Chaining;

namespace CxRules.Runtime.Sessions;

/// <summary>Runs the rules through the history: instant after instant each that has its turn, in the order of the chain.</summary>
internal sealed class Turns
{
    private readonly Dictionary<int, EvaluatedRule> _rules;
    private readonly ChainFacts _facts;
    private readonly ISession _session;
    private readonly HashSet<SignalFact> _seen = [];
    private long _now;

    /// <param name="open">Makes the session that they run in.</param>
    public Turns(IReadOnlyCollection<EvaluatedRule> rules, ChainFacts facts, Func<IEnumerable<SessionRule>, ISession> open)
    {
        _rules = rules.ToDictionary(rule => rule.Rule.Index);
        _facts = facts;
        _session = open(rules.SelectMany(RulesOf));
    }

    public void Take()
    {
        var turns = _rules.Values.SelectMany(rule => rule.Instants.Select((instant, evaluation) => (instant.UtcTicks, Fact: new TurnFact(rule.Rule.Index, evaluation))));
        foreach (var now in turns.GroupBy(turn => turn.UtcTicks).OrderBy(now => now.Key))
        {
            _now = now.Key;
            foreach (var (_, turn) in now)
            {
                _session.Insert(turn);
            }

            _session.Fire();
        }
    }

    private IEnumerable<SessionRule> RulesOf(EvaluatedRule rule)
    {
        yield return new(rule.Rule.Id, rule.Rule.Order, typeof(TurnFact), rule.Rule.Index, (_, fact) =>
        {
            _session.Retract(fact);
            rule.Evaluate(((TurnFact)fact).Evaluation, _facts);
            Tell(rule);
        });

        if (rule is CaseRuleSession { Rule.ActsOnChange: true } about)
        {
            foreach (var other in ChainFacts.AskedBy(rule.Rule))
            {
                yield return new(rule.Rule.Id, rule.Rule.Order, typeof(SignalFact), other, (_, _) =>
                {
                    about.React(_now, _facts);
                    Tell(rule);
                });
            }
        }
    }

    /// <summary>Tells the session which signals changed.</summary>
    private void Tell(EvaluatedRule rule)
    {
        foreach (var group in rule.TakeChanges())
        {
            var fact = new SignalFact(rule.Rule.Index, string.Join(',', group.Codes));
            if (_seen.Add(fact))
            {
                _session.Insert(fact);
            }
            else
            {
                _session.Update(fact);
            }
        }
    }
}
