using CxRules.Report.Layout;

namespace CxRules.Report.Explanations;

/// <summary>A sheet on a terminal.</summary>
internal sealed class SheetPretty(ReportLayout layout, TextWriter output)
{
    /// <summary>Rows of a table that a person reads through; JSON has them all.</summary>
    private const int ShownRows = 60;

    private readonly Ink _ink = new(layout.Color);

    public void Write(Sheet sheet)
    {
        Line(_ink.Bold(DisplayText.Clean(sheet.Title)));
        foreach (var part in sheet.Parts)
        {
            if (part.Heading is { } heading)
            {
                Line("");
                Line(_ink.Bold(DisplayText.Clean(heading)));
            }

            switch (part)
            {
                case SheetLines lines:
                    Write(lines);
                    break;
                case SheetTable table:
                    Write(table);
                    break;
            }
        }
    }

    private void Write(SheetLines part)
    {
        foreach (var line in part.Lines)
        {
            var lead = "  ";
            foreach (var wrapped in DisplayText.Wrap(DisplayText.Clean(line), Math.Max(20, layout.Width - 2)))
            {
                Line(lead + wrapped);
                lead = "    ";
            }
        }
    }

    private void Write(SheetTable table)
    {
        var rows = table.Rows.Take(ShownRows).Select(row => row.Select(DisplayText.Clean).ToArray()).ToList();
        string[][] sum = table.Sum is { } last ? [[.. last.Select(DisplayText.Clean)]] : [];
        var widths = table.Columns.Select((column, index) => rows.Concat(sum).Select(row => DisplayText.Width(row[index])).Append(DisplayText.Width(column.Name)).Max()).ToArray();
        Fit(widths);
        Line(_ink.Dim(Row(table, [.. table.Columns.Select(column => column.Name)], widths)));
        foreach (var line in rows.SelectMany(row => Lines(table, row, widths)))
        {
            Line(line);
        }

        if (table.Rows.Length > ShownRows)
        {
            Line($"  and {Figures.Count(table.Rows.Length - ShownRows)} more; --format json has them all");
        }

        foreach (var row in sum)
        {
            Line(_ink.Bold(Row(table, row, widths)));
        }
    }

    /// <summary>The widest column gives way where the line is too long.</summary>
    private void Fit(int[] widths)
    {
        while (widths.Sum() + (2 * widths.Length) > layout.Width && widths.Max() > 12)
        {
            widths[Array.IndexOf(widths, widths.Max())]--;
        }
    }

    /// <summary>A row, its long cells wrapped.</summary>
    private static IEnumerable<string> Lines(SheetTable table, string[] cells, int[] widths)
    {
        var wrapped = cells.Select((cell, index) => DisplayText.Wrap(cell, widths[index]).ToArray()).ToArray();
        return Enumerable.Range(0, wrapped.Max(lines => lines.Length))
            .Select(line => Row(table, [.. wrapped.Select(lines => line < lines.Length ? lines[line] : "")], widths));
    }

    private static string Row(SheetTable table, string[] cells, int[] widths) =>
        "  " + string.Join("  ", cells.Select((cell, index) => table.Columns[index].Side == Side.Right ? DisplayText.Right(cell, widths[index]) : DisplayText.Left(cell, widths[index])));

    private void Line(string text)
    {
        output.Write(text.TrimEnd());
        output.Write('\n');
    }
}
