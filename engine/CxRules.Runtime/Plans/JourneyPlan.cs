using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Model.Time;

namespace CxRules.Runtime.Plans;

/// <summary>Where in time the other contact of a journey lies.</summary>
public enum JourneySide
{
    After,
    Before,
}

/// <summary>Another contact of the same customer.</summary>
/// <param name="Key">Equal for journeys that mean the same.</param>
/// <param name="Target">Index of the population that the other contact belongs to; it is lower than that of any population which looks for it.</param>
/// <param name="Same">A field of which both have the same value; null: none.</param>
public sealed record JourneyAtom(string Key, JourneySide Side, int Target, JourneyLimit Within, ContactField? Same);

/// <summary>A condition on a contact that hangs on other contacts of its customer.</summary>
public abstract record JourneyCondition
{
    /// <summary>True where it may become known after the contact itself: it looks at what follows, or at contacts of which that is so.</summary>
    public static bool IsDelayed(JourneyCondition? condition, IReadOnlyList<JourneyAtom> atoms, IReadOnlyList<PopulationPlan> populations) => condition switch
    {
        AllJourneys all => all.Operands.Any(operand => IsDelayed(operand, atoms, populations)),
        AnyJourney any => any.Operands.Any(operand => IsDelayed(operand, atoms, populations)),
        NotJourney not => IsDelayed(not.Operand, atoms, populations),
        SettledJourney settled => IsDelayed(settled.Value, atoms, populations) || IsDelayed(settled.With, atoms, populations),
        AtomJourney { Atom: var atom } => atoms[atom].Side == JourneySide.After || IsDelayed(populations[atoms[atom].Target].Journey, atoms, populations),
        _ => false,
    };
}

public sealed record AllJourneys(ImmutableArray<JourneyCondition> Operands) : JourneyCondition;

public sealed record AnyJourney(ImmutableArray<JourneyCondition> Operands) : JourneyCondition;

public sealed record NotJourney(JourneyCondition Operand) : JourneyCondition;

/// <summary>A journey, by its index in <see cref="EnginePlan.Journeys"/>.</summary>
public sealed record AtomJourney(int Atom) : JourneyCondition;

/// <summary>What the contact alone decides.</summary>
public sealed record OwnTest(RowTestFactory Test) : JourneyCondition;

/// <summary>As <paramref name="Value"/>, but true only once it is known whether <paramref name="With"/> is: what a share is a share of.</summary>
public sealed record SettledJourney(JourneyCondition Value, JourneyCondition With) : JourneyCondition;
