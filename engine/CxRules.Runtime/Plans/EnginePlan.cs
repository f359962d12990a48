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

    /// <summary>Index of the population of all contacts, counted by reason, channel and whatever rules group by: what else rose is seen there. Null: nobody asks.</summary>
    public int? Census { get; init; }

    /// <summary>Part of the ids of cases (semantics.md 12).</summary>
    public string Tenant { get; init; } = "default";

    /// <summary>How long after it occurred a contact of a log may arrive behind others.</summary>
    public TimeSpan LateAfter => Project.LateAfter ?? Watermarks.UsualLateness;

    /// <summary>Buckets are hours as soon as one rule needs them, else local days.</summary>
    public TimeUnit BucketUnit => Rules.Any(rule => rule.Signal is not null && rule.Unit == TimeUnit.Hour) ? TimeUnit.Hour : TimeUnit.Day;

    /// <summary>The plan with a census: for histories in which somebody says that a cause is mended.</summary>
    public EnginePlan WithCensus() => Census is not null ? this : Reading(Project.Schema.Disposition, Project.Schema.Channel) with
    {
        Populations = Populations.Add(new([], [], null)),
        Census = Populations.Length,
    };

    /// <summary>The plan that reads some fields more.</summary>
    public EnginePlan Reading(params IEnumerable<ContactField> fields) => this with { Fields = [.. Fields.Concat(fields).Distinct().OrderBy(field => field.Ordinal)] };
}
