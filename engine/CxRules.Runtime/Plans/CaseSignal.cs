using System.Collections.Immutable;
using CxRules.Model.Cases;

namespace CxRules.Runtime.Plans;

/// <summary>What became of a case.</summary>
/// <param name="Rules">Indexes of the rules that open such cases.</param>
public abstract record CaseSignal(ImmutableArray<int> Rules) : FactSignal(Rules);

/// <summary>A case is in a state, or passes through it at this very instant.</summary>
/// <param name="HeldTicks">For at least this long, in ticks of 100 ns.</param>
public sealed record StandingSignal(CaseStanding Standing, long HeldTicks, ImmutableArray<int> Rules) : CaseSignal(Rules);

/// <summary>A declined case has cost more since then than its cap allows, and nobody has accepted it.</summary>
/// <param name="HeldTicks">For at least this long, in ticks of 100 ns.</param>
public sealed record PastCapSignal(long HeldTicks, ImmutableArray<int> Rules) : CaseSignal(Rules);

/// <summary>What a case has cost so far against an amount.</summary>
/// <param name="Amount">In the project's currency.</param>
public sealed record CaseCostSignal(ComparisonKind Comparison, decimal Amount, ImmutableArray<int> Rules) : CaseSignal(Rules);
