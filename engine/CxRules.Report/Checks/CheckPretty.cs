using CxRules.Language.Diagnostics;
using CxRules.Report.Layout;

namespace CxRules.Report.Checks;

/// <summary>Each mistake with its line, what is wrong, what to write instead and where to read more.</summary>
internal sealed class CheckPretty(ReportLayout layout, TextWriter output)
{
    private readonly Ink _ink = new(layout.Color);

    public void Write(CheckResult result)
    {
        foreach (var diagnostic in result.Diagnostics)
        {
            Write(diagnostic);
        }

        Line(CheckSummary.Of(result));
    }

    private void Write(Diagnostic diagnostic)
    {
        var isError = diagnostic.Severity == DiagnosticSeverity.Error;
        var excerpt = Excerpt.Of(diagnostic, layout.Width - 8);
        var number = $"{diagnostic.Start.Line}";
        var margin = new string(' ', number.Length);
        var kind = $"{CheckSummary.Name(diagnostic.Severity)}[{diagnostic.Code}]";
        Line($"{(isError ? _ink.Error(kind) : _ink.Warning(kind))}: {_ink.Bold(DisplayText.Clean(diagnostic.Message))}");
        Line($"{margin}{_ink.Dim("-->")} {_ink.Place($"{DisplayText.Clean(diagnostic.Text.File)}:{diagnostic.Start.Line}:{diagnostic.Start.Column}")}");
        Line($"{margin} {_ink.Dim("|")}");
        Line($"{_ink.Dim(number + " |")} {excerpt.Text}");
        Line($"{margin} {_ink.Dim("|")} {new string(' ', excerpt.Indent)}{(isError ? _ink.Error(excerpt.Mark) : _ink.Warning(excerpt.Mark))}");
        Note(margin, "help", diagnostic.Help);
        if (diagnostic.Fix is { } fix)
        {
            Note(margin, "fix", fix.Title);
        }

        Note(margin, "see", CheckSummary.Page(diagnostic.Code));
        Line("");
    }

    private void Note(string margin, string name, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        var lead = $"{margin} {_ink.Dim("=")} {_ink.Bold(name)}: ";
        var indent = margin.Length + name.Length + 5;
        foreach (var line in DisplayText.Wrap(DisplayText.Clean(text), Math.Max(30, layout.Width - indent)))
        {
            Line(lead + line);
            lead = new string(' ', indent);
        }
    }

    private void Line(string text)
    {
        output.Write(text.TrimEnd());
        output.Write('\n');
    }
}
