using System.Globalization;
using System.Text;

namespace CxRules.Language.Text;

/// <summary>The lines in which two texts differ, as `diff -u` shows them and `patch` reads them.</summary>
public static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>Nothing where they are equal.</summary>
    public static string Of(string file, string before, string after)
    {
        if (before == after)
        {
            return "";
        }

        var edits = LineEdits.Of(Lines(before), Lines(after));
        var output = new StringBuilder($"--- a/{file}\n+++ b/{file}\n");
        for (var start = 0; start < edits.Count;)
        {
            var first = edits.FindIndex(start, edit => edit.Kind != ' ');
            if (first < 0)
            {
                break;
            }

            var end = End(edits, first);
            Write(edits, Math.Max(start, first - Context), end, output);
            start = end;
        }

        return output.ToString();
    }

    /// <summary>Behind the context of the last change that is near enough to the one before it.</summary>
    private static int End(List<LineEdit> edits, int first)
    {
        var last = first;
        for (var i = first; i < edits.Count && i - last <= (2 * Context) + 1; i++)
        {
            last = edits[i].Kind == ' ' ? last : i;
        }

        return Math.Min(edits.Count, last + 1 + Context);
    }

    private static void Write(List<LineEdit> edits, int start, int end, StringBuilder output)
    {
        var hunk = edits.GetRange(start, end - start);
        var old = edits.Take(start).Count(edit => edit.Kind != '+');
        var @new = edits.Take(start).Count(edit => edit.Kind != '-');
        output.Append(CultureInfo.InvariantCulture, $"@@ -{Range(old, hunk.Count(edit => edit.Kind != '+'))} +{Range(@new, hunk.Count(edit => edit.Kind != '-'))} @@\n");
        foreach (var edit in hunk)
        {
            output.Append(edit.Kind).Append(edit.Line);
            if (!edit.Line.EndsWith('\n'))
            {
                output.Append("\n\\ No newline at end of file\n");
            }
        }
    }

    private static string Range(int before, int count) => string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? before : before + 1)},{count}");

    private static string[] Lines(string text)
    {
        var parts = text.Split('\n');
        var lines = parts.SkipLast(1).Select(line => line + "\n");
        return [.. parts[^1].Length == 0 ? lines : lines.Append(parts[^1])];
    }
}
