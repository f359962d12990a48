using System.Collections.Immutable;
using System.Globalization;
using CxRules.Model.Cases;
using CxRules.Report.Layout;
using CxRules.Report.Replays;
using CxRules.Report.Sheets;
using CxRules.Runtime.Lives;
using CxRules.Testing.Replays;
using CxRules.Testing.Surveys;

namespace CxRules.Report.Surveys;

/// <summary>Lists of cases with their state, age and yearly cost.</summary>
internal static class StandingCases
{
    /// <summary>`0–7 days`, … `more than 90 days`.</summary>
    public static ImmutableArray<string> Rungs { get; } = [.. AgeSteps.All.Select(step => step.To is { } to ? $"{step.From}–{to} days" : $"more than {step.From - 1} days")];

    public static IEnumerable<SheetPart> Ranking(string heading, IEnumerable<StandingCase> cases, ReplayResult replay, CaseColumns columns)
    {
        var rows = cases.ToList();
        if (rows.Count == 0)
        {
            return [new SheetLines(heading, ["No case was opened."])];
        }

        var of = replay.Currency is { } currency ? $", {currency}" : "";
        return
        [
            new SheetTable(
                heading,
                [
                    new("case"), new(columns == CaseColumns.OfAll ? "owner" : "id") { IsDetail = true }, new("state"), new("days in it", Side.Right), new("contacts", Side.Right) { IsDetail = true }, new($"cost{of}", Side.Right), new("90 % interval", Side.Right) { IsDetail = true },
                    new($"a year{of}", Side.Right),
                ],
                [.. rows.Select(entry => Row(entry, columns))],
                null),
        ];
    }

    /// <summary>Declined cases with what they go on to cost.</summary>
    public static IEnumerable<SheetPart> Declined(IEnumerable<StandingCase> cases, ReplayResult replay)
    {
        var declined = cases.Where(entry => entry.Case.Meter is not null).ToList();
        return declined.Count == 0
            ? []
            : [
                new SheetTable(
                    "What was declined",
                    [new("case"), new("owner") { IsDetail = true }, new("declined"), new("state"), new("cost since then", Side.Right), new("cap", Side.Right), new("review by")],
                    [.. declined.Select(entry => Row(entry.Case, entry.Case.Meter ?? throw new InvalidOperationException("Only cases with a meter are listed."), replay))],
                    null),
            ];
    }

    public static IEnumerable<string> Notes(DateOnly asOf) =>
    [
        $"As of {Day(asOf)}, 0:00. A case is open until it is closed, merged or called a false alarm.",
        "A year: what the cases of the same rule and group cost in this period, ÷ its days × 365, or by the exposure that the rule names.",
    ];

    private static ImmutableArray<string> Row(StandingCase entry, CaseColumns columns)
    {
        var @case = entry.Case;
        var isHidden = columns == CaseColumns.OfOwner && !@case.ShowsCost;
        return
        [
            Name(@case),
            columns == CaseColumns.OfAll ? CaseFacts.Owners(@case.Owners) : @case.Id,
            CaseStandings.NameOf(@case.Life.Standing),
            entry.IsOpen ? Figures.Count(entry.Age) : "",
            Figures.Count(@case.Contacts),
            isHidden ? "not shown" : @case.Cost is { } cost ? Figures.Money(cost.Mid) : "unknown",
            isHidden ? "" : SurveyWords.Interval(@case.Cost),
            isHidden ? "" : SurveyWords.Money(entry.Yearly.PerYear),
        ];
    }

    private static ImmutableArray<string> Row(ReplayCase @case, DeclinedMeter meter, ReplayResult replay) =>
    [
        Name(@case),
        CaseFacts.Owners(@case.Owners),
        $"{Day(replay.History.Zone.DayOf(meter.Since))}{(@case.Life.Decline?.Because is { } because ? $": {because}" : "")}",
        CaseStandings.NameOf(@case.Life.Standing),
        meter.Cost is { } cost ? Figures.Mid(cost) : meter.CostUnknownBecause ?? "unknown",
        meter.Cap is { } cap ? $"{Figures.Money(cap)}{(meter.IsPastItsCap == true ? ", passed" : "")}" : "none",
        meter.ReviewBy is { } review ? Day(review) : "",
    ];

    private static string Name(ReplayCase @case) => CaseFacts.What(@case) + (@case.Group.IsEmpty ? "" : $" · {CaseFacts.GroupValues(@case)}");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>For whom cases are listed.</summary>
internal enum CaseColumns
{
    /// <summary>For who leads: all owners, every price.</summary>
    OfAll,

    /// <summary>The same with ids, to ask on.</summary>
    WithId,

    /// <summary>For one owner, who sees the price where the rule says so: `with cost estimate`.</summary>
    OfOwner,
}
