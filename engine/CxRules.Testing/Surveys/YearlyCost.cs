namespace CxRules.Testing.Surveys;

/// <summary>What a year costs in which a rule's signal goes on for one group as it did in the replayed period.</summary>
/// <param name="PerYear">In the project's currency; null: unknown.</param>
/// <param name="UnknownBecause">Null where <paramref name="PerYear"/> is known.</param>
/// <param name="Rank">Among the signals with a known year, the dearest is 1; equal ones share a rank. Null where the year is unknown.</param>
/// <param name="Ranked">Signals (of a rule and a group) with a known year.</param>
/// <param name="Unranked">Those without.</param>
public sealed record YearlyCost(decimal? PerYear, string? UnknownBecause, int? Rank, int Ranked, int Unranked);
