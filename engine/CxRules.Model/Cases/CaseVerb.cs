using System.Collections.Immutable;

namespace CxRules.Model.Cases;

/// <summary>What people say of a step that they take: `cxrules case decline`.</summary>
/// <param name="Name">One word, or two with a hyphen.</param>
/// <param name="To">What the case becomes.</param>
/// <param name="Doc">A sentence.</param>
public sealed record CaseVerb(string Name, CaseStanding To, string Doc)
{
    /// <summary>One for each state that people can bring a case to, in the order of <see cref="CaseStanding"/>.</summary>
    public static ImmutableArray<CaseVerb> All { get; } =
    [
        new("open", CaseStanding.Open, "The case is worth somebody's time."),
        new("route", CaseStanding.Routed, "A disputed case goes to whoever owns it now."),
        new("acknowledge", CaseStanding.Acknowledged, "Its owner has seen it."),
        new("accept", CaseStanding.Accepted, "Its owner takes it on."),
        new("decline", CaseStanding.Declined, "Its owner will not act; the meter goes on, and it comes back."),
        new("dispute", CaseStanding.Disputed, "Its owner says that it is somebody else's."),
        new("start", CaseStanding.InProgress, "Work on the cause has begun."),
        new("claim-fix", CaseStanding.FixClaimed, "The cause is gone, says its owner; the contacts will tell."),
        new("close-loop", CaseStanding.LoopClosed, "Those who spoke up have been told."),
        new("close", CaseStanding.Closed, "Nothing more is to be done."),
        new("merge", CaseStanding.Merged, "It is part of another case, and counted there."),
        new("false-alarm", CaseStanding.FalseAlarm, "It was none; its money leaves all totals."),
    ];

    public static CaseVerb? Of(CaseStanding to) => All.FirstOrDefault(verb => verb.To == to);

    /// <summary>Who may take a step to the state.</summary>
    public ImmutableArray<CaseRole> Roles => [.. CaseSteps.All.Where(step => step.To == To && step.By != CaseRole.Engine).Select(step => step.By).Distinct()];
}
