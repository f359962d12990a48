using System.Collections.Immutable;

namespace CxRules.Testing.Surveys;

/// <summary>What drives contacts: the few reasons that most of them come from.</summary>
/// <param name="All">All contacts.</param>
/// <param name="Lists">By disposition, touchpoint, owner and demand: in each, every contact stands in one line.</param>
/// <param name="Findings">What keeps contacts from their owner.</param>
public sealed record DriverReport(DriverLine All, ImmutableArray<DriverList> Lists, ImmutableArray<DriverFinding> Findings)
{
    /// <summary>What ideas, feedback and other records beside the contacts are about, the most first; they are in no other figure here.</summary>
    public ImmutableArray<BesideLine> Beside { get; init; } = [];
}

/// <param name="Disposition">`(none)` where the records do not say.</param>
/// <param name="Records">By kind, in the order of their names.</param>
public sealed record BesideLine(string Disposition, ImmutableArray<KeyValuePair<string, long>> Records);

/// <param name="By">`disposition`, `touchpoint`, `owner` or `demand`.</param>
/// <param name="Lines">The largest first.</param>
/// <param name="NotRouted">The same lines by the contacts that no case and no contact rule holds; those without any are left out.</param>
public sealed record DriverList(string By, ImmutableArray<ParetoLine> Lines, ImmutableArray<ParetoLine> NotRouted);

/// <summary>A line of a Pareto list.</summary>
/// <param name="Share">In per cent of what the list ranks.</param>
/// <param name="Cumulative">The same for this line and all above it.</param>
public sealed record ParetoLine(DriverLine Driver, decimal Share, decimal Cumulative);

/// <param name="Routed">Contacts that a case or a contact rule holds.</param>
/// <param name="Cost">Null where the project has no costs.</param>
/// <param name="Found">What of that stands in cases and contact routes with a known cost, in the project's currency.</param>
public sealed record DriverLine(string Name, long Contacts, long Routed, KnownCost? Cost, decimal? Found)
{
    public long NotRouted => Contacts - Routed;
}

/// <summary>Contacts that the map from disposition to owner loses.</summary>
/// <param name="Share">In per cent of all contacts.</param>
/// <param name="Names">The codes in question, those of most contacts first; empty where it is about none.</param>
public sealed record DriverFinding(DriverGap Gap, long Contacts, decimal Share, ImmutableArray<string> Names);

/// <summary>Where the way from a contact to its owner ends.</summary>
public enum DriverGap
{
    /// <summary>The contact has no disposition.</summary>
    NoDisposition,

    /// <summary>The project declares dispositions, and this is none of them.</summary>
    UnknownDisposition,

    /// <summary>Neither the contact nor its disposition names a touchpoint.</summary>
    NoTouchpoint,

    /// <summary>The touchpoint is not declared, or nobody owns it.</summary>
    NoOwner,
}
