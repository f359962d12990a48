using CxRules.Model.Cases;

namespace CxRules.Runtime.Lives;

/// <summary>A step that a case could not take.</summary>
/// <param name="Was">The state of the case then; null: it was not there yet.</param>
public sealed record RefusedStep(CaseTransition Step, CaseStanding? Was);
