using CxRules.Report.Sheets;
using CxRules.Testing.Explaining;

namespace CxRules.Report.Explanations;

/// <summary>How a figure came about, as text.</summary>
public static class ExplanationReport
{
    /// <param name="layout">Used by <see cref="ReportFormat.Pretty"/> alone.</param>
    public static void Write(CaseExplanation explanation, ReportFormat format, ReportLayout layout, TextWriter output) =>
        SheetReport.Write(() => CaseSheet.Of(explanation), () => ExplanationJson.Write(explanation), format, layout, output);

    /// <param name="layout">Used by <see cref="ReportFormat.Pretty"/> alone.</param>
    public static void Write(ContactExplanation explanation, ReportFormat format, ReportLayout layout, TextWriter output) =>
        SheetReport.Write(() => ContactSheet.Of(explanation), () => ExplanationJson.Write(explanation), format, layout, output);

    /// <param name="layout">Used by <see cref="ReportFormat.Pretty"/> alone.</param>
    public static void Write(RuleExplanation explanation, ReportFormat format, ReportLayout layout, TextWriter output) =>
        SheetReport.Write(() => RuleSheet.Of(explanation), () => ExplanationJson.Write(explanation), format, layout, output);
}
