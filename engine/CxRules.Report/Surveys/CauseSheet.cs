using System.Collections.Immutable;
using CxRules.Report.Layout;
using CxRules.Report.Sheets;
using CxRules.Testing.Surveys;

namespace CxRules.Report.Surveys;

/// <summary>Causes, and where each goes.</summary>
internal static class CauseSheet
{
    private static readonly Dictionary<CauseCourse, string> s_courses = new()
    {
        [CauseCourse.Coaching] = "coaching",
        [CauseCourse.Owner] = "its owner",
        [CauseCourse.Review] = "review",
    };

    public static Sheet Of(Survey survey)
    {
        var causes = survey.Causes;
        return new($"{survey.Replay.RuleSetName}: causes", [
            Causes(survey),
            .. Operations(survey),
            Priors(causes),
            .. SurveyWords.Mind(survey.Replay, Notes(survey)),
        ])
        {
            Subtitle = SurveyWords.Scope(survey.Replay),
        };
    }

    public static string Course(CauseLine line) => s_courses[line.Course];

    private static SheetTable Causes(Survey survey) => new(
        "By cause",
        [new("cause"), new("goes to"), new("contacts", Side.Right), new("share", Side.Right), new(Cost(survey), Side.Right), new("rated 1 or 2", Side.Right) { IsDetail = true }, new("escalated", Side.Right) { IsDetail = true }],
        [.. survey.Causes.Lines.Select(line => ImmutableArray.Create(
            Name(line), s_courses[line.Course], Figures.Count(line.Contacts), SurveyWords.Percent(line.Share), SurveyWords.Cost(line.Cost),
            line.Dissatisfied is { } dissatisfied ? Figures.Count(dissatisfied) : Figures.None, Figures.Count(line.Escalated)))],
        ["all", "", Figures.Count(survey.Drivers.All.Contacts), survey.Causes.Lines.IsEmpty ? Figures.None : SurveyWords.Percent(100), SurveyWords.Cost(survey.Drivers.All.Cost),
            survey.Satisfaction.All.Bottom is { } bottom ? Figures.Count(bottom) : Figures.None, Figures.Count(survey.Causes.Lines.Sum(line => line.Escalated))])
    {
        Bars = survey.Causes.Lines.IsEmpty ? [] : [.. survey.Causes.Lines.Select(line => 100 * line.Share / survey.Causes.Lines.Max(other => other.Share))],
    };

    private static IEnumerable<SheetPart> Operations(Survey survey) => survey.Causes.Operations.IsEmpty
        ? []
        : [
            new SheetTable(
                "Caused by operations: whose",
                [new("owner"), new("contacts", Side.Right), new(Cost(survey), Side.Right), new("in cases", Side.Right)],
                [.. survey.Causes.Operations.Select(line => ImmutableArray.Create(line.Name, Figures.Count(line.Contacts), SurveyWords.Cost(line.Cost), Figures.Count(line.Routed)))],
                null),
        ];

    private static SheetTable Priors(CauseReport causes) => new(
        "Beside what the trade expects (weak priors: they route nothing)",
        [new("of"), new("caused by"), new("expected", Side.Right), new("here", Side.Right), new("of so many contacts", Side.Right)],
        [.. causes.Priors.Select(prior => ImmutableArray.Create(
            prior.Of, prior.Party, Range(prior), prior.Cause is null ? "no code says so" : SurveyWords.Percent(prior.Here), prior.Cause is null ? "" : Figures.Count(prior.Contacts)))],
        null);

    private static IEnumerable<string> Notes(Survey survey)
    {
        yield return "The priors are rules of thumb of a customer-experience article of the trade, not measured here: customer 20–30 %, employee 20 %, company 40–60 % of dissatisfaction; over half policy, 20 % product, 3 % agent of executive escalations.";
        yield return "`here` is a share of the contacts rated 1 or 2 (escalated) whose cause is skill or operations: employee and agent stand for skill, company for operations.";
        yield return "Agents are neither named nor ranked: `skill` is for coaching. Contacts without a cause, and of an unknown one, are for review.";
        if (survey.Causes.Lines.All(line => line.Cause == "(none)"))
        {
            yield return "No contact has a `cause`: map its column in the source file, or let quality review write `skill`, `operations` or `unknown`.";
        }
    }

    private static string Name(CauseLine line) => line.Cause == "(none)" ? "not said" : line.Cause;

    private static string Range(CausePrior prior) => prior.High is not { } high ? $"over {Figures.Quantity(prior.Low)} %" : high == prior.Low ? $"{Figures.Quantity(high)} %" : $"{Figures.Quantity(prior.Low)}–{Figures.Quantity(high)} %";

    private static string Cost(Survey survey) => survey.Replay.Currency is { } currency ? $"cost, {currency}" : "cost";
}
