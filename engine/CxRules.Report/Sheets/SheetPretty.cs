using CxRules.Report.Layout;

namespace CxRules.Report.Sheets;

/// <summary>A sheet on a terminal.</summary>
internal sealed class SheetPretty(ReportLayout layout, TextWriter output)
{
    private readonly Ink _ink = new(layout.Color);

    public void Write(Sheet sheet)
    {
        Line(_ink.Bold(DisplayText.Clean(sheet.Title)));
        if (sheet.Subtitle is { } subtitle)
        {
            Wrapped("", "", subtitle);
        }

        foreach (var part in sheet.Parts)
        {
            Write(part);
        }
    }

    private void Write(SheetPart part)
    {
        if (part is SheetPair pair)
        {
            Write(pair.Left);
            Write(pair.Right);
            return;
        }

        if (part.Heading is { } heading)
        {
            Line("");
            Line(_ink.Bold(DisplayText.Clean(heading)));
        }

        switch (part)
        {
            case SheetLines lines:
                foreach (var line in lines.Lines)
                {
                    Wrapped("  ", "    ", line);
                }

                break;
            case SheetTable table:
                foreach (var line in new SheetPrettyTable(table, layout.Width, _ink).Lines())
                {
                    Line(line);
                }

                break;
            case SheetFacts facts:
                Write(facts);
                break;
            case SheetChart chart:
                Write(chart);
                break;
        }
    }

    private void Write(SheetFacts facts)
    {
        Line("");
        var name = facts.Facts.Max(fact => DisplayText.Width(fact.Name));
        foreach (var fact in facts.Facts)
        {
            Wrapped($"  {DisplayText.Left(fact.Name, name)}  ", new string(' ', name + 4), fact.Detail is { } detail ? $"{fact.Value} · {detail}" : fact.Value);
        }
    }

    private void Write(SheetChart chart)
    {
        var bars = Sparkline.Of(chart.Case.Chart, Math.Max(10, layout.Width - 12));
        if (bars.Observed.Length > 0)
        {
            Line($"  came in   {bars.Observed[..bars.HotFrom]}{_ink.Alarm(bars.Observed[bars.HotFrom..bars.HotTo])}{bars.Observed[bars.HotTo..]}");
            Line($"  expected  {_ink.Dim(bars.Expected)}");
        }
    }

    private void Wrapped(string first, string next, string text)
    {
        var lead = first;
        foreach (var wrapped in DisplayText.Wrap(DisplayText.Clean(text), Math.Max(20, layout.Width - next.Length)))
        {
            Line(lead + wrapped);
            lead = next;
        }
    }

    private void Line(string text)
    {
        output.Write(text.TrimEnd());
        output.Write('\n');
    }
}
