using CxRules.Report.Sheets;
using CxRules.Testing.Surveys;

namespace CxRules.Report.Surveys;

/// <summary>What the practice asks for in reports, as text.</summary>
public static class SurveyReport
{
    private static readonly Dictionary<SurveyView, (Func<Survey, Sheet> Sheet, Func<Survey, string> Json)> s_views = new()
    {
        [SurveyView.Overview] = (OverviewSheet.Of, SurveyJson.Overview),
        [SurveyView.Drivers] = (DriverSheet.Of, SurveyJson.Drivers),
        [SurveyView.Causes] = (CauseSheet.Of, SurveyJson.Causes),
        [SurveyView.Channels] = (survey => ChannelSheet.Of(survey, ChannelsOf(survey)), survey => SurveyJson.Channels(survey, ChannelsOf(survey))),
        [SurveyView.Satisfaction] = (SatisfactionSheet.Of, SurveyJson.Satisfaction),
    };

    /// <param name="survey">With visits, where <paramref name="view"/> is of channels.</param>
    /// <param name="layout">Used by <see cref="ReportFormat.Pretty"/> alone.</param>
    public static void Write(Survey survey, SurveyView view, ReportFormat format, ReportLayout layout, TextWriter output) =>
        SheetReport.Write(() => s_views[view].Sheet(survey), () => s_views[view].Json(survey), format, layout, output);

    /// <param name="layout">Used by <see cref="ReportFormat.Pretty"/> alone.</param>
    public static void Write(Portfolio portfolio, ReportFormat format, ReportLayout layout, TextWriter output) =>
        SheetReport.Write(() => PortfolioSheet.Of(portfolio), () => SurveyJson.Portfolio(portfolio), format, layout, output);

    /// <param name="layout">Used by <see cref="ReportFormat.Pretty"/> alone.</param>
    public static void Write(OwnerDigest digest, ReportFormat format, ReportLayout layout, TextWriter output) =>
        SheetReport.Write(() => OwnerSheet.Of(digest), () => SurveyJson.Owner(digest), format, layout, output);

    /// <param name="layout">Used by <see cref="ReportFormat.Pretty"/> alone.</param>
    public static void Write(CaseEvidence evidence, ReportFormat format, ReportLayout layout, TextWriter output) =>
        SheetReport.Write(() => EvidenceSheet.Of(evidence), () => SurveyJson.Case(evidence), format, layout, output);

    private static ChannelReport ChannelsOf(Survey survey) => survey.Channels ?? throw new InvalidOperationException("Nobody asked for visits.");
}

/// <summary>What of a survey is shown.</summary>
public enum SurveyView
{
    Overview,
    Drivers,
    Causes,
    Channels,
    Satisfaction,
}
