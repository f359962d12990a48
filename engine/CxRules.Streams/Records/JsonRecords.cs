using System.Collections.Immutable;
using System.Text.Json;
using CxRules.Model.Hashing;
using CxRules.Model.Sources;

namespace CxRules.Streams.Records;

/// <summary>Records that are JSON objects.</summary>
internal sealed class JsonRecords(ImmutableArray<RecordColumn> columns) : RecordReader
{
    private readonly JsonPath _root = JsonPath.Create(columns);
    private readonly JsonValues?[] _values = [.. columns.Select(JsonValues.Of)];
    private readonly bool[] _hasSelector = [.. columns.Select(column => ColumnPath.Parse(column.Name).HasSelector)];
    private readonly List<Range> _ofDelivery = [];
    private FieldPlace[] _places = [];
    private ulong[] _hashes = [];
    private int _record;
    private RecordFault? _fault;
    private bool _isEmpty;

    public override ulong ContentHash(int record) => _hashes[record];

    public override void Find(int slot, ReadOnlySpan<int> records, Span<FieldPlace> places)
    {
        if (_values[slot] is { } values)
        {
            values.Find(Chunk, records, places);
            return;
        }

        for (var row = 0; row < records.Length; row++)
        {
            places[row] = records[row] < 0 ? default : PlaceOf(records[row], slot);
        }
    }

    protected override void Begin()
    {
        if (_hashes.Length < Chunk.Count)
        {
            _hashes = new ulong[2 * Chunk.Count];
        }

        if (_places.Length < Chunk.Count * columns.Length)
        {
            _places = new FieldPlace[2 * Chunk.Count * columns.Length];
        }

        Array.Clear(_places);
        foreach (var values in _values)
        {
            values?.Clear();
        }
    }

    protected override bool Take(int record, out RecordFault? fault)
    {
        fault = null;
        var raw = RawOf(record);
        if (Utf8Text.Trim(raw).IsEmpty)
        {
            return false;
        }

        (_record, _fault, _isEmpty) = (record, null, true);
        _ofDelivery.Clear();
        Parse(raw);
        _hashes[record] = HashOf(raw);
        fault = _fault;
        return true;
    }

    /// <summary>No value stands where a place has its start at 0: there is the object's bracket.</summary>
    private ref FieldPlace PlaceOf(int record, int slot) => ref _places[(record * columns.Length) + slot];

    private ulong HashOf(ReadOnlySpan<byte> raw)
    {
        var hash = 0UL;
        var start = 0;
        if (_ofDelivery.Count > 1)
        {
            _ofDelivery.Sort(static (left, right) => left.Start.Value.CompareTo(right.Start.Value));
        }

        foreach (var value in _ofDelivery)
        {
            hash = StableHash.Of(raw[start..Math.Max(start, value.Start.Value)], hash);
            start = Math.Max(start, value.End.Value);
        }

        return StableHash.Of(raw[start..], hash);
    }

    private void Parse(ReadOnlySpan<byte> raw)
    {
        try
        {
            var reader = new Utf8JsonReader(raw);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                _fault = new(StreamErrors.NotAnObject);
                return;
            }

            ReadObject(ref reader, _root);
            reader.Read();
        }
        catch (JsonException cause)
        {
            _fault = new(StreamErrors.BrokenJson, cause.BytePositionInLine + 1) { Line = (int)(cause.LineNumber ?? 0) };
        }

        if (_isEmpty && _fault is null && JsonEnvelope.ListOf(raw) is { } list)
        {
            _fault = new(StreamErrors.Envelope, list);
        }
    }

    private void ReadObject(ref Utf8JsonReader reader, JsonPath path)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var next = path.Find(reader.ValueIsEscaped ? Unescape(ref reader) : reader.ValueSpan);
            reader.Read();
            if (next is null)
            {
                reader.Skip();
            }
            else
            {
                ReadValue(ref reader, next);
            }
        }
    }

    private void ReadValue(ref Utf8JsonReader reader, JsonPath path)
    {
        if (reader.TokenType == JsonTokenType.StartObject && path.HasChildren)
        {
            ReadObject(ref reader, path);
            return;
        }

        var isSplit = reader.TokenType == JsonTokenType.StartArray && path.IsOfElements;
        if (!isSplit && path.Slots.Count == 1)
        {
            Take(ref reader, path.Slots[0]);
            return;
        }

        for (var i = 0; i < path.Slots.Count; i++)
        {
            var value = reader;
            Take(ref value, path.Slots[i]);
        }

        if (isSplit)
        {
            ReadArray(ref reader, path);
        }
        else
        {
            reader.Skip();
        }
    }

    private void ReadArray(ref Utf8JsonReader reader, JsonPath path)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (path.HasChildren)
            {
                _fault ??= new(StreamErrors.ArrayOnPath, NameOf(path.AnySlot));
            }

            for (var i = 0; i < path.Branches.Count; i++)
            {
                if (path.Branches[i].Selects(reader))
                {
                    var element = reader;
                    ReadValue(ref element, path.Branches[i].Path);
                }
            }

            reader.Skip();
        }
    }

    private void Take(ref Utf8JsonReader reader, int slot)
    {
        _isEmpty = false;
        ref var place = ref PlaceOf(_record, slot);
        if (_hasSelector[slot])
        {
            if (reader.TokenType == JsonTokenType.Null || (place.Start != 0 && columns[slot].Taken == ValuesTaken.First))
            {
                return;
            }
        }
        else if (place.Start != 0)
        {
            _fault ??= new(StreamErrors.DuplicateProperty, NameOf(slot));
        }

        if (columns[slot].IsOfDelivery)
        {
            _ofDelivery.Add((int)reader.TokenStartIndex..(int)reader.BytesConsumed);
        }

        var start = Chunk[_record].Start + (int)reader.TokenStartIndex;
        if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
        {
            if (reader.TokenType != JsonTokenType.StartArray || !columns[slot].TakesArray || _hasSelector[slot])
            {
                _fault ??= new(StreamErrors.NotAValue, NameOf(slot));
            }

            reader.Skip();
            place = new(start, Chunk[_record].Start + (int)reader.BytesConsumed - start);
            return;
        }

        place = reader.TokenType switch
        {
            JsonTokenType.Null => new(start, 0),
            JsonTokenType.String when reader.ValueIsEscaped => Chunk.Rewritten(Unescape(ref reader).Length),
            JsonTokenType.String => new(start + 1, reader.ValueSpan.Length),
            _ => new(start, reader.ValueSpan.Length),
        };
        _values[slot]?.Add(_record, TokenOf(reader, slot, place));
    }

    /// <summary>Of an element of a list, the JSON itself, quotes and escapes included: it becomes part of an array again.</summary>
    private FieldPlace TokenOf(in Utf8JsonReader reader, int slot, FieldPlace place) => columns[slot].TakesArray
        ? new(Chunk[_record].Start + (int)reader.TokenStartIndex, (int)(reader.BytesConsumed - reader.TokenStartIndex))
        : place;

    /// <summary>The text of a name or value with escapes, in room of the chunk that is not yet taken.</summary>
    private ReadOnlySpan<byte> Unescape(ref Utf8JsonReader reader)
    {
        var room = Chunk.RoomToRewrite(reader.ValueSpan.Length);
        try
        {
            return room[..reader.CopyString(room)];
        }
        catch (InvalidOperationException cause)
        {
            // Half of a surrogate pair: the line is no text.
            throw new JsonException(cause.Message, null, null, reader.TokenStartIndex);
        }
    }

    private string NameOf(int slot) => $"'{columns[slot].Name}' ({columns[slot].Field})";
}
