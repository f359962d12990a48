using CxRules.Language.Text;

namespace CxRules.Language.Yaml;

/// <summary>Where the items of `rules:` stand, by their indentation alone: for a file that is no YAML.</summary>
internal sealed class YamlItems
{
    private readonly SourceText _text;
    private readonly List<int> _starts = [];
    private int _end;

    private YamlItems(SourceText text)
    {
        _text = text;
        _end = text.Content.Length;
    }

    public static YamlItems Of(SourceText text)
    {
        var items = new YamlItems(text);
        var number = 1;
        while (number <= text.LineCount && !YamlLine.Of(text, number).IsKey("rules"))
        {
            number++;
        }

        items.Read(number + 1);
        return items;
    }

    public bool IsEmpty => _starts.Count == 0;

    /// <summary>The item that a place stands in; −1: none.</summary>
    public int At(int place)
    {
        if (place >= _end && _end < _text.Content.Length)
        {
            return -1;
        }

        var index = _starts.BinarySearch(place);
        return index >= 0 ? index : ~index - 1;
    }

    public TextSpan SpanOf(int item) => TextSpan.FromBounds(_starts[item], item + 1 < _starts.Count ? _starts[item + 1] : _end);

    /// <param name="first">The line below `rules:`.</param>
    private void Read(int first)
    {
        int? column = null;
        for (var number = first; number <= _text.LineCount; number++)
        {
            var line = YamlLine.Of(_text, number);
            if (line.IsItem && line.Indent == (column ??= line.Indent))
            {
                _starts.Add(line.Span.Start);
            }
            else if (line is { IsEmpty: false, IsItem: false, Indent: 0 })
            {
                _end = line.Span.Start;
                return;
            }
        }
    }
}
