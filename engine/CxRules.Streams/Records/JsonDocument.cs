using System.Collections.Immutable;
using System.Text;

namespace CxRules.Streams.Records;

/// <summary>
/// Finds the records of a JSON file that is no JSON lines: objects in an array, one behind the other, or in the array that names lead to. It
/// goes from chunk to chunk, and looks only at what stands around records.
/// </summary>
internal sealed class JsonDocument
{
    private const int MostNames = 12;

    private readonly ImmutableArray<byte[]> _names;
    private readonly string _path;
    private readonly JsonSkipper _skipper = new();
    private readonly JsonSkipper _record = new();
    private readonly List<string> _lists = [];

    /// <summary>Arrays that are open at each level: 0 outside, then one for each object that a name of the path stands in.</summary>
    private readonly int[] _arrays;
    private int _level;
    private bool _isFound;

    public JsonDocument(ImmutableArray<string> path)
    {
        _names = [.. path.Select(Encoding.UTF8.GetBytes)];
        _path = string.Join('.', path);
        _arrays = new int[path.Length + 1];
    }

    /// <summary>Adds the records from the start of the chunk's text on, as far as they are whole.</summary>
    /// <param name="most">How many records may be taken.</param>
    /// <returns>The bytes taken and the lines in them.</returns>
    public (int Length, int Lines) Fill(RecordChunk chunk, int most)
    {
        var text = chunk.Buffer.AsSpan(0, chunk.Length);
        var line = 0;
        var counted = 0;
        var at = _skipper.IsOpen ? _skipper.Skip(text) : 0;
        while (at < text.Length && chunk.Count < most)
        {
            at += Blank(text[at..]);
            if (at == text.Length)
            {
                break;
            }

            line += QuotedIndex.Lines(text[counted..at]);
            counted = at;
            var step = IsAmongRecords ? AmongRecords(chunk, text, at, line) : InEnvelope(chunk, text, at, line);
            if (step == 0)
            {
                break;
            }

            at += step;
        }

        if (at == text.Length && at > 0 && text[at - 1] == '\r' && !chunk.IsLast)
        {
            // Its line feed may still come.
            at--;
        }

        return (at, line + QuotedIndex.Lines(text[Math.Min(counted, at)..at]));
    }

    /// <summary>The file ends here. Says why it should not; null where nothing is open and the list was there.</summary>
    /// <param name="hasRest">Something stands there that is not whole.</param>
    public HistoryException? End(bool hasRest, string file, int line)
    {
        if (hasRest || _skipper.IsOpen || _level > 0 || _arrays.Any(open => open > 0))
        {
            var open = hasRest ? "an object" : _arrays[_level] > 0 ? "the list of records" : "the object around the records";
            return new(StreamErrors.CutOff, file, line, open);
        }

        return _isFound || _names.IsEmpty ? null : new(StreamErrors.NoRecords, file, 0, _path, Remedy());
    }

    private bool IsAmongRecords => _level == _names.Length && (_level == 0 || _arrays[_level] > 0);

    private static int Blank(ReadOnlySpan<byte> text)
    {
        var found = text.IndexOfAnyExcept(" \t\r\n,"u8);
        return found < 0 ? text.Length : found;
    }

    /// <summary>The bytes that were taken; 0 where what stands there is not whole.</summary>
    private int AmongRecords(RecordChunk chunk, ReadOnlySpan<byte> text, int at, int line)
    {
        switch (text[at])
        {
            case (byte)'[':
                _arrays[_level]++;
                return 1;
            case (byte)']' when _arrays[_level] > 0:
                _arrays[_level]--;
                return 1;
            case (byte)'{':
                return Record(chunk, text, at, line);
            case (byte)'"' or (byte)'-' or (>= (byte)'0' and <= (byte)'9') or (byte)'t' or (byte)'f' or (byte)'n':
                chunk.Add(new(at, at, line, 0, 0), new(StreamErrors.NotAnObject));
                return Skip(text[at..]);
            default:
                throw Broken(chunk, text[at..], line);
        }
    }

    private int Record(RecordChunk chunk, ReadOnlySpan<byte> text, int at, int line)
    {
        _record.Start();
        var length = _record.Skip(text[at..]);
        if (_record.IsOpen)
        {
            return 0;
        }

        chunk.Add(new(at, at + length, line, 0, 0));
        return length;
    }

    private int InEnvelope(RecordChunk chunk, ReadOnlySpan<byte> text, int at, int line)
    {
        if (_level == 0)
        {
            return Outside(chunk, text, at, line);
        }

        if (text[at] == '}')
        {
            _level--;
            return 1;
        }

        if (text[at] != '"')
        {
            throw Broken(chunk, text[at..], line);
        }

        _record.Start();
        var name = _record.Skip(text[at..]);
        var colon = at + name + Blank(text[(at + name)..]);
        if (_record.IsOpen || colon == text.Length)
        {
            return 0;
        }

        if (text[colon] != ':')
        {
            throw Broken(chunk, text[colon..], line);
        }

        var value = colon + 1 + Blank(text[(colon + 1)..]);
        return value == text.Length ? 0 : value - at + Value(chunk, text, text[(at + 1)..(at + name - 1)], value, line);
    }

    private int Outside(RecordChunk chunk, ReadOnlySpan<byte> text, int at, int line)
    {
        switch (text[at])
        {
            case (byte)'{':
                _level++;
                return 1;
            case (byte)'[':
                _arrays[0]++;
                return 1;
            case (byte)']' when _arrays[0] > 0:
                _arrays[0]--;
                return 1;
            default:
                throw Broken(chunk, text[at..], line);
        }
    }

    /// <summary>What to do at the value of a property of the envelope: the bytes of it that are taken at once.</summary>
    private int Value(RecordChunk chunk, ReadOnlySpan<byte> text, ReadOnlySpan<byte> name, int at, int line)
    {
        var isMeant = name.SequenceEqual(_names[_level - 1]);
        var isLast = _level == _names.Length;
        if (isMeant && text[at] == (isLast ? (byte)'[' : (byte)'{'))
        {
            _isFound |= isLast;
            _arrays[_level] += isLast ? 1 : 0;
            _level += isLast ? 0 : 1;
            return 1;
        }

        if (text[at] == '[' && _lists.Count < MostNames)
        {
            _lists.Add(string.Join('.', _names.Take(_level - 1).Select(Encoding.UTF8.GetString).Append(Encoding.UTF8.GetString(name))));
        }

        return Skip(text[at..]);
    }

    private int Skip(ReadOnlySpan<byte> text)
    {
        _skipper.Start();
        return _skipper.Skip(text);
    }

    private string Remedy() => Similar.To(_path, _lists) is { } near ? $"Did you mean `{near}`? Mend `records` in the source file."
        : _lists.Count == 0 ? "It has no list at all; remove `records` where the records stand by themselves."
        : $"It has {string.Join(", ", _lists.Distinct().Select(list => $"`{Shown.Shorten(list)}`"))}. Mend `records` in the source file.";

    private static HistoryException Broken(RecordChunk chunk, ReadOnlySpan<byte> text, int line) =>
        new(StreamErrors.NotJson, chunk.File?.Path ?? "", chunk.FirstLine + line, Shown.Quote(text.Length > 12 ? text[..12] : text));
}
