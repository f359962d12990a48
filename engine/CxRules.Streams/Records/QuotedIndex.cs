using System.Buffers;

namespace CxRules.Streams.Records;

/// <summary>
/// Finds the records and fields of text with quotes (RFC 4180). A record with broken quotes costs its first line only: what an open quote has
/// swallowed is read again as records of its own.
/// </summary>
internal sealed class QuotedIndex
{
    private const byte Quote = (byte)'"';
    private static readonly SearchValues<byte> LineBreaks = SearchValues.Create("\n\r"u8);

    private readonly SearchValues<byte> _fieldEnds;
    private readonly byte _separator;

    public QuotedIndex(byte separator)
    {
        _separator = separator;
        _fieldEnds = SearchValues.Create([separator, (byte)'\n', (byte)'\r']);
    }

    /// <summary>Adds the records from the start of the chunk's text on, as far as they are whole.</summary>
    /// <param name="most">How many lines may be taken.</param>
    /// <returns>The bytes taken and the lines in them.</returns>
    public (int Length, int Lines) Fill(RecordChunk chunk, int most)
    {
        var text = chunk.Buffer.AsSpan(0, chunk.Length);
        var start = 0;
        var line = 0;
        while (start < text.Length && line < most)
        {
            var firstField = chunk.Fields;
            var end = EndOf(chunk, text, start, out var fault);
            if (end < 0 || (!chunk.IsLast && text[end] == '\r' && end + 1 == text.Length))
            {
                chunk.TakeBackFields(firstField);
                break;
            }

            var next = Behind(text, end);
            chunk.Add(new(start, end, line, firstField, chunk.Fields - firstField), fault);
            line += Lines(text[start..next]);
            start = next;
        }

        return (start, line);
    }

    /// <summary>Line breaks of any sort.</summary>
    public static int Lines(ReadOnlySpan<byte> text)
    {
        var returns = text.Count((byte)'\r');
        return text.Count((byte)'\n') + (returns == 0 ? 0 : returns - text.Count("\r\n"u8));
    }

    /// <summary>Where the line break of the record stands; -1 where it has not come yet. Of a faulty record, that of its first line.</summary>
    private int EndOf(RecordChunk chunk, ReadOnlySpan<byte> text, int start, out RecordFault? fault)
    {
        fault = null;
        var at = start;
        for (var field = 1; ; field++)
        {
            var behind = at;
            if (at < text.Length && text[at] == Quote)
            {
                behind = BehindQuotes(text, at);
                if (behind < 0)
                {
                    fault = chunk.IsLast ? new(StreamErrors.UnclosedQuote, field) : null;
                    return chunk.IsLast ? EndOfLine(text, start) : -1;
                }
            }

            var found = text[behind..].IndexOfAny(_fieldEnds);
            if (found < 0)
            {
                return -1;
            }

            var end = behind + found;
            if (behind > at && !Utf8Text.Trim(text[behind..end]).IsEmpty)
            {
                fault = new(StreamErrors.TextAfterQuote, field);
                return EndOfLine(text, start);
            }

            chunk.RoomForFields(1)[0] = end;
            chunk.AddFields(1);
            if (text[end] != _separator)
            {
                return end;
            }

            at = end + 1;
        }
    }

    /// <summary>Behind the closing quote of a field that opens at <paramref name="at"/>; -1 where it is not closed.</summary>
    private static int BehindQuotes(ReadOnlySpan<byte> text, int at)
    {
        at++;
        while (true)
        {
            var found = text[at..].IndexOf(Quote);
            if (found < 0)
            {
                return -1;
            }

            at += found + 1;
            if (at == text.Length || text[at] != Quote)
            {
                return at;
            }

            at++;
        }
    }

    private static int EndOfLine(ReadOnlySpan<byte> text, int start)
    {
        var found = text[start..].IndexOfAny(LineBreaks);
        return found < 0 ? -1 : start + found;
    }

    private static int Behind(ReadOnlySpan<byte> text, int end) => end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
}
