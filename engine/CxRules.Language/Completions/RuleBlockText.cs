using System.Collections.Immutable;
using CxRules.Language.Text;

namespace CxRules.Language.Completions;

/// <summary>The part of a `.cxr` file that the rule at a position reaches over: a large file is not read as a whole for one word.</summary>
internal static class RuleBlockText
{
    private static readonly string[] Starts = ["rule", "define", "for each"];

    public static TextSpan At(SourceText text, int position)
    {
        var line = text.PositionOf(position).Line;
        var first = line;
        while (first > 1 && !Begins(text, first))
        {
            first--;
        }

        // A table of rules stands directly before its rule.
        while (first > 1 && IsTable(text, first - 1))
        {
            first--;
        }

        var last = line + 1;
        while (last <= text.LineCount && (!Begins(text, last) || IsTable(text, last - 1)))
        {
            last++;
        }

        return TextSpan.FromBounds(text.Line(first).Start, last > text.LineCount ? text.Content.Length : text.Line(last).Start);
    }

    /// <summary>Each character's place in the file, and one more.</summary>
    public static ImmutableArray<int> OffsetsOf(TextSpan span) => [.. Enumerable.Range(span.Start, span.Length + 1)];

    private static bool IsTable(SourceText text, int line) => LineOf(text, line).StartsWith("for each", StringComparison.OrdinalIgnoreCase);

    private static bool Begins(SourceText text, int line)
    {
        var content = LineOf(text, line);
        foreach (var start in Starts)
        {
            if (content.StartsWith(start, StringComparison.OrdinalIgnoreCase) && (content.Length == start.Length || char.IsWhiteSpace(content[start.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> LineOf(SourceText text, int line)
    {
        var span = text.Line(line);
        return text.Content.AsSpan(span.Start, span.Length).TrimStart(" \t\ufeff");
    }
}
