namespace CxRules.Streams.Records;

/// <summary>The records of one chunk after another, each as the bytes of the columns that are asked for.</summary>
internal abstract class RecordReader
{
    private int _next;
    private RecordPlace _place;

    /// <summary>The line, from 1, on which the record starts.</summary>
    public int Line { get; private set; }

    /// <summary>Why the record is refused before any of its values is looked at.</summary>
    public RecordFault? Fault { get; protected set; }

    /// <summary>The record as it stands in the file, without its line break.</summary>
    public ReadOnlySpan<byte> Raw => Chunk.Buffer.AsSpan(_place.Start, _place.End - _place.Start);

    /// <summary>A hash of the record as it stands in the file, without what says only how it came.</summary>
    public abstract ulong ContentHash { get; }

    public RecordChunk Chunk { get; private set; } = new();

    protected ref readonly RecordPlace Place => ref _place;

    /// <summary>The value of a column of the layout as UTF-8, without quotes and escapes; empty where there is none. Valid until the next read.</summary>
    public abstract ReadOnlySpan<byte> this[int slot] { get; }

    /// <summary>Starts on another chunk.</summary>
    public void Open(RecordChunk chunk)
    {
        Chunk = chunk;
        _next = 0;
        Begin();
        if (!chunk.IsIndexed && chunk.File is { } file)
        {
            RecordIndex.Fill(chunk, file.Separator);
            chunk.IsIndexed = true;
        }
    }

    /// <summary>The next record; false at the end of the chunk.</summary>
    public bool Read()
    {
        while (_next < Chunk.Count)
        {
            _place = Chunk[_next++];
            Line = Chunk.FirstLine + _place.Line;
            Fault = _place.Fault;
            if (Fault is not null || Take())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Another chunk is open, perhaps of another file.</summary>
    protected virtual void Begin()
    {
    }

    /// <summary>Looks at the record at <see cref="Place"/>; false where it is blank.</summary>
    protected abstract bool Take();
}
