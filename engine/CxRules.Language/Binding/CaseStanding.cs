namespace CxRules.Language.Binding;

/// <summary>What `case … is` can ask for: the states of a case, and whether it has passed its cap.</summary>
public enum CaseStanding
{
    Detected,
    Open,
    Routed,
    Acknowledged,
    Accepted,
    Declined,
    Disputed,
    InProgress,
    FixClaimed,
    Verifying,
    Verified,
    Failed,
    LoopClosed,
    Closed,
    Merged,
    FalseAlarm,
    Reopened,
    PastItsCap,
}
