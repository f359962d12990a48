namespace CxRules.Report.Checks;

/// <summary>What is wrong with rules, as text.</summary>
public static class CheckReport
{
    private static readonly Dictionary<ReportFormat, Action<CheckResult, ReportLayout, TextWriter>> s_writers = new()
    {
        [ReportFormat.Pretty] = (result, layout, output) => new CheckPretty(layout, output).Write(result),
        [ReportFormat.Json] = (result, _, output) => output.Write(CheckJson.Write(result)),
        [ReportFormat.Markdown] = (result, _, output) => CheckMarkdown.Write(result, output),
        [ReportFormat.Html] = (result, _, output) => output.Write(CheckHtml.Write(result)),
    };

    /// <param name="layout">Used by <see cref="ReportFormat.Pretty"/> alone.</param>
    public static void Write(CheckResult result, ReportFormat format, ReportLayout layout, TextWriter output) => s_writers[format](result, layout, output);
}
