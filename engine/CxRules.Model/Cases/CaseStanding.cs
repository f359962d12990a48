namespace CxRules.Model.Cases;

/// <summary>The states of a case (domain.md, "The case"). <see cref="CaseSteps"/> says which follows which.</summary>
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
}
