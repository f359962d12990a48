using System.Collections.Immutable;
using CxRules.Model.Hashing;

namespace CxRules.Streams.Records;

/// <summary>The records of CSV or TSV (RFC 4180).</summary>
internal sealed class CsvRecords(ImmutableArray<RecordColumn> columns) : RecordReader
{
    private const byte Quote = (byte)'"';

    private readonly bool _hasDelivery = columns.Any(column => column.IsOfDelivery);
    private int[] _columns = [];
    private int _fieldCount;

    public override ulong ContentHash(int record)
    {
        if (!_hasDelivery)
        {
            return StableHash.Of(RawOf(record));
        }

        var hash = 0UL;
        for (var field = 0; field < Chunk[record].FieldCount; field++)
        {
            hash = IsOfDelivery(field) ? hash : StableHash.Of(Chunk[PlaceOf(Chunk[record], field, Chunk.FieldEnds)], hash);
        }

        return hash;
    }

    public override void Find(int slot, ReadOnlySpan<int> records, Span<FieldPlace> places)
    {
        var field = _columns[slot];
        var ends = Chunk.FieldEnds;
        for (var row = 0; row < records.Length; row++)
        {
            places[row] = records[row] < 0 ? default : PlaceOf(Chunk[records[row]], field, ends);
        }

        if (Chunk.HasQuotes)
        {
            Unquote(places[..records.Length]);
        }
    }

    protected override void Begin()
    {
        _columns = Chunk.File?.Columns ?? [];
        _fieldCount = Chunk.File?.FieldCount ?? 0;
    }

    protected override bool Take(int record, out RecordFault? fault)
    {
        var fields = Chunk[record].FieldCount;
        var isBlank = fields != _fieldCount && fields == 1 && Utf8Text.Trim(RawOf(record)).IsEmpty;
        fault = fields == _fieldCount || isBlank ? null : new(StreamErrors.WrongFieldCount, fields, _fieldCount);
        return !isBlank;
    }

    private static FieldPlace PlaceOf(in RecordPlace record, int field, ReadOnlySpan<int> ends)
    {
        var end = ends[record.FirstField + field];
        var start = field == 0 ? record.Start : ends[record.FirstField + field - 1] + 1;
        return new(start, end - start);
    }

    private bool IsOfDelivery(int field)
    {
        var slot = Array.IndexOf(_columns, field);
        return slot >= 0 && columns[slot].IsOfDelivery;
    }

    private void Unquote(Span<FieldPlace> places)
    {
        foreach (ref var place in places)
        {
            var raw = Chunk[place];
            if (!raw.IsEmpty && raw[0] == Quote)
            {
                place = Unquoted(place, raw);
            }
        }
    }

    /// <summary>What stands between the quotes, each doubled one once, and the white space behind them.</summary>
    private FieldPlace Unquoted(FieldPlace place, ReadOnlySpan<byte> raw)
    {
        var close = raw.LastIndexOf(Quote);
        if (close == raw.Length - 1 && raw[1..close].IndexOf(Quote) < 0)
        {
            return new(place.Start + 1, close - 1);
        }

        var room = Chunk.RoomToRewrite(raw.Length);
        var length = 0;
        for (var i = 1; i < raw.Length; i++)
        {
            if (i != close)
            {
                room[length++] = raw[i];
                i += i < close && raw[i] == Quote ? 1 : 0;
            }
        }

        return Chunk.Rewritten(length);
    }
}
