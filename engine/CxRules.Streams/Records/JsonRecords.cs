using System.Collections.Immutable;
using System.Text.Json;
using CxRules.Model.Hashing;

namespace CxRules.Streams.Records;

/// <summary>The records of a file with one JSON object a line.</summary>
internal sealed class JsonRecords(ImmutableArray<RecordColumn> columns) : RecordReader
{
    private readonly JsonPath _root = JsonPath.Create(columns);
    private readonly JsonValue[] _values = new JsonValue[columns.Length];
    private readonly List<Range> _ofDelivery = [];
    private byte[] _unescaped = new byte[1024];
    private int _unescapedLength;
    private long _record;

    public override ulong ContentHash
    {
        get
        {
            var hash = 0UL;
            var start = 0;
            foreach (var value in _ofDelivery)
            {
                hash = StableHash.Of(Raw[start..value.Start.Value], hash);
                start = value.End.Value;
            }

            return StableHash.Of(Raw[start..], hash);
        }
    }

    public override ReadOnlySpan<byte> this[int slot]
    {
        get
        {
            ref readonly var value = ref _values[slot];
            return value.Record != _record ? default
                : value.Unescaped ? _unescaped.AsSpan(value.Start, value.Length)
                : Raw.Slice(value.Start, value.Length);
        }
    }

    protected override bool Take()
    {
        if (Utf8Text.Trim(Raw).IsEmpty)
        {
            return false;
        }

        _record++;
        _unescapedLength = 0;
        _ofDelivery.Clear();
        Parse();
        return true;
    }

    private void Parse()
    {
        try
        {
            var reader = new Utf8JsonReader(Raw);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                Fault = new(StreamErrors.NotAnObject);
                return;
            }

            ReadObject(ref reader, _root);
            reader.Read();
        }
        catch (JsonException cause)
        {
            Fault = new(StreamErrors.BrokenJson, cause.BytePositionInLine + 1);
        }
    }

    private void ReadObject(ref Utf8JsonReader reader, JsonPath path)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var next = path.Find(Text(ref reader, out var taken));
            _unescapedLength -= taken;
            reader.Read();
            if (next is null)
            {
                reader.Skip();
            }
            else if (reader.TokenType == JsonTokenType.StartObject && next.HasChildren)
            {
                ReadObject(ref reader, next);
            }
            else if (next.Slot >= 0)
            {
                Take(ref reader, next.Slot);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private void Take(ref Utf8JsonReader reader, int slot)
    {
        if (_values[slot].Record == _record)
        {
            Fault ??= new(StreamErrors.DuplicateProperty, PlaceOf(slot));
        }

        if (columns[slot].IsOfDelivery)
        {
            _ofDelivery.Add((int)reader.TokenStartIndex..(int)reader.BytesConsumed);
        }

        if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
        {
            TakeNested(ref reader, slot);
            return;
        }

        var start = _unescapedLength;
        var text = reader.TokenType == JsonTokenType.Null ? default : Text(ref reader, out _);
        _values[slot] = _unescapedLength > start
            ? new(_record, start, text.Length, true)
            : new(_record, (int)reader.TokenStartIndex + (reader.TokenType == JsonTokenType.String ? 1 : 0), text.Length, false);
    }

    private void TakeNested(ref Utf8JsonReader reader, int slot)
    {
        var start = (int)reader.TokenStartIndex;
        if (reader.TokenType != JsonTokenType.StartArray || !columns[slot].TakesArray)
        {
            Fault ??= new(StreamErrors.NotAValue, PlaceOf(slot));
        }

        reader.Skip();
        _values[slot] = new(_record, start, (int)reader.BytesConsumed - start, false);
    }

    private ReadOnlySpan<byte> Text(ref Utf8JsonReader reader, out int taken)
    {
        taken = 0;
        if (!reader.ValueIsEscaped)
        {
            return reader.ValueSpan;
        }

        if (_unescaped.Length < _unescapedLength + reader.ValueSpan.Length)
        {
            Array.Resize(ref _unescaped, Math.Max(_unescaped.Length * 2, _unescapedLength + reader.ValueSpan.Length));
        }

        try
        {
            taken = reader.CopyString(_unescaped.AsSpan(_unescapedLength));
        }
        catch (InvalidOperationException cause)
        {
            // Half of a surrogate pair: the line is no text.
            throw new JsonException(cause.Message, null, null, reader.TokenStartIndex);
        }

        _unescapedLength += taken;
        return _unescaped.AsSpan(_unescapedLength - taken, taken);
    }

    private string PlaceOf(int slot) => $"'{columns[slot].Name}' ({columns[slot].Field})";

    /// <param name="Record">The record it belongs to.</param>
    private readonly record struct JsonValue(long Record, int Start, int Length, bool Unescaped);
}
