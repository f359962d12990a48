using System.Collections.Immutable;
using System.Text;
using CxRules.Language.Text;

namespace CxRules.Language.Tables;

/// <param name="Text">Without quotes and outer white space.</param>
/// <param name="Span">As written, its quotes included.</param>
internal readonly record struct Cell(string Text, TextSpan Span);

/// <summary>Takes a CSV text apart as RFC 4180 has it; `;` parts cells where the first line has no comma. Blank lines are passed over.</summary>
internal sealed class CsvReader
{
    private readonly SourceText _source;
    private readonly string _text;
    private readonly char _separator;
    private int _at;

    public CsvReader(SourceText source)
    {
        _source = source;
        _text = source.Content;
        _at = _text.StartsWith('\ufeff') ? 1 : 0;
        var header = _text.AsSpan(source.Line(1).Start, source.Line(1).Length);
        _separator = header.Contains(';') && !header.Contains(',') ? ';' : ',';
    }

    /// <summary>A quote that is never closed, once there was one.</summary>
    public TextSpan? OpenQuote { get; private set; }

    public ImmutableArray<ImmutableArray<Cell>> Read()
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Cell>>();
        while (_at < _text.Length)
        {
            var row = ReadRow();
            if (row is not [{ Text.Length: 0, Span.Length: 0 }])
            {
                rows.Add(row);
            }
        }

        return rows.ToImmutable();
    }

    private ImmutableArray<Cell> ReadRow()
    {
        var cells = ImmutableArray.CreateBuilder<Cell>();
        while (true)
        {
            cells.Add(ReadCell());
            if (_at < _text.Length && _text[_at] == _separator)
            {
                _at++;
                continue;
            }

            _at += _at + 1 < _text.Length && _text[_at] == '\r' && _text[_at + 1] == '\n' ? 2 : 1;
            return cells.ToImmutable();
        }
    }

    private Cell ReadCell()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t')
        {
            _at++;
        }

        return _at < _text.Length && _text[_at] == '"' ? ReadQuoted() : ReadPlain(_at, new StringBuilder());
    }

    private Cell ReadQuoted()
    {
        var start = _at++;
        var value = new StringBuilder();
        while (_at < _text.Length)
        {
            if (_text[_at] != '"')
            {
                value.Append(_text[_at++]);
            }
            else if (_at + 1 < _text.Length && _text[_at + 1] == '"')
            {
                value.Append('"');
                _at += 2;
            }
            else
            {
                _at++;
                return ReadPlain(start, value);
            }
        }

        OpenQuote ??= TextSpan.FromBounds(start, _source.Line(_source.PositionOf(start).Line).End);
        return new(value.ToString(), TextSpan.FromBounds(start, _at));
    }

    /// <summary>What is left of a cell up to its separator.</summary>
    private Cell ReadPlain(int start, StringBuilder value)
    {
        var end = _at;
        while (_at < _text.Length && _text[_at] != _separator && _text[_at] is not ('\r' or '\n'))
        {
            if (!char.IsWhiteSpace(_text[_at++]))
            {
                value.Append(_text, end, _at - end);
                end = _at;
            }
        }

        return new(value.ToString(), TextSpan.FromBounds(start, end));
    }
}
