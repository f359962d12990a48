using System.Collections.Immutable;
using CxRules.Model.Projects;
using CxRules.Runtime.Lives;
using CxRules.Testing.Explaining;
using CxRules.Testing.Replays;
using CxRules.Testing.Surveys;

namespace CxRules.Report.Tests.Surveys;

/// <summary>A made-up survey over the made-up replay, with the names that break reports.</summary>
internal static class SurveySample
{
    private static readonly ImmutableArray<StandingCase> s_cases =
    [
        .. Sample.Result.Cases.Select((@case, index) => new StandingCase(@case with { ShowsCost = index != 3, Savings = Saved(index) }, index * 10, new(@case.Cost is null ? null : 1_000m * index, @case.Cost is null ? "a cost is unknown" : null, @case.Cost is null ? null : index + 1, 10, 2))),
    ];

    public static Portfolio Portfolio { get; } = new(
        Sample.Result with { Totals = Sample.Result.Totals with { Savings = SavingsLedger.Of([.. s_cases.Select(entry => entry.Case)]) } },
        new(2012, 1, 1),
        [Account("Billing"), Account(Sample.Script), new(Sample.Escape) { Cases = [], Routes = [], Cost = null, PerYear = null, PerYearUnknownBecause = "the project file names no costs", Declined = null, Savings = null, Loop = LoopAccount.None, Ladder = [0, 0, 0, 0] }, Account("(none)")],
        s_cases)
    {
        Loop = new(new(12, 3, 5), new(0, 0, 0)),
    };

    public static Survey Survey { get; } = new()
    {
        Replay = Sample.Result,
        Drivers = Drivers(),
        Causes = new(
            [
                new("skill", CauseCourse.Coaching, 40, 40, new(120, 0), 4, 1), new("operations", CauseCourse.Owner, 35, 35, new(90, 3), 12, 2), new(Sample.Script, CauseCourse.Review, 5, 5, new(0, 5), null, 0),
                new("(none)", CauseCourse.Review, 20, 20, null, 1, 0),
            ],
            [Line(Sample.Script, 35, 3)],
            [new("dissatisfaction", "employee", 20, 20, "skill", 25, 16), new("dissatisfaction", "company", 40, 60, "operations", null, 0), new("executive escalations", "policy", 50, null, null, null, 0)]),
        Satisfaction = new()
        {
            Field = "rating",
            All = new("all", 100, 50, 3.6m, 1.4m, 0, 10, 20),
            Owners = [new("Billing", 60, 30, 3.2m, 1.08m, 0.24m, 8, 16), new(Sample.Script, 40, 20, 4.2m, 0.32m, -0.24m, 2, 4)],
            Dispositions = [new(Sample.Script, 100, 50, 3.6m, 1.4m, 0.0000001m, 10, 20)],
            Months = [new(new(2011, 7, 1), 30, 3.5m, 22), new(new(2011, 8, 1), 20, 3.75m, null)],
        },
        Portfolio = Portfolio,
        Channels = new(
            [Channel("phone", 60), Channel(Sample.Escape, 40) with { RepeatRate = null, Rating = null, HandleSeconds = null, Cost = null }],
            [new(Sample.Script, [Channel("phone", 60), Channel("web", 40) with { Cost = new(3, 2) }])],
            [new("web", "phone", 12, 20, [new(Sample.Script, 10), new("(none)", 2)])])
        {
            Nameless = 7,
        },
    };

    public static OwnerDigest Digest { get; } = new(Sample.Result, new(2012, 1, 1), Account(Sample.Script), Drivers(), 200, Survey.Satisfaction, Survey.Satisfaction.Owners[1]);

    public static CaseEvidence Evidence(int index) => new(
        new() { Replay = Sample.Result, Case = s_cases[index].Case, Match = MatchPolicy.All },
        s_cases[index],
        new(2012, 1, 1),
        [.. Enumerable.Range(0, 20).Select(number => $"{Sample.Script}{number}")],
        [new("phone", 20), new(Sample.Escape, 3)]);

    private static DriverReport Drivers()
    {
        ImmutableArray<ParetoLine> lines = [.. Enumerable.Range(0, 30).Select(index => new ParetoLine(Line(index == 0 ? Sample.Script : index == 1 ? new string('x', 120) : $"code-{index}", 100 - index, index), 3, 3 * (index + 1)))];
        return new(
            Line("all", 2_565, 30),
            [new("disposition", lines, [.. lines.Take(5)]), new("touchpoint", lines, []), new("owner", [lines[0]], []), new("demand", [lines[2] with { Driver = Line("failure", 90, 4) }], [])],
            [
                new(DriverGap.NoDisposition, 12, 0.01m, []), new(DriverGap.UnknownDisposition, 12, 1, [Sample.Script, Sample.Escape]), new(DriverGap.NoTouchpoint, 2, 0.2m, ["a", "b", "c", "d", "e", "f", "g", "h"]),
                new(DriverGap.NoOwner, 2, 0.2m, ["x|y"]),
            ])
        {
            Beside = [new(Sample.Script, [new("feedback", 3), new("idea", 1)])],
        };
    }

    private static DriverLine Line(string name, long contacts, long unknown) => new(name, contacts, contacts / 2, new(contacts * 4.5m, unknown), contacts * 1.25m);

    private static ChannelLine Channel(string name, long contacts) => new(name, contacts, contacts, 10, 372.5m, new(contacts * 3, 0), 9, 3.25m, 12, 8.25m);

    /// <summary>Case 2 has saved something, case 3 too, whose price its owner does not see, and of case 4 it is unknown.</summary>
    private static ImmutableArray<FixSavings> Saved(int index) => index switch
    {
        2 or 3 => [new(0, null, 30) { Contacts = new(-8, 20, 48), AverageCost = new(-40, 100.25m * index, 900, "USD"), Cashable = new(0, 12, 24, "USD") }],
        4 => [new(0, null, 5) { UnknownBecause = "too little history before the fix" }],
        _ => [],
    };

    private static OwnerAccount Account(string name) => new(name)
    {
        Cases = s_cases,
        Routes = Sample.Result.ContactRoutes,
        Cost = new(80, 100, 120, "USD"),
        PerYear = 900,
        PerYearUnknownBecause = name == "Billing" ? null : "a cost is unknown",
        Declined = new(1, 2, 3, "USD"),
        Savings = new(name, new(-40, 100, 240, "USD"), new(0, 12, 24, "USD"), 30, null),
        Loop = new(new(12, 3, 5), new(2, 2, 0)),
        Ladder = [1, 2, 0, 4],
    };
}
