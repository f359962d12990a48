using CxRules.Model.Cases;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Plans;

namespace CxRules.Runtime.Sessions;

/// <summary>What rules ask about cases. Each answer is given once, at the instant that it is about, and kept: later nobody would know what was known then.</summary>
internal sealed class CaseFacts(CaseBook book)
{
    /// <summary>By what is asked and the instant: the cases for which it does not fail.</summary>
    private readonly Dictionary<CaseSignal, Dictionary<long, Dictionary<CaseState, Truth>>> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>Answers everything that a rule asks, for every case.</summary>
    public void Note(RulePlan rule, long utcTicks)
    {
        foreach (var fact in SignalMeasures.Facts(rule).OfType<CaseSignal>())
        {
            At(fact, utcTicks);
        }
    }

    /// <summary>Of a case of the same group, where both have one.</summary>
    public Truth Decide(CaseSignal fact, Subject subject, long utcTicks)
    {
        var truth = Truth.False;
        foreach (var (state, holds) in At(fact, utcTicks))
        {
            truth = subject.IsOf(state.Rule.Per, state.Group) ? TruthOperators.Or(truth, holds) : truth;
        }

        return truth;
    }

    /// <summary>Of the case itself, where the fact is about such cases.</summary>
    public Truth Decide(CaseSignal fact, CaseState state, long utcTicks) => fact.Rules.Contains(state.Rule.Index)
        ? At(fact, utcTicks).GetValueOrDefault(state, Truth.False)
        : Decide(fact, new Subject(state.Rule.Per, state.Group.Codes), utcTicks);

    private Dictionary<CaseState, Truth> At(CaseSignal fact, long utcTicks)
    {
        if (!_known.TryGetValue(fact, out var byInstant))
        {
            _known.Add(fact, byInstant = []);
        }

        if (!byInstant.TryGetValue(utcTicks, out var truths))
        {
            byInstant.Add(utcTicks, truths = []);
            foreach (var booked in book.Cases)
            {
                if (fact.Rules.Contains(booked.State.Rule.Index) && Of(fact, booked.State, utcTicks) is var truth && truth != Truth.False)
                {
                    truths.Add(booked.State, truth);
                }
            }
        }

        return truths;
    }

    private Truth Of(CaseSignal fact, CaseState state, long utcTicks) => fact switch
    {
        StandingSignal standing => TruthOperators.Of(book.LifeOf(state, utcTicks) is { } life && IsIn(life, standing, utcTicks)),
        PastCapSignal cap => IsPast(cap, state, utcTicks),
        CaseCostSignal cost => book.CostOf(state, utcTicks) is { } known ? TruthOperators.Of(cost.Comparison.Holds(known.Mid.CompareTo(cost.Amount))) : Truth.Unknown,
        _ => throw new InvalidOperationException($"A fact of an unknown kind: {fact.GetType().Name}."),
    };

    /// <summary>Some states are left the moment they are entered: who asks at that moment hears of them.</summary>
    private static bool IsIn(CaseLife life, StandingSignal asked, long utcTicks) =>
        (life.Standing == asked.Standing && utcTicks - life.Since >= asked.HeldTicks)
        || (asked.HeldTicks == 0 && life.Steps.Any(step => step.At == utcTicks && step.To == asked.Standing));

    private Truth IsPast(PastCapSignal asked, CaseState state, long utcTicks)
    {
        if (book.LifeOf(state, utcTicks) is not { Decline: { Cap: not null } decline, DeclineEnd: null })
        {
            return Truth.False;
        }

        var reading = book.CapOf(state, decline);
        return reading.Passed is { } passed ? TruthOperators.Of(utcTicks - passed >= asked.HeldTicks) : reading.IsKnown ? Truth.False : Truth.Unknown;
    }
}
