using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CxRules.Model.Cases;

/// <summary>Which step a case may take from where, and who takes it (domain.md, "The case").</summary>
public static class CaseSteps
{
    private static readonly FrozenSet<CaseStanding> s_ended = new[] { CaseStanding.Closed, CaseStanding.Merged, CaseStanding.FalseAlarm }.ToFrozenSet();

    private static readonly ImmutableArray<CaseStep> s_course =
    [
        new(CaseStanding.Detected, CaseStanding.Open, CaseRole.Lead),
        new(CaseStanding.Open, CaseStanding.Routed, CaseRole.Engine),
        new(CaseStanding.Routed, CaseStanding.Acknowledged, CaseRole.Owner),
        new(CaseStanding.Routed, CaseStanding.Accepted, CaseRole.Owner),
        new(CaseStanding.Routed, CaseStanding.Declined, CaseRole.Owner),
        new(CaseStanding.Routed, CaseStanding.Disputed, CaseRole.Owner),
        new(CaseStanding.Acknowledged, CaseStanding.Accepted, CaseRole.Owner),
        new(CaseStanding.Acknowledged, CaseStanding.Declined, CaseRole.Owner),
        new(CaseStanding.Acknowledged, CaseStanding.Disputed, CaseRole.Owner),
        new(CaseStanding.Disputed, CaseStanding.Routed, CaseRole.Lead),
        new(CaseStanding.Declined, CaseStanding.Accepted, CaseRole.Owner),
        new(CaseStanding.Declined, CaseStanding.Routed, CaseRole.Engine),
        new(CaseStanding.Accepted, CaseStanding.InProgress, CaseRole.Owner),
        new(CaseStanding.InProgress, CaseStanding.FixClaimed, CaseRole.Owner),
        new(CaseStanding.FixClaimed, CaseStanding.Verifying, CaseRole.Engine),
        new(CaseStanding.Verifying, CaseStanding.Verified, CaseRole.Engine),
        new(CaseStanding.Verifying, CaseStanding.Failed, CaseRole.Engine),
        new(CaseStanding.Failed, CaseStanding.InProgress, CaseRole.Engine),
        new(CaseStanding.Verified, CaseStanding.LoopClosed, CaseRole.Lead),
        new(CaseStanding.LoopClosed, CaseStanding.Closed, CaseRole.Lead),
        new(CaseStanding.Verified, CaseStanding.Reopened, CaseRole.Engine),
        new(CaseStanding.LoopClosed, CaseStanding.Reopened, CaseRole.Engine),
        new(CaseStanding.Closed, CaseStanding.Reopened, CaseRole.Engine),
        new(CaseStanding.Reopened, CaseStanding.Routed, CaseRole.Engine),
    ];

    /// <summary>Every step. A case that has not ended may be merged into another, or called a false alarm.</summary>
    public static ImmutableArray<CaseStep> All { get; } =
    [
        .. s_course,
        .. Enum.GetValues<CaseStanding>().Where(from => !s_ended.Contains(from)).SelectMany(from => new[] { CaseStanding.Merged, CaseStanding.FalseAlarm }.Select(to => new CaseStep(from, to, CaseRole.Lead))),
    ];

    /// <summary>The step from one state to another; null: there is none.</summary>
    public static CaseStep? Find(CaseStanding from, CaseStanding to) => All.FirstOrDefault(step => step.From == from && step.To == to);

    /// <summary>The steps that people can take from a state, in the order of the table.</summary>
    public static IEnumerable<CaseStep> OfPeople(CaseStanding from) => All.Where(step => step.From == from && step.By != CaseRole.Engine);

    /// <summary>True for a case with which nothing more is done.</summary>
    public static bool IsEnd(CaseStanding standing) => s_ended.Contains(standing);
}
