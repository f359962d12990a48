using System.Collections.Immutable;
using CsvHelper;
using CxRules.Model.Hashing;
using CxRules.Streams.Files;

namespace CxRules.Streams.Records;

/// <summary>
/// The records of a CSV or TSV file (RFC 4180). A record with broken quotes costs its first line only: what the open quote has swallowed
/// is read again as records of its own.
/// </summary>
internal sealed class CsvRecords : RecordReader
{
    public const int MaxRecordSize = 16 << 20;

    private readonly HistoryFile _file;
    private readonly CsvReaderOptions _options;
    private readonly int[] _columns;
    private readonly HashSet<int> _ofDelivery;
    private readonly int _fieldCount;
    private readonly Stack<(CsvReader Reader, int LinesBefore)> _outer = new();
    private CsvReader _reader;
    private int _linesBefore;
    private byte[]? _rest;
    private bool _misquoted;

    public CsvRecords(HistoryFile file, char separator, ImmutableArray<RecordColumn> columns)
    {
        _file = file;
        _options = new CsvReaderOptions
        {
            Separator = CsvSeparator.Of(separator, file.Text.Head),
            TrackLineNumbers = true,
            MaxRecordSize = MaxRecordSize,
            BufferSize = 1 << 18,
            OnMalformedRecord = _ => _misquoted = true,
        };
        _file = file;
        _reader = CsvReader.Create(file.Text, _options, leaveOpen: false);
        ReadHeader();
        var header = _reader.Headers;
        _fieldCount = header is { Count: > 0 } ? header.Count : throw new HistoryException(StreamErrors.FileEmpty, file.Path, 0);
        _columns = CsvHeader.Find(file.Path, header, columns);
        _ofDelivery = [.. _columns.Where((_, slot) => columns[slot].IsOfDelivery)];
        _misquoted = false;
    }

    public override ReadOnlySpan<byte> Raw => _reader.RawRecord;

    public override ulong ContentHash
    {
        get
        {
            if (_ofDelivery.Count == 0)
            {
                return StableHash.Of(_reader.RawRecord);
            }

            var hash = 0UL;
            for (var i = 0; i < _reader.FieldCount; i++)
            {
                hash = _ofDelivery.Contains(i) ? hash : StableHash.Of(_reader.GetRawSpan(i), hash);
            }

            return hash;
        }
    }

    public override ReadOnlySpan<byte> this[int slot] => _reader.GetSpan(_columns[slot]);

    public override bool Read()
    {
        Fault = null;
        if (_rest is not null)
        {
            Reread();
        }

        do
        {
            _misquoted = false;
            while (!Next())
            {
                if (!_outer.TryPop(out var outer))
                {
                    _file.Guard.ThrowIfFailed();
                    return false;
                }

                _reader.Dispose();
                (_reader, _linesBefore) = outer;
                _misquoted = false;
            }
        }
        while (IsBlank() || IsCut());

        Line = _linesBefore + (int)_reader.LineNumber;
        if (_misquoted)
        {
            CheckQuotes();
        }

        if (_reader.FieldCount != _fieldCount && Fault is null)
        {
            Fault = new(StreamErrors.WrongFieldCount, _reader.FieldCount, _fieldCount);
        }

        return true;
    }

    public override void Dispose()
    {
        _reader.Dispose();
        foreach (var (reader, _) in _outer)
        {
            reader.Dispose();
        }
    }

    private bool Next()
    {
        try
        {
            return _reader.Read();
        }
        catch (CsvFormatException cause)
        {
            throw TooLong(cause);
        }
    }

    private void ReadHeader()
    {
        try
        {
            _reader.ReadHeader();
        }
        catch (CsvFormatException cause)
        {
            throw TooLong(cause);
        }
    }

    private HistoryException TooLong(CsvFormatException cause) =>
        new(StreamErrors.RecordTooLong, _file.Path, (int)Math.Max(cause.LineNumber, Line + 1), cause, [MaxRecordSize >> 20]);

    private bool IsBlank() => _reader.FieldCount == 1 && _fieldCount > 1 && Utf8Text.Trim(_reader.RawRecord).IsEmpty;

    /// <summary>The file is damaged and breaks off in this record.</summary>
    private bool IsCut() => _file.Guard.Failed && _outer.Count == 0 && _reader.ByteOffset + _reader.RawRecord.Length >= _file.Guard.Count;

    private void CheckQuotes()
    {
        for (var i = 0; i < _reader.FieldCount && Fault is null; i++)
        {
            if (CsvQuotes.FaultOf(_reader.GetRawSpan(i)) is { } kind)
            {
                Fault = new(kind, i + 1);
            }
        }

        var end = Raw.IndexOfAny((byte)'\n', (byte)'\r');
        if (Fault is not null && end >= 0)
        {
            _rest = Raw[(end + (Raw[end..].StartsWith("\r\n"u8) ? 2 : 1))..].ToArray();
        }
    }

    private void Reread()
    {
        _outer.Push((_reader, _linesBefore));
        _linesBefore = Line;
        _reader = CsvReader.Create(_rest ?? [], _options with { HasHeader = false });
        _rest = null;
    }
}
