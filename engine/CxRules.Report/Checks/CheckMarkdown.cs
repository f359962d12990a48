using CxRules.Report.Layout;

namespace CxRules.Report.Checks;

/// <summary>Mistakes as a table, for a comment on a pull request.</summary>
internal static class CheckMarkdown
{
    public static void Write(CheckResult result, TextWriter output)
    {
        output.Write($"**{CheckSummary.Of(result)}**\n");
        if (result.Diagnostics.IsEmpty)
        {
            return;
        }

        output.Write("\n| severity | code | place | message | help |\n|---|---|---|---|---|\n");
        foreach (var diagnostic in result.Diagnostics)
        {
            output.Write($"| {CheckSummary.Name(diagnostic.Severity)} | {diagnostic.Code} | {MarkdownText.Escape(diagnostic.Text.File)}:{diagnostic.Start.Line}:{diagnostic.Start.Column} "
                + $"| {MarkdownText.Escape(diagnostic.Message)} | {MarkdownText.Escape(diagnostic.Help)} |\n");
        }
    }
}
