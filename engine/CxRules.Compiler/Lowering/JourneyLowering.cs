using System.Collections.Immutable;
using CxRules.Language.Binding;
using CxRules.Model.Contacts;
using CxRules.Model.Time;
using CxRules.Runtime.Plans;

namespace CxRules.Compiler.Lowering;

/// <summary>Lowers conditions that look at a customer's other contacts.</summary>
/// <param name="atomOf">The index of a journey in the plan.</param>
internal sealed class JourneyLowering(ContactSchema schema, ZoneRules zone, Func<BoundJourney, int> atomOf)
{
    /// <summary>The journeys of a condition, but not those of the contacts that they look for.</summary>
    public static IEnumerable<BoundJourney> JourneysOf(BoundCondition condition) => condition switch
    {
        BoundAnd and => and.Operands.SelectMany(JourneysOf),
        BoundOr or => or.Operands.SelectMany(JourneysOf),
        BoundNot not => JourneysOf(not.Operand),
        BoundJourney journey => [journey],
        _ => [],
    };

    /// <summary>Null for a condition that the contact alone decides.</summary>
    public JourneyCondition? Lower(BoundCondition condition) => JourneysOf(condition).Any() ? Build(condition) : null;

    /// <summary>As <paramref name="value"/>, once it is known whether <paramref name="with"/> holds.</summary>
    public SettledJourney Settled(BoundCondition value, BoundCondition with) => new(Build(value), Build(with));

    private JourneyCondition Build(BoundCondition condition) => condition switch
    {
        BoundJourney journey => new AtomJourney(atomOf(journey)),
        _ when !JourneysOf(condition).Any() => new OwnTest(RowTestLowering.Lower(condition, schema, zone)),
        BoundNot not => new NotJourney(Build(not.Operand)),
        BoundAnd and => new AllJourneys(Build(and.Operands, own => new BoundAnd(own))),
        BoundOr or => new AnyJourney(Build(or.Operands, own => new BoundOr(own))),
        _ => throw new InvalidOperationException($"A condition of an unknown kind: {condition.GetType().Name}."),
    };

    /// <summary>What the contact alone decides is one test.</summary>
    private ImmutableArray<JourneyCondition> Build(ImmutableArray<BoundCondition> operands, Func<ImmutableArray<BoundCondition>, BoundCondition> join)
    {
        ImmutableArray<BoundCondition> own = [.. operands.Where(operand => !JourneysOf(operand).Any())];
        ImmutableArray<JourneyCondition> alone = own.IsEmpty ? [] : [Build(join(own))];
        return [.. alone, .. operands.Where(operand => JourneysOf(operand).Any()).Select(Build)];
    }
}
