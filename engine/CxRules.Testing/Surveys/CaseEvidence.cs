using System.Collections.Immutable;
using CxRules.Runtime.Plans;
using CxRules.Testing.Explaining;
using CxRules.Testing.Replays;

namespace CxRules.Testing.Surveys;

/// <summary>What is put before a director who says "prove it".</summary>
/// <param name="Explanation">The case with each of its contacts; its money was checked to add up.</param>
/// <param name="Standing">Its age, and what a year costs.</param>
/// <param name="Examples">Ids of up to 20 contacts: those with the smallest hash of their id, as a case's evidence has them.</param>
/// <param name="Channels">Where its contacts came in, the most first.</param>
public sealed record CaseEvidence(
    CaseExplanation Explanation,
    StandingCase Standing,
    DateOnly AsOf,
    ImmutableArray<string> Examples,
    ImmutableArray<KeyValuePair<string, long>> Channels)
{
    /// <summary>What the rule's figures grow with; null: the days.</summary>
    public string? Exposure { get; init; }

    /// <summary>How many contacts were to be expected; null: as many as on the same weekdays (in the same hours of the week) before.</summary>
    public ExpectationPlan? Expectation { get; init; }

    public ReplayCase Case => Standing.Case;

    public ReplayResult Replay => Explanation.Replay;
}
