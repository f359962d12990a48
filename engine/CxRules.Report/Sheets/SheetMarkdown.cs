using System.Collections.Immutable;
using CxRules.Report.Layout;

namespace CxRules.Report.Sheets;

/// <summary>A sheet as GitHub-flavoured Markdown.</summary>
internal static class SheetMarkdown
{
    /// <summary>A comment on a pull request holds 65,536 characters.</summary>
    private const int ShownRows = 200;

    private const int ChartWidth = 60;

    public static void Write(Sheet sheet, TextWriter output)
    {
        output.Write($"## {MarkdownText.Escape(sheet.Title)}\n");
        output.Write(sheet.Subtitle is { } subtitle ? $"\n{MarkdownText.Escape(subtitle)}\n" : "");
        foreach (var part in sheet.Parts)
        {
            Write(part, output);
        }
    }

    private static void Write(SheetPart part, TextWriter output)
    {
        if (part is SheetPair pair)
        {
            Write(pair.Left, output);
            Write(pair.Right, output);
            return;
        }

        output.Write(part.Heading is { } heading ? $"\n### {MarkdownText.Escape(heading)}\n\n" : "\n");
        switch (part)
        {
            case SheetLines lines:
                output.Write(string.Concat(lines.Lines.Select(line => $"- {MarkdownText.Escape(line)}\n")));
                break;
            case SheetTable table:
                Write(table, output);
                break;
            case SheetFacts facts:
                output.Write(string.Concat(facts.Facts.Select(fact => $"- {MarkdownText.Escape(fact.Name)}: **{MarkdownText.Escape(fact.Value)}**{(fact.Detail is { } detail ? $" ({MarkdownText.Escape(detail)})" : "")}\n")));
                break;
            case SheetChart chart when Sparkline.Of(chart.Case.Chart, ChartWidth) is { Observed.Length: > 0 } bars:
                output.Write($"came in: {bars.Observed}\n\nexpected: {bars.Expected.Trim()}\n");
                break;
        }
    }

    private static void Write(SheetTable table, TextWriter output)
    {
        output.Write(Row(table.Columns.Select(column => column.Name)));
        output.Write($"|{string.Concat(table.Columns.Select(column => column.Side == Side.Right ? "--:|" : "---|"))}\n");
        foreach (var row in table.Rows.Take(ShownRows))
        {
            output.Write(Row(row));
        }

        output.Write(table.Sum is { } sum ? Row(sum) : "");
        if (table.Rows.Length > ShownRows)
        {
            output.Write($"\nand {Figures.Count(table.Rows.Length - ShownRows)} more; `--format json` has them all\n");
        }
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(MarkdownText.Escape))} |\n";

    private static string Row(ImmutableArray<string> cells) => Row(cells.AsEnumerable());
}
