using System.Text;
using CxRules.Language.Diagnostics;
using CxRules.Language.Syntax;

namespace CxRules.Language.Tests.Baselines;

/// <summary>Diagnostics below the lines they are about, as a reader sees them.</summary>
internal static class DiagnosticBaseline
{
    public static string Print(RuleFileSyntax file)
    {
        var lines = new StringBuilder();
        foreach (var diagnostic in file.Diagnostics)
        {
            Print(diagnostic, lines);
        }

        return lines.ToString();
    }

    private static void Print(Diagnostic diagnostic, StringBuilder lines)
    {
        var line = diagnostic.Text.Line(diagnostic.Start.Line);
        var written = diagnostic.Text[line].Replace('\t', ' ');
        var width = Math.Max(1, Math.Min(diagnostic.Span.End, line.End) - diagnostic.Span.Start);
        lines.Append($"{diagnostic.Start.Line}:{diagnostic.Start.Column} {diagnostic.Code}: {diagnostic.Message}\n");
        lines.Append($"    {written}\n    {new string(' ', diagnostic.Start.Column - 1)}{new string('^', width)}\n");
        lines.Append($"    {diagnostic.Help}\n");
        foreach (var edit in diagnostic.Fix?.Edits ?? [])
        {
            lines.Append($"    fix: «{diagnostic.Text[edit.Span]}» → «{edit.NewText}»\n");
        }

        lines.Append('\n');
    }
}
