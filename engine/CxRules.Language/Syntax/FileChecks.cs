using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

/// <summary>What can be wrong with a file before and after anyone reads it, in either spelling.</summary>
internal static class FileChecks
{
    public const int MostCharacters = 1 << 20;

    private const int MostControls = 8;

    private const int MostErrors = 200;

    /// <summary>Whether a file is too large, or no text at all; that is then its one error.</summary>
    public static bool Refuse(SourceText text, DiagnosticBag diagnostics)
    {
        if (text.Content.Length > MostCharacters)
        {
            diagnostics.Report(SyntaxErrors.FileTooLarge, text, new(0, 0), text.Content.Length);
            return true;
        }

        var first = -1;
        var count = 0;
        for (var i = 0; i < text.Content.Length; i++)
        {
            var c = text.Content[i];
            if (c < ' ' && BadCharacters.IsControl(c))
            {
                first = first < 0 ? i : first;
                count++;
            }
        }

        if (count <= MostControls)
        {
            return false;
        }

        diagnostics.Report(SyntaxErrors.NotText, text, new(first, 1), (int)text.Content[first]);
        return true;
    }

    /// <summary>In source order, and not more than anyone reads.</summary>
    public static ImmutableArray<Diagnostic> Limited(SourceText text, DiagnosticBag diagnostics)
    {
        var sorted = diagnostics.ToImmutable().Sort((a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : string.CompareOrdinal(a.Code, b.Code));
        return sorted.Length <= MostErrors
            ? sorted
            : [.. sorted.Take(MostErrors), SyntaxErrors.TooManyErrors.At(text, sorted[MostErrors].Span, sorted.Length - MostErrors)];
    }
}
