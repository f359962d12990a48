using System.Collections.Immutable;

namespace CxRules.Samples.Telecom;

/// <summary>Something that went wrong in the year, and the contacts that would not have been made otherwise.</summary>
/// <param name="Kind">How its contacts stand in the history.</param>
/// <param name="Region">Where it happened; null: everywhere.</param>
/// <param name="Levels">Extra contacts in an ordinary week, from a local day through another; spikes only.</param>
internal sealed record PlantedEvent(string Id, string Title, PlantedKind Kind, string Disposition, string? Region, ImmutableArray<PlantedLevel> Levels)
{
    public int Reason { get; } = Reasons.IndexOf(Disposition);
}

internal enum PlantedKind
{
    /// <summary>On top of the ordinary contacts of its disposition.</summary>
    Spike,

    /// <summary>Every contact of its disposition, all year, at a constant level.</summary>
    Chronic,

    /// <summary>Contacts that follow another contact of the same customer.</summary>
    Journey,
}

internal readonly record struct PlantedLevel(DateOnly From, DateOnly To, int Weekly);
