using CxRules.Model.Cases;
using CxRules.Testing.Replays;

namespace CxRules.Testing.Surveys;

/// <summary>Counts who was told what became of cases.</summary>
/// <param name="asOf">UTC ticks: who is to be told by then, and was not, is overdue.</param>
internal sealed class LoopAccounts(long asOf)
{
    public LoopAccount Of(IReadOnlyCollection<ReplayCase> cases) => new(Of(cases, CaseAudience.Customers), Of(cases, CaseAudience.Agents));

    private LoopCoverage Of(IEnumerable<ReplayCase> cases, CaseAudience audience)
    {
        var waiting =
            from @case in cases
            where !@case.IsFalseAlarm
            from loop in @case.Loops
            where loop.Audience == audience
            from entry in loop.List
            group (IsTold: entry.ToldUtc is not null, IsDue: loop.DueUtc?.Ticks <= asOf) by (Case: @case.MergedInto ?? @case.Id, entry.Who) into one
            select (IsTold: one.Any(entry => entry.IsTold), IsDue: one.Any(entry => entry.IsDue));
        var all = waiting.ToList();
        return new(all.Count, all.Count(one => one.IsTold), all.Count(one => one is { IsTold: false, IsDue: true }));
    }
}
