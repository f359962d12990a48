namespace CxRules.Report.Sheets;

/// <summary>A sheet in every format for people, and beside it the figures for programs.</summary>
internal static class SheetReport
{
    /// <param name="layout">Used by <see cref="ReportFormat.Pretty"/> alone.</param>
    public static void Write(Func<Sheet> sheet, Func<string> json, ReportFormat format, ReportLayout layout, TextWriter output)
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
