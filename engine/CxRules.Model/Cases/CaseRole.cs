namespace CxRules.Model.Cases;

/// <summary>Who may take a step of a case.</summary>
public enum CaseRole
{
    /// <summary>The product itself: nobody claims in its place that a fix worked.</summary>
    Engine,

    /// <summary>Who runs the rules: the CX lead.</summary>
    Lead,

    /// <summary>The department that the case is routed to.</summary>
    Owner,
}
