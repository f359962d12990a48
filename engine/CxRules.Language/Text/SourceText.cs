namespace CxRules.Language.Text;

/// <summary>A text with its name and its lines; LF, CRLF and CR end a line.</summary>
public sealed class SourceText
{
    private readonly List<int> _lineStarts = [0];

    public SourceText(string file, string content)
    {
        File = file;
        Content = content;
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '\n' || (content[i] == '\r' && (i + 1 == content.Length || content[i + 1] != '\n')))
            {
                _lineStarts.Add(i + 1);
            }
        }
    }

    /// <summary>The path as messages show it.</summary>
    public string File { get; }

    public string Content { get; }

    public int LineCount => _lineStarts.Count;

    public string this[TextSpan span] => Content.Substring(span.Start, span.Length);

    /// <summary>The place of a character, line and column from 1; the end of the text is a place too.</summary>
    public LinePosition PositionOf(int offset)
    {
        var index = _lineStarts.BinarySearch(offset);
        var line = index >= 0 ? index : ~index - 1;
        return new(line + 1, offset - _lineStarts[line] + 1);
    }

    /// <summary>The characters of a line, from 1, without its end.</summary>
    public TextSpan Line(int line)
    {
        var start = _lineStarts[line - 1];
        var end = line < _lineStarts.Count ? _lineStarts[line] : Content.Length;
        while (end > start && Content[end - 1] is '\n' or '\r')
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }
}

/// <summary>A stretch of a text, in UTF-16 units from 0.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;

    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>The smallest span that holds both.</summary>
    public TextSpan To(TextSpan last) => FromBounds(Math.Min(Start, last.Start), Math.Max(End, last.End));

    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;
}

/// <summary>Line and column, both from 1.</summary>
public readonly record struct LinePosition(int Line, int Column);
