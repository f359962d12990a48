using System.Collections.Immutable;
using CxRules.Report.Layout;
using CxRules.Report.Sheets;
using CxRules.Testing.Surveys;

namespace CxRules.Report.Surveys;

/// <summary>Everything on one page, and which option says more.</summary>
internal static class OverviewSheet
{
    private const int Shown = 5;

    private static readonly ImmutableArray<(string Option, string Says)> s_more =
    [
        ("--pareto", "what drives contacts, with and without what stands in cases"),
        ("--portfolio", "what each department has before it, and for how long"),
        ("--owner NAME", "one department's digest, to send to it"),
        ("--causes", "skill, operations or unknown"),
        ("--channels", "the same matter on each channel, and who came from another"),
        ("--satisfaction", "points of satisfaction lost, by department"),
    ];

    public static Sheet Of(Survey survey)
    {
        var (replay, portfolio, currency) = (survey.Replay, survey.Portfolio, survey.Replay.Currency);
        var drivers = survey.Drivers.Lists.First(list => list.By == "disposition").Lines.Take(Shown).ToList();
        return new($"{replay.RuleSetName}: overview", [
            new SheetFacts([.. Facts(survey)]),
            new SheetTable(
                "What drives contacts (--pareto)",
                [new("disposition"), new("contacts", Side.Right), new("share", Side.Right), new("with those above", Side.Right) { IsDetail = true }, new(currency is null ? "cost" : $"cost, {currency}", Side.Right), new("in cases", Side.Right)],
                [.. drivers.Select(line => ImmutableArray.Create(line.Driver.Name, Figures.Count(line.Driver.Contacts), SurveyWords.Percent(line.Share), SurveyWords.Percent(line.Cumulative), SurveyWords.Cost(line.Driver.Cost), Figures.Count(line.Driver.Routed)))],
                null)
            {
                Bars = [.. drivers.Select(line => 100 * line.Share / drivers[0].Share)],
            },
            .. portfolio.Owners.IsEmpty ? (SheetPart[])[] : [PortfolioSheet.Departments([.. portfolio.Owners.Take(Shown)], currency) with { Heading = "Departments (--portfolio)" }],
            .. StandingCases.Ranking("Cases by what a year of them costs (--case ID: the evidence on one page)", portfolio.Cases.Take(Shown), replay, CaseColumns.WithId),
            new SheetLines("And", [.. And(survey)]),
            .. DriverSheet.Findings(survey.Drivers),
            .. SurveyWords.Mind(replay, StandingCases.Notes(portfolio.AsOf)),
            new SheetLines("Where to look next", [.. s_more.Select(more => $"cxrules report RULES {more.Option}: {more.Says}"), .. portfolio.Cases is [var first, ..] ? [$"cxrules report RULES --case {first.Case.Id}: what one puts before a director who says \"prove it\""] : (string[])[]]),
        ])
        {
            Subtitle = SurveyWords.Scope(replay),
        };
    }

    private static IEnumerable<SheetFact> Facts(Survey survey)
    {
        var (all, currency, cases) = (survey.Drivers.All, survey.Replay.Currency, survey.Portfolio.Cases);
        yield return new("Found in cases", survey.Replay.Totals.Cost is { } cost ? Figures.Mid(cost) : "unknown", survey.Replay.Totals.Cost is { } range ? $"90 % intervals added up: {Figures.Interval(range)}" : "no case has a known cost");
        yield return new("What all contacts cost", SurveyWords.Cost(all.Cost, currency), all.Cost is { Unknown: > 0 } unknown ? $"no cost is known for {Figures.Plural(unknown.Unknown, "contact")}" : null);
        yield return new("Open cases", Figures.Count(cases.Count(entry => entry.IsOpen)), $"of {Figures.Plural(cases.Length, "case")}");
        yield return new("Satisfaction lost", SurveyWords.Points(survey.Satisfaction.All.PointsLost), survey.Satisfaction.UnknownBecause ?? survey.Satisfaction.PointsUnknownBecause ?? $"points of {SatisfactionReport.Top}, from {Figures.Plural(survey.Satisfaction.All.Rated, "rating")}");
    }

    private static IEnumerable<string> And(Survey survey)
    {
        if (survey.Drivers.Lists.First(list => list.By == "demand").Lines.FirstOrDefault(line => line.Driver.Name == "failure") is { } failure)
        {
            yield return $"Failure demand: {SurveyWords.Percent(failure.Share)} of all contacts ({Figures.Count(failure.Driver.Contacts)})";
        }

        var causes = survey.Causes.Lines.Where(line => line.Cause != "(none)").Select(line => $"{line.Cause} {SurveyWords.Percent(line.Share)} (to {CauseSheet.Course(line)})").ToList();
        yield return causes.Count == 0 ? "Causes (--causes): no contact has one" : $"Causes (--causes): {string.Join(", ", causes)}";
        var lost = survey.Satisfaction.Owners.Where(line => line.PointsLost > 0).Take(3).Select(line => $"{SurveyWords.Owner(line.Name)} {SurveyWords.Points(line.PointsLost)}").ToList();
        yield return lost.Count == 0 ? "Satisfaction (--satisfaction): unknown" : $"Most points of satisfaction lost (--satisfaction): {string.Join(", ", lost)}";
        if (survey.Replay.Totals.Savings is { Total: { } saved } ledger)
        {
            yield return $"Saved by {Figures.Plural(ledger.Fixes, "verified fix", "verified fixes")} (--portfolio): {Figures.Mid(saved.AverageCost)} at average cost, {Figures.Money(saved.Cashable.Mid)} cashable";
        }
    }
}
