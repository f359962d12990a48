using System.Collections.Immutable;
using CxRules.Model.Hashing;

namespace CxRules.Streams.Records;

/// <summary>The records of CSV or TSV (RFC 4180).</summary>
internal sealed class CsvRecords(ImmutableArray<RecordColumn> columns) : RecordReader
{
    private const byte Quote = (byte)'"';

    private readonly bool _hasDelivery = columns.Any(column => column.IsOfDelivery);
    private byte[] _unquoted = new byte[1024];
    private int[] _columns = [];
    private int _fieldCount;
    private bool _hasQuotes;

    public override ulong ContentHash => _hasDelivery ? HashOfContent() : StableHash.Of(Raw);

    public override ReadOnlySpan<byte> this[int slot]
    {
        get
        {
            var raw = RawField(_columns[slot]);
            return _hasQuotes && !raw.IsEmpty && raw[0] == Quote ? Unquoted(raw) : raw;
        }
    }

    protected override void Begin()
    {
        _columns = Chunk.File?.Columns ?? [];
        _fieldCount = Chunk.File?.FieldCount ?? 0;
        _hasQuotes = Chunk.HasQuotes;
    }

    protected override bool Take()
    {
        if (Place.FieldCount == _fieldCount)
        {
            return true;
        }

        if (Place.FieldCount == 1 && Utf8Text.Trim(Raw).IsEmpty)
        {
            return false;
        }

        Fault = new(StreamErrors.WrongFieldCount, Place.FieldCount, _fieldCount);
        return true;
    }

    private ReadOnlySpan<byte> RawField(int field)
    {
        var ends = Chunk.FieldEnds(Place);
        var start = field == 0 ? Place.Start : ends[field - 1] + 1;
        return Chunk.Buffer.AsSpan(start, ends[field] - start);
    }

    private ulong HashOfContent()
    {
        var hash = 0UL;
        for (var field = 0; field < Place.FieldCount; field++)
        {
            hash = IsOfDelivery(field) ? hash : StableHash.Of(RawField(field), hash);
        }

        return hash;
    }

    private bool IsOfDelivery(int field)
    {
        var slot = Array.IndexOf(_columns, field);
        return slot >= 0 && columns[slot].IsOfDelivery;
    }

    /// <summary>What stands between the quotes, each doubled one once, and the white space behind them.</summary>
    private ReadOnlySpan<byte> Unquoted(ReadOnlySpan<byte> raw)
    {
        var close = raw.LastIndexOf(Quote);
        if (close == raw.Length - 1 && raw[1..close].IndexOf(Quote) < 0)
        {
            return raw[1..close];
        }

        if (_unquoted.Length < raw.Length)
        {
            _unquoted = new byte[2 * raw.Length];
        }

        var length = 0;
        for (var i = 1; i < raw.Length; i++)
        {
            if (i != close)
            {
                _unquoted[length++] = raw[i];
                i += i < close && raw[i] == Quote ? 1 : 0;
            }
        }

        return _unquoted.AsSpan(0, length);
    }
}
