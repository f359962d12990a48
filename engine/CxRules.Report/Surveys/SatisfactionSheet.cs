using System.Collections.Immutable;
using System.Globalization;
using CxRules.Report.Layout;
using CxRules.Report.Sheets;
using CxRules.Testing.Surveys;

namespace CxRules.Report.Surveys;

/// <summary>Points of satisfaction lost, by who owns the contacts.</summary>
internal static class SatisfactionSheet
{
    private const int ShownDispositions = 12;

    public static Sheet Of(Survey survey)
    {
        var satisfaction = survey.Satisfaction;
        return new($"{survey.Replay.RuleSetName}: satisfaction lost", [
            new SheetFacts([.. Facts(satisfaction)]),
            Table("By owner", "owner", satisfaction.Owners, satisfaction.All),
            Table("By disposition", "disposition", [.. satisfaction.Dispositions.Take(ShownDispositions)], satisfaction.All),
            .. Months(satisfaction),
            .. SurveyWords.Mind(survey.Replay, Notes(satisfaction)),
        ])
        {
            Subtitle = SurveyWords.Scope(survey.Replay),
        };
    }

    private static IEnumerable<SheetFact> Facts(SatisfactionReport satisfaction)
    {
        var all = satisfaction.All;
        yield return new("Points lost", SurveyWords.Points(all.PointsLost), satisfaction.UnknownBecause ?? satisfaction.PointsUnknownBecause ?? $"what the average, {SurveyWords.Rating(all.Average)}, lacks to {SatisfactionReport.Top}");
        yield return new("Ratings", Figures.Count(all.Rated), all.Contacts == 0 ? "no contact" : $"{SurveyWords.Percent(100m * all.Rated / all.Contacts)} of all contacts have a {satisfaction.Field}");
        yield return new("Ratings of 1 and 2", SurveyWords.Percent(all.BottomPoints), all.Bottom is { } bottom ? $"{Figures.Count(bottom)} of them" : null);
    }

    private static SheetTable Table(string heading, string by, ImmutableArray<SatisfactionLine> lines, SatisfactionLine all)
    {
        var top = lines.Max(line => line.PointsLost) ?? 0;
        return new(
            heading,
            [
                new(by), new("ratings", Side.Right), new("average", Side.Right), new("points lost", Side.Right), new("of all lost", Side.Right), new("pulls down by", Side.Right), new("1 or 2", Side.Right) { IsDetail = true },
                new("points of the rate", Side.Right) { IsDetail = true },
            ],
            [.. lines.Select(line => Row(line.Name, line, all))],
            Row("all", all, all))
        {
            Bars = top <= 0 ? [] : [.. lines.Select(line => 100 * (line.PointsLost ?? 0) / top)],
        };
    }

    private static ImmutableArray<string> Row(string name, SatisfactionLine line, SatisfactionLine all) =>
    [
        name,
        Figures.Count(line.Rated),
        SurveyWords.Rating(line.Average),
        SurveyWords.Points(line.PointsLost),
        line.PointsLost is { } lost && all.PointsLost is > 0 and var of ? SurveyWords.Percent(100 * lost / of) : Figures.None,
        SurveyWords.Points(line.Pull),
        line.Bottom is { } bottom ? Figures.Count(bottom) : Figures.None,
        SurveyWords.Rating(line.BottomPoints),
    ];

    private static IEnumerable<SheetPart> Months(SatisfactionReport satisfaction) => satisfaction.Months.Length < 2
        ? []
        : [
            new SheetTable(
                "Month by month",
                [new("month"), new("ratings", Side.Right), new("average", Side.Right), new("1 or 2", Side.Right)],
                [.. satisfaction.Months.Select(month => ImmutableArray.Create(month.First.ToString("yyyy-MM", CultureInfo.InvariantCulture), Figures.Count(month.Rated), SurveyWords.Rating(month.Average), SurveyWords.Percent(month.BottomRate)))],
                null),
        ];

    private static IEnumerable<string> Notes(SatisfactionReport satisfaction)
    {
        if (satisfaction.UnknownBecause is { } because)
        {
            yield return $"Satisfaction is unknown: {because}. Map the column to `rating` in the source file.";
        }

        if (satisfaction.PointsUnknownBecause is { } scale)
        {
            yield return $"Points lost are unknown: {scale}. Map them to it in the source file.";
        }

        yield return $"Points lost: each rating lacks {SatisfactionReport.Top} − rating points; an owner's are added up and divided by the number of all ratings, so that the owners add up to what the average lacks to {SatisfactionReport.Top}.";
        yield return "Pulls down by: its share of the ratings × (average of all − its average); below 0 it pulls the average up. Together that is 0. Points of the rate add up to the share of ratings of 1 and 2.";
    }
}
