using System.Collections.Immutable;
using System.Text;

namespace CxRules.Language.Formatting;

/// <summary>The lines of a file in the making; comments behind them find their columns at the end.</summary>
internal sealed class Page
{
    private const int Gap = 2;

    private readonly List<PageLine> _lines = [];
    private int _stretch;

    /// <summary>
    /// Lines of a sentence with the comments of its place; the comment behind comes behind the last. A blank line between comments above and
    /// the line stays at the margin alone, where it parts a heading from a rule.
    /// </summary>
    public void Add(IReadOnlyList<string> lines, LineNotes notes)
    {
        var indent = IndentOf(lines[0]);
        AddComments(indent == 0 ? notes.Above : WithoutBlankAtEnd(notes.Above), indent);
        for (var i = 0; i < lines.Count; i++)
        {
            var isLast = i == lines.Count - 1;
            _lines.Add(new(lines[i], isLast ? notes.Behind : null, notes.Origin, _stretch));
        }
    }

    public void Add(string line, LineNotes notes) => Add([line], notes);

    public void AddComments(IEnumerable<string> comments, int indent)
    {
        foreach (var comment in comments)
        {
            if (comment.Length == 0)
            {
                Blank();
            }
            else
            {
                _lines.Add(new(new string(' ', indent) + comment, null, null, _stretch));
            }
        }
    }

    /// <summary>The last line is a comment, which a line directly below would take for its own.</summary>
    public bool EndsWithComment => _lines.Count > 0 && _lines[^1].Text.AsSpan().TrimStart().StartsWith("#");

    /// <summary>One blank line, but none at the top and never two.</summary>
    public void Blank()
    {
        if (_lines.Count > 0 && _lines[^1].Text.Length > 0)
        {
            _lines.Add(new("", null, null, _stretch));
            _stretch++;
        }
    }

    public string ToText(string lineEnd)
    {
        var text = new StringBuilder();
        for (var i = 0; i < _lines.Count; i++)
        {
            var line = _lines[i];
            text.Append(line.Text);
            if (line.Comment is { } comment)
            {
                text.Append(' ', ColumnOf(i) - line.Text.Length).Append(comment);
            }

            text.Append(lineEnd);
        }

        return text.ToString();
    }

    /// <summary>Its column in the source, together with those that stood in the same one; else that of the lines around it.</summary>
    private int ColumnOf(int index)
    {
        var together = IsKept(index) ? _lines.Where(other => IsTogether(other, _lines[index])) : _lines.GetRange(First(index), Last(index) - First(index) + 1);
        var column = IsKept(index) && _lines[index].Origin is { } origin ? origin.Column : 0;
        return Math.Max(column, together.Max(other => other.Text.Length) + Gap);
    }

    /// <summary>Whether a comment keeps its column: its line is as it was, or others stand below each other with it.</summary>
    private bool IsKept(int index) => _lines[index] is { Comment: not null, Origin: { } origin } line
        && (origin.Before == line.Text.Trim(' ') || _lines.Count(other => IsTogether(other, line)) > 1);

    private static bool IsTogether(PageLine line, PageLine other) =>
        line.Comment is not null && line.Stretch == other.Stretch && line.Origin?.Column == other.Origin?.Column;

    private int First(int index)
    {
        while (index > 0 && IsMoved(index - 1))
        {
            index--;
        }

        return index;
    }

    private int Last(int index)
    {
        while (index + 1 < _lines.Count && IsMoved(index + 1))
        {
            index++;
        }

        return index;
    }

    private bool IsMoved(int index) => _lines[index].Comment is not null && !IsKept(index);

    private static ImmutableArray<string> WithoutBlankAtEnd(ImmutableArray<string> comments) => comments is [.. var all, ""] ? all : comments;

    private static int IndentOf(string line) => line.Length - line.AsSpan().TrimStart(' ').Length;

    private readonly record struct PageLine(string Text, string? Comment, NoteOrigin? Origin, int Stretch);
}
