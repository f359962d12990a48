using System.Collections.Immutable;
using CxRules.Report.Layout;

namespace CxRules.Report.Explanations;

/// <summary>A sheet as GitHub-flavoured Markdown.</summary>
internal static class SheetMarkdown
{
    /// <summary>A comment on a pull request holds 65,536 characters.</summary>
    private const int ShownRows = 200;

    public static void Write(Sheet sheet, TextWriter output)
    {
        output.Write($"## {MarkdownText.Escape(sheet.Title)}\n");
        foreach (var part in sheet.Parts)
        {
            output.Write(part.Heading is { } heading ? $"\n### {MarkdownText.Escape(heading)}\n\n" : "\n");
            switch (part)
            {
                case SheetLines lines:
                    output.Write(string.Concat(lines.Lines.Select(line => $"- {MarkdownText.Escape(line)}\n")));
                    break;
                case SheetTable table:
                    Write(table, output);
                    break;
            }
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
