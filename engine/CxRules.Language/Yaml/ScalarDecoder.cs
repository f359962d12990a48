using System.Collections.Immutable;
using System.Text;
using CxRules.Language.Text;

namespace CxRules.Language.Yaml;

/// <summary>
/// Reads one scalar from its source and remembers where each character stands. A folded line break stands at the break; an escape at
/// its backslash. The span is known to be well-formed. Most scalars are one line without quotes, each character of which stands for itself.
/// </summary>
internal sealed class ScalarDecoder
{
    private readonly StringBuilder _value = new();
    private readonly ImmutableArray<int>.Builder _offsets = ImmutableArray.CreateBuilder<int>();
    private readonly string _source;
    private readonly TextSpan _span;
    private int _position;

    private ScalarDecoder(SourceText text, TextSpan span)
    {
        _source = text.Content;
        _span = span;
        _position = span.Start;
    }

    /// <param name="said">What the parser took it to say.</param>
    /// <param name="parentIndent">Column, from 0, of the block collection around the scalar; −1 where there is none.</param>
    public static YamlScalar Decode(SourceText text, TextSpan span, string said, YamlStyle style, int parentIndent)
    {
        var written = text.Content.AsSpan(span.Start, span.Length);
        return style == YamlStyle.Plain && span.Length > 0 && !written.ContainsAny('\n', '\r')
            ? new(span, written.SequenceEqual(said) ? said : text[span], YamlStyle.Plain, CharacterOffsets.From(span.Start, span.Length + 1))
            : new ScalarDecoder(text, span).Decode(style, parentIndent);
    }

    private YamlScalar Decode(YamlStyle style, int parentIndent)
    {
        var end = style switch
        {
            YamlStyle.Plain => DecodePlain(),
            YamlStyle.SingleQuoted => DecodeQuoted('\''),
            YamlStyle.DoubleQuoted => DecodeQuoted('"'),
            _ => DecodeBlock(parentIndent, style == YamlStyle.Folded),
        };
        _offsets.Add(end);
        return new(_span, _value.ToString(), style, CharacterOffsets.Of(_offsets.DrainToImmutable()));
    }

    private int DecodePlain()
    {
        while (_position < _span.End)
        {
            if (IsBlank(_source[_position]))
            {
                Fold(_span.End);
            }
            else
            {
                Take();
            }
        }

        return _span.End;
    }

    private int DecodeQuoted(char quote)
    {
        var end = _span.End - 1;
        _position++;
        while (_position < end)
        {
            if (IsBlank(_source[_position]))
            {
                Fold(end);
            }
            else if (quote == '\'' && _source[_position] == '\'')
            {
                Append('\'', _position);
                _position += 2;
            }
            else if (quote == '"' && _source[_position] == '\\')
            {
                Escape(end);
            }
            else
            {
                Take();
            }
        }

        return end;
    }

    private void Escape(int end)
    {
        var start = _position;
        if (BreakLength(start + 1) is var length and > 0)
        {
            _position = start + 1 + length;
            SkipEscapedBreak(end);
            return;
        }

        _position = start + YamlEscape.Read(_source, start, out var value);
        foreach (var character in value)
        {
            Append(character, start);
        }
    }

    private void SkipEscapedBreak(int end)
    {
        while (_position < end && IsBlank(_source[_position]))
        {
            var length = BreakLength(_position);
            if (length > 0)
            {
                Append('\n', _position);
            }

            _position += Math.Max(length, 1);
        }
    }

    /// <summary>White space between words: kept inside a line; a line break becomes a space, further ones stay.</summary>
    private void Fold(int end)
    {
        var start = _position;
        var breaks = new List<int>();
        while (_position < end && IsBlank(_source[_position]))
        {
            var length = BreakLength(_position);
            if (length > 0)
            {
                breaks.Add(_position);
            }

            _position += Math.Max(length, 1);
        }

        if (breaks.Count == 0)
        {
            for (var i = start; i < _position; i++)
            {
                Append(_source[i], i);
            }
        }
        else if (breaks.Count == 1)
        {
            Append(' ', breaks[0]);
        }
        else
        {
            AppendBreaks(breaks.Skip(1));
        }
    }

    private int DecodeBlock(int parentIndent, bool folded)
    {
        var header = BlockHeader.Read(_source, _span);
        _position = header.End;
        var indent = header.Indent is { } explicitIndent ? Math.Max(parentIndent, 0) + explicitIndent : DetectIndent(parentIndent);
        int? pending = null;
        var breaks = new List<int>();
        var previousBlank = false;
        var end = header.End;
        while (_position < _span.End)
        {
            SkipSpaces(indent);
            if (BreakLength(_position) is var length and > 0)
            {
                breaks.Add(_position);
                _position += length;
                continue;
            }

            if (_position >= _span.End)
            {
                break;
            }

            var blank = _source[_position] is ' ' or '\t';
            Join(pending, breaks, folded && !blank && !previousBlank);
            previousBlank = blank;
            TakeLine();
            end = _position;
            var lineBreak = BreakLength(_position);
            pending = lineBreak > 0 ? _position : null;
            _position += lineBreak;
        }

        Chomp(header.Chomping, pending, breaks);
        return end;
    }

    private void Join(int? pending, List<int> breaks, bool fold)
    {
        if (pending is { } place && (!fold || breaks.Count == 0))
        {
            Append(fold ? ' ' : '\n', place);
        }

        AppendBreaks(breaks);
        breaks.Clear();
    }

    private void Chomp(BlockChomping chomping, int? pending, List<int> breaks)
    {
        if (chomping != BlockChomping.Strip && pending is { } place)
        {
            Append('\n', place);
        }

        if (chomping == BlockChomping.Keep)
        {
            AppendBreaks(breaks);
        }
    }

    /// <summary>The column of the first line with text, or that of a longer blank line above it.</summary>
    private int DetectIndent(int parentIndent)
    {
        var longest = 0;
        for (var position = _position; position < _span.End;)
        {
            var start = position;
            while (position < _span.End && _source[position] == ' ')
            {
                position++;
            }

            longest = Math.Max(longest, position - start);
            var length = BreakLength(position);
            if (length == 0)
            {
                break;
            }

            position += length;
        }

        return Math.Max(longest, parentIndent + 1);
    }

    private void SkipSpaces(int indent)
    {
        var limit = Math.Min(_span.End, _position + indent);
        while (_position < limit && _source[_position] == ' ')
        {
            _position++;
        }
    }

    private void TakeLine()
    {
        while (_position < _span.End && BreakLength(_position) == 0)
        {
            Take();
        }
    }

    private void Take()
    {
        Append(_source[_position], _position);
        _position++;
    }

    private void Append(char character, int offset)
    {
        _value.Append(character);
        _offsets.Add(offset);
    }

    private void AppendBreaks(IEnumerable<int> breaks)
    {
        foreach (var place in breaks)
        {
            Append('\n', place);
        }
    }

    private int BreakLength(int position) => position >= _source.Length ? 0 : _source[position] switch
    {
        '\n' => 1,
        '\r' => position + 1 < _source.Length && _source[position + 1] == '\n' ? 2 : 1,
        _ => 0,
    };

    private static bool IsBlank(char character) => character is ' ' or '\t' or '\r' or '\n';
}
