using CxRules.Model.Contacts;

namespace CxRules.Model.Sources;

/// <summary>Reads a history, file after file, row after row, into batches.</summary>
public interface IContactReader : IDisposable
{
    /// <summary>The rows that were refused so far, in the order of files and lines.</summary>
    IReadOnlyList<Reject> Rejects { get; }

    /// <summary>Rows seen so far: those in batches and those rejected; blank lines and headers are none.</summary>
    long Received { get; }

    /// <summary>
    /// Clears <paramref name="batch"/> and fills it with the next rows, which may all have been refused. False at the end: the batch is empty.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read (any further). A shared reader says so to its first one, once all have come to their end.</exception>
    bool Read(ContactBatch batch);

    /// <summary>
    /// A reader of the same rows for another thread: each row goes to one of the two. <see cref="ContactBatch.Sequence"/> tells which batch
    /// stands before which.
    /// </summary>
    IContactReader Share();
}
