namespace CxRules.Model.Cases;

/// <summary>A step that a case may take.</summary>
public sealed record CaseStep(CaseStanding From, CaseStanding To, CaseRole By);
