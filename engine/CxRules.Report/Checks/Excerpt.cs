using CxRules.Language.Diagnostics;
using CxRules.Language.Text;
using CxRules.Report.Layout;

namespace CxRules.Report.Checks;

/// <summary>The line of a mistake as it is shown, and the mark under it.</summary>
/// <param name="Text">The line, or the part around the mistake where it is wider than the paper.</param>
/// <param name="Indent">Columns before the mark.</param>
/// <param name="Mark">`^^^^`, at least one.</param>
internal sealed record Excerpt(string Text, int Indent, string Mark)
{
    public static Excerpt Of(Diagnostic diagnostic, int width)
    {
        width = Math.Max(20, width);
        var line = diagnostic.Text.Line(diagnostic.Start.Line);
        var start = Math.Clamp(diagnostic.Span.Start, line.Start, line.End);
        var end = Math.Clamp(diagnostic.Span.End, start, line.End);
        var from = line.Length <= width ? line.Start : Math.Clamp(start - (width / 3), line.Start, Math.Max(line.Start, line.End - width));
        var to = Math.Min(line.End, from + width);
        var before = Show(diagnostic.Text, from, start);
        var marked = Show(diagnostic.Text, start, Math.Min(end, to));
        var after = Show(diagnostic.Text, Math.Min(end, to), to);
        var lead = from > line.Start ? "…" : "";
        var tail = to < line.End ? "…" : "";
        return new(
            lead + before + marked + after + tail,
            lead.Length + DisplayText.Width(before),
            new string('^', Math.Max(1, DisplayText.Width(marked))));
    }

    private static string Show(SourceText text, int from, int to) => DisplayText.Clean(text[TextSpan.FromBounds(from, to)].Replace('\t', ' '));
}
