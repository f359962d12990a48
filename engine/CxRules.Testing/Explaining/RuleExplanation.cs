using System.Collections.Immutable;
using CxRules.Language.Binding;
using CxRules.Runtime.Sessions;
using CxRules.Testing.Replays;

namespace CxRules.Testing.Explaining;

/// <summary>What a rule saw at its evaluations on one local day.</summary>
/// <param name="Evaluations">By time and group.</param>
public sealed record RuleExplanation(ReplayResult Replay, BoundRule Rule, DateOnly Day, ImmutableArray<RuleEvaluation> Evaluations);

/// <param name="CaseId">The case that is open after it; null: none.</param>
public sealed record RuleEvaluation(ExplainedEvaluation Evaluation, string? CaseId);
