namespace CxRules.Streams.Records;

/// <summary>The records of one file, one after another, each as the bytes of the columns that are asked for.</summary>
internal abstract class RecordReader : IDisposable
{
    /// <summary>The line, from 1, on which the record starts.</summary>
    public int Line { get; protected set; }

    /// <summary>Why the record is refused before any of its values is looked at.</summary>
    public RecordFault? Fault { get; protected set; }

    /// <summary>The record as it stands in the file, without its line break.</summary>
    public abstract ReadOnlySpan<byte> Raw { get; }

    /// <summary>A hash of the record as it stands in the file, without what says only how it came.</summary>
    public abstract ulong ContentHash { get; }

    /// <summary>The value of a column of the layout as UTF-8, without quotes and escapes; empty where there is none. Valid until the next read.</summary>
    public abstract ReadOnlySpan<byte> this[int slot] { get; }

    /// <summary>The next record; false at the end.</summary>
    public abstract bool Read();

    public abstract void Dispose();
}
