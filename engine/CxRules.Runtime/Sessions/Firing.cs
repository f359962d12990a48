using CxRules.Runtime.Cases;
using CxRules.Runtime.Plans;

namespace CxRules.Runtime.Sessions;

/// <summary>A rule about cases and signals begins to hold for a case.</summary>
/// <param name="At">UTC ticks.</param>
internal sealed record Firing(RulePlan Rule, CaseState State, long At);
