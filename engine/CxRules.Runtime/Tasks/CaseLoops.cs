using System.Collections.Immutable;
using CxRules.Model.Cases;
using CxRules.Runtime.Sessions;

namespace CxRules.Runtime.Tasks;

/// <summary>Who spoke up in a case.</summary>
public sealed record CaseLoops(CaseDecision Case, CaseLoop Customers, CaseLoop Agents)
{
    /// <summary>UTC ticks by which rules want somebody told.</summary>
    public ImmutableArray<(CaseAudience Audience, long At)> Due { get; init; } = [];

    /// <summary>The first time by which a rule wants them told; null: none names one.</summary>
    public long? DueOf(CaseAudience audience) => Due.Where(due => due.Audience == audience).Select(due => (long?)due.At).Min();

    public CaseLoop Of(CaseAudience audience) => audience == CaseAudience.Customers ? Customers : Agents;
}
