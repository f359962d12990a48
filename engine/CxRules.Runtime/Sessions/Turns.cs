using CxRules.Model.Cases;
using CxRules.Runtime.Chaining;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>
/// Runs the rules through the history: instant after instant each that has its turn, in the order of the chain; and in between, when people do
/// something with a case, those that wait for it.
/// </summary>
internal sealed class Turns
{
    private readonly Dictionary<int, EvaluatedRule> _rules;
    private readonly ChainFacts _facts;
    private readonly CaseBook _book;
    private readonly ISession _session;

    /// <summary>By UTC ticks, what is to be looked at then.</summary>
    private readonly SortedDictionary<long, List<Fact>> _due = [];
    private readonly HashSet<Fact> _seen = [];

    /// <summary>Rules whose cases others act on when these change.</summary>
    private readonly HashSet<int> _askedCases;
    private long _now;
    private long _last;

    /// <param name="open">Makes the session that they run in.</param>
    public Turns(IReadOnlyCollection<EvaluatedRule> rules, ChainFacts facts, CaseBook book, Func<IEnumerable<SessionRule>, ISession> open)
    {
        _rules = rules.ToDictionary(rule => rule.Rule.Index);
        _facts = facts;
        _book = book;
        _askedCases = [.. rules.Where(rule => rule.Rule.ActsOnChange).SelectMany(rule => CasesAskedBy(rule.Rule))];
        _session = open(rules.SelectMany(RulesOf));
    }

    public void Take()
    {
        foreach (var rule in _rules.Values)
        {
            foreach (var (evaluation, instant) in rule.Instants.Index())
            {
                Due(instant.UtcTicks).Add(new TurnFact(rule.Rule.Index, evaluation));
            }
        }

        _last = _due.Count == 0 ? 0 : _due.Keys.Last();
        while (_due.Count > 0)
        {
            (_now, var facts) = _due.First();
            _due.Remove(_now);
            foreach (var fact in facts)
            {
                Tell(fact);
            }

            _session.Fire();
        }
    }

    private static IEnumerable<int> CasesAskedBy(RulePlan rule) => SignalMeasures.Facts(rule).OfType<CaseSignal>().SelectMany(fact => fact.Rules).Distinct();

    private IEnumerable<SessionRule> RulesOf(EvaluatedRule rule)
    {
        yield return new(rule.Rule.Id, rule.Rule.Order, typeof(TurnFact), rule.Rule.Index, (_, fact) =>
        {
            _session.Retract(fact);
            _facts.Note(rule.Rule, _now);
            rule.Evaluate(((TurnFact)fact).Evaluation, _facts);
            TellOf(rule);
        });

        if (rule is CaseRuleSession { Rule.ActsOnChange: true } about)
        {
            foreach (var (kind, other) in ChainFacts.AskedBy(rule.Rule).Select(other => (typeof(SignalFact), other)).Concat(CasesAskedBy(rule.Rule).Select(other => (typeof(CaseFact), other))))
            {
                yield return new(rule.Rule.Id, rule.Rule.Order, kind, other, (_, _) =>
                {
                    _facts.Note(rule.Rule, _now);
                    about.React(_now, _facts);
                    TellOf(rule);
                });
            }
        }
    }

    /// <summary>Tells the session which signals and cases changed.</summary>
    private void TellOf(EvaluatedRule rule)
    {
        foreach (var group in rule.TakeChanges())
        {
            Tell(new SignalFact(rule.Rule.Index, TextOf(group)));
        }

        if (rule is not RuleSession session)
        {
            return;
        }

        var opened = _book.Take(session, _now);
        if (_askedCases.Contains(rule.Rule.Index))
        {
            foreach (var booked in opened)
            {
                Tell(FactOf(booked));
                Announce(booked);
            }

            foreach (var booked in _book.SteppedBy(_now).Where(booked => booked.Session == session && booked.State.Opened.UtcTicks < _now))
            {
                Tell(FactOf(booked));
            }
        }
    }

    /// <summary>What people will do with a case is known beforehand in a replay, but nobody looks at it before they do it.</summary>
    private void Announce(BookedCase booked)
    {
        foreach (var step in booked.Steps.Where(step => step.At > _now && step.At <= _last))
        {
            Due(step.At).Add(FactOf(booked));
        }
    }

    private void Tell(Fact fact)
    {
        if (fact is TurnFact || _seen.Add(fact))
        {
            _session.Insert(fact);
        }
        else
        {
            _session.Update(fact);
        }
    }

    private List<Fact> Due(long utcTicks)
    {
        if (!_due.TryGetValue(utcTicks, out var facts))
        {
            _due.Add(utcTicks, facts = []);
        }

        return facts;
    }

    private static CaseFact FactOf(BookedCase booked) => new(booked.State.Rule.Index, TextOf(booked.State.Group), booked.State.Ordinal);

    private static string TextOf(GroupKey group) => string.Join(',', group.Codes);
}
