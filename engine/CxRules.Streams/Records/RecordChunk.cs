using System.Runtime.CompilerServices;

namespace CxRules.Streams.Records;

/// <summary>Some whole records of one file, and where their fields end. Filled by <see cref="HistoryChunks"/>, and filled again: it keeps its memory.</summary>
internal sealed class RecordChunk
{
    /// <summary>Bytes behind the text that may be read, and are never looked at: the index works on blocks.</summary>
    public const int Padding = 64;

    private const int UsualSize = 1 << 18;

    private readonly Dictionary<int, RecordFault> _faults = [];
    private int[] _fieldEnds = new int[1 << 12];
    private RecordPlace[] _records = new RecordPlace[1 << 10];
    private int _fields;
    private byte[] _rewritten = [];
    private int _rewrittenLength;

    /// <summary>Longer than <see cref="Capacity"/> by <see cref="Padding"/>.</summary>
    public byte[] Buffer { get; private set; } = new byte[UsualSize + Padding];

    public int Capacity => Buffer.Length - Padding;

    /// <summary>Bytes of text in the buffer.</summary>
    public int Length { get; set; }

    /// <summary>The how manieth chunk of the history, from 0.</summary>
    public int Sequence { get; set; }

    /// <summary>The line, from 1, on which it starts.</summary>
    public int FirstLine { get; set; }

    public RecordFile? File { get; set; }

    /// <summary>The records are known already: quotes decided where they end.</summary>
    public bool IsIndexed { get; set; }

    /// <summary>Nothing follows its text in the file: what is not closed never will be.</summary>
    public bool IsLast { get; set; }

    /// <summary>Some field may stand in quotes.</summary>
    public bool HasQuotes { get; set; }

    public int Count { get; private set; }

    /// <summary>Field ends so far.</summary>
    public int Fields => _fields;

    public ref readonly RecordPlace this[int record] => ref _records[record];

    /// <summary>A value of the chunk.</summary>
    public ReadOnlySpan<byte> this[FieldPlace place]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => place.Start >= 0 ? Buffer.AsSpan(place.Start, place.Length) : _rewritten.AsSpan(~place.Start, place.Length);
    }

    /// <summary>Where the fields end, those of all records: the place of the separator or line break behind each.</summary>
    public ReadOnlySpan<int> FieldEnds => _fieldEnds.AsSpan(0, _fields);

    /// <summary>Why a record is refused as a whole; null for most.</summary>
    public RecordFault? FaultOf(int record) => _faults.Count == 0 ? null : _faults.GetValueOrDefault(record);

    public void ClearIndex()
    {
        Count = 0;
        _faults.Clear();
        _fields = 0;
        _rewrittenLength = 0;
        IsIndexed = false;
        HasQuotes = false;
    }

    /// <summary>Room for so many more field ends.</summary>
    public Span<int> RoomForFields(int count)
    {
        if (_fields + count > _fieldEnds.Length)
        {
            Array.Resize(ref _fieldEnds, Math.Max(_fields + count, 2 * _fieldEnds.Length));
        }

        return _fieldEnds.AsSpan(_fields);
    }

    public void AddFields(int count) => _fields += count;

    /// <summary>Forgets field ends from <paramref name="count"/> on.</summary>
    public void TakeBackFields(int count) => _fields = count;

    public void Add(in RecordPlace record, RecordFault? fault = null)
    {
        if (fault is not null)
        {
            _faults.Add(Count, fault);
        }

        if (Count == _records.Length)
        {
            Array.Resize(ref _records, 2 * Count);
        }

        _records[Count++] = record;
    }

    /// <summary>Room to write a value anew: what stood in quotes or behind escapes, or in several columns.</summary>
    public Span<byte> RoomToRewrite(int length)
    {
        if (_rewrittenLength + length > _rewritten.Length)
        {
            Array.Resize(ref _rewritten, Math.Max(_rewrittenLength + length, 2 * _rewritten.Length));
        }

        return _rewritten.AsSpan(_rewrittenLength);
    }

    /// <summary>The place of what was written into the room.</summary>
    public FieldPlace Rewritten(int length)
    {
        var place = new FieldPlace(~_rewrittenLength, length);
        _rewrittenLength += length;
        return place;
    }

    /// <summary>Twice the room for text.</summary>
    public void Grow()
    {
        var grown = new byte[(2 * Capacity) + Padding];
        Buffer.AsSpan(0, Length).CopyTo(grown);
        Buffer = grown;
    }
}

/// <summary>Where a record stands in its chunk.</summary>
/// <param name="Line">Counted from the chunk's first, from 0.</param>
internal readonly record struct RecordPlace(int Start, int End, int Line, int FirstField, int FieldCount);
