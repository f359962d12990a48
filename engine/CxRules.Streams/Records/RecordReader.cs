namespace CxRules.Streams.Records;

/// <summary>The records of one chunk after another, each column as the places of its values.</summary>
internal abstract class RecordReader
{
    private readonly List<int> _records = [];
    private readonly List<(int Line, RecordFault Fault)> _faulty = [];

    public RecordChunk Chunk { get; private set; } = new();

    /// <summary>The records of the chunk that can be read, by their place in it: neither blank nor faulty.</summary>
    public IReadOnlyList<int> Records => _records;

    /// <summary>Those that are refused before any of their values is looked at; lines count from 1.</summary>
    public IReadOnlyList<(int Line, RecordFault Fault)> Faulty => _faulty;

    /// <summary>Starts on another chunk.</summary>
    public void Open(RecordChunk chunk)
    {
        Chunk = chunk;
        _records.Clear();
        _faulty.Clear();
        if (!chunk.IsIndexed && chunk.File is { } file)
        {
            RecordIndex.Fill(chunk, file.Separator);
            chunk.IsIndexed = true;
        }

        Begin();

        for (var record = 0; record < chunk.Count; record++)
        {
            var fault = chunk.FaultOf(record);
            if (fault is null && !Take(record, out fault))
            {
                continue;
            }

            if (fault is null)
            {
                _records.Add(record);
            }
            else
            {
                _faulty.Add((LineOf(record) + fault.Line, fault));
            }
        }
    }

    /// <summary>The line, from 1, on which a record starts.</summary>
    public int LineOf(int record) => Chunk.FirstLine + Chunk[record].Line;

    /// <summary>A hash of the record as it stands in the file, without what says only how it came.</summary>
    public abstract ulong ContentHash(int record);

    /// <summary>
    /// Where the values of a column of the layout stand, without quotes and escapes; of a record that has none, and of record -1, a place
    /// without length. Valid until another chunk is opened.
    /// </summary>
    public abstract void Find(int slot, ReadOnlySpan<int> records, Span<FieldPlace> places);

    /// <summary>The record as it stands in the file, without its line break.</summary>
    protected ReadOnlySpan<byte> RawOf(int record)
    {
        ref readonly var place = ref Chunk[record];
        return Chunk.Buffer.AsSpan(place.Start, place.End - place.Start);
    }

    /// <summary>Another chunk is open, perhaps of another file; its records are indexed.</summary>
    protected virtual void Begin()
    {
    }

    /// <summary>Looks at a record; false where it is blank.</summary>
    protected abstract bool Take(int record, out RecordFault? fault);
}
