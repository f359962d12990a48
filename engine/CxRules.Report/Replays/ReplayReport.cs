using CxRules.Testing.Replays;

namespace CxRules.Report.Replays;

/// <summary>What a rule set decided about a history, as text.</summary>
public static class ReplayReport
{
    private static readonly Dictionary<ReportFormat, Action<ReplayResult, ReportLayout, TextWriter>> s_writers = new()
    {
        [ReportFormat.Pretty] = (result, layout, output) => new ReplayPretty(result, layout, output).Write(),
        [ReportFormat.Json] = (result, _, output) => output.Write(ReplayJson.Write(result)),
        [ReportFormat.Markdown] = (result, _, output) => ReplayMarkdown.Write(result, output),
        [ReportFormat.Html] = (result, _, output) => output.Write(ReplayHtml.Write(result)),
    };

    /// <param name="layout">Used by <see cref="ReportFormat.Pretty"/> alone.</param>
    public static void Write(ReplayResult result, ReportFormat format, ReportLayout layout, TextWriter output) => s_writers[format](result, layout, output);
}
