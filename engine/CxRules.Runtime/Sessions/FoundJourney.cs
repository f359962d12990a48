using CxRules.Runtime.Journeys;

namespace CxRules.Runtime.Sessions;

/// <summary>What a history says of a contact's journey.</summary>
/// <param name="First">The first and the last instant at which the other contact may have occurred; UTC ticks.</param>
/// <param name="Found">When the first one occurred that counts; null: there is none.</param>
public sealed record FoundJourney(Truth Truth, long First, long Last, long? Found)
{
    /// <summary>The contact lacks what others are looked for by: its customer, say.</summary>
    public bool IsNameless { get; init; }

    /// <summary>The history ends before the time is over.</summary>
    public bool IsUndecided { get; init; }

    internal static FoundJourney Of(JourneySight sight) =>
        new(sight.Truth.Final, sight.First, sight.Last, sight.Found) { IsNameless = sight.IsNameless, IsUndecided = sight.Truth.IsUndecided };
}
