using CxRules.Model.Contacts;
using CxRules.Model.Time;
using CxRules.Runtime.Plans;

namespace CxRules.Runtime.Journeys;

/// <summary>Says of a contact when a condition on its journeys became true or false.</summary>
internal sealed class JourneyDecider(EnginePlan plan, ContactDictionaries dictionaries, JourneyIndex index, ObservedTime observed)
{
    private readonly Dictionary<OwnTest, RowTest> _tests = new(ReferenceEqualityComparer.Instance);

    public JourneyTruth Decide(JourneyCondition condition, ContactBatch batch, int row) => condition switch
    {
        AllJourneys all => all.Operands.Select(operand => Decide(operand, batch, row)).Aggregate(JourneyTruth.And),
        AnyJourney any => any.Operands.Select(operand => Decide(operand, batch, row)).Aggregate(JourneyTruth.Or),
        NotJourney not => JourneyTruth.Not(Decide(not.Operand, batch, row)),
        SettledJourney settled => JourneyTruth.Settled(Decide(settled.Value, batch, row), Decide(settled.With, batch, row)),
        AtomJourney { Atom: var atom } => Look(atom, batch, row).Truth,
        OwnTest own => JourneyTruth.From(OccurredAt(batch, row), Bind(own)(batch, row)),
        _ => throw new InvalidOperationException($"A journey of an unknown kind: {condition.GetType().Name}."),
    };

    /// <summary>Looks for the other contact of a journey.</summary>
    public JourneySight Look(int atom, ContactBatch batch, int row)
    {
        var at = OccurredAt(batch, row);
        var (first, last) = Range(plan.Journeys[atom], at);
        return index[atom].KeyOf(batch, row, plan.Project.Schema.Customer) is not 0 and var key
            ? Look(index[atom].Between(key, first, last), at, first, last)
            : new(JourneyTruth.From(at, Truth.Unknown), first, last, null) { IsNameless = true };
    }

    private JourneySight Look(ReadOnlySpan<JourneyEvent> events, long at, long first, long last)
    {
        var (found, which, late) = (JourneyTruth.Never, (long?)null, Math.Max(at, last));
        foreach (ref readonly var candidate in events)
        {
            if (found <= Math.Max(at, candidate.At))
            {
                break;
            }

            var known = Math.Max(at, candidate.Known);
            if (!candidate.Meets)
            {
                late = Math.Max(late, known);
            }
            else if (known < found)
            {
                (found, which) = (known, candidate.At);
            }
        }

        var truth = found != JourneyTruth.Never ? JourneyTruth.From(found, Truth.True)
            : late >= observed.End ? JourneyTruth.Open
            : JourneyTruth.From(late, observed.Covers(first, last + 1) ? Truth.False : Truth.Unknown);
        return new(truth, first, last, which);
    }

    /// <summary>The first and the last instant at which the other contact may have occurred.</summary>
    private (long First, long Last) Range(JourneyAtom atom, long at) => atom.Side == JourneySide.After
        ? (at + 1, atom.Within.LastAfter(at, plan.Zone))
        : (atom.Within.FirstBefore(at, plan.Zone), at - 1);

    private long OccurredAt(ContactBatch batch, int row) => batch.Number(plan.Project.Schema.OccurredAt).Values[row];

    private RowTest Bind(OwnTest own)
    {
        if (!_tests.TryGetValue(own, out var test))
        {
            _tests.Add(own, test = own.Test(dictionaries));
        }

        return test;
    }
}

/// <summary>What looking for the other contact of a journey found.</summary>
/// <param name="First">The first and the last instant at which it may have occurred; UTC ticks.</param>
/// <param name="Found">When the first one that counts occurred; null: there is none.</param>
internal readonly record struct JourneySight(JourneyTruth Truth, long First, long Last, long? Found)
{
    /// <summary>The contact lacks what it is looked for by: its customer, say.</summary>
    public bool IsNameless { get; init; }
}
