using CxRules.Testing.Explaining;

namespace CxRules.Report.Explanations;

/// <summary>How a figure came about, as text.</summary>
public static class ExplanationReport
{
    /// <param name="layout">Used by <see cref="ReportFormat.Pretty"/> alone.</param>
    public static void Write(CaseExplanation explanation, ReportFormat format, ReportLayout layout, TextWriter output) =>
        Write(() => CaseSheet.Of(explanation), () => ExplanationJson.Write(explanation), format, layout, output);

    /// <param name="layout">Used by <see cref="ReportFormat.Pretty"/> alone.</param>
    public static void Write(ContactExplanation explanation, ReportFormat format, ReportLayout layout, TextWriter output) =>
        Write(() => ContactSheet.Of(explanation), () => ExplanationJson.Write(explanation), format, layout, output);

    /// <param name="layout">Used by <see cref="ReportFormat.Pretty"/> alone.</param>
    public static void Write(RuleExplanation explanation, ReportFormat format, ReportLayout layout, TextWriter output) =>
        Write(() => RuleSheet.Of(explanation), () => ExplanationJson.Write(explanation), format, layout, output);

    private static void Write(Func<Sheet> sheet, Func<string> json, ReportFormat format, ReportLayout layout, TextWriter output)
    {
        switch (format)
        {
            case ReportFormat.Json:
                output.Write(json());
                break;
            case ReportFormat.Markdown:
                SheetMarkdown.Write(sheet(), output);
                break;
            case ReportFormat.Html:
                output.Write(SheetHtml.Write(sheet()));
                break;
            default:
                new SheetPretty(layout, output).Write(sheet());
                break;
        }
    }
}
