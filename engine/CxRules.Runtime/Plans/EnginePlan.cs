using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Contacts;

namespace CxRules.Runtime.Plans;

/// <summary>
/// A rule set made ready to run: equal populations are one, equal measures are one, and everything refers to them by index.
/// </summary>
/// <param name="Project">Costs, calendars, owners and policies.</param>
/// <param name="Zone">The zone of days, hours and schedules.</param>
/// <param name="Populations">Index = population.</param>
/// <param name="Measures">Index = measure.</param>
/// <param name="Rules">By ordinal.</param>
/// <param name="Fields">The contact fields that the plan reads.</param>
public sealed record EnginePlan(
    Project Project,
    ZoneRules Zone,
    ImmutableArray<PopulationPlan> Populations,
    ImmutableArray<MeasurePlan> Measures,
    ImmutableArray<RulePlan> Rules,
    ImmutableArray<ContactField> Fields)
{
    /// <summary>What populations look for among a customer's other contacts; populations refer to them by index.</summary>
    public ImmutableArray<JourneyAtom> Journeys { get; init; } = [];

    /// <summary>How long after it occurred a contact of a log may arrive behind others.</summary>
    public TimeSpan LateAfter => Project.LateAfter ?? Watermarks.UsualLateness;

    /// <summary>Buckets are hours as soon as one rule needs them, else local days.</summary>
    public TimeUnit BucketUnit => Rules.Any(rule => rule.Signal is not null && rule.Unit == TimeUnit.Hour) ? TimeUnit.Hour : TimeUnit.Day;
}
