using CxRules.Model.Cases;

namespace CxRules.Runtime.Lives;

/// <summary>A step that a case could not take.</summary>
/// <param name="Was">The state of the case then; null: it was not there yet.</param>
public sealed record RefusedStep(CaseTransition Step, CaseStanding? Was)
{
    /// <summary>The case that it should have gone into is not there, or does not go on; the life itself would have allowed the step.</summary>
    public bool HasNowhereToGo { get; init; }
}
