using CxRules.Model.Contacts;

namespace CxRules.Model.Sources;

/// <summary>Reads a history, file after file, row after row, into batches.</summary>
public interface IContactReader : IDisposable
{
    /// <summary>The rows that were refused so far, in reading order.</summary>
    IReadOnlyList<Reject> Rejects { get; }

    /// <summary>Rows seen so far: those in batches and those rejected; blank lines and headers are none.</summary>
    long Received { get; }

    /// <summary>Clears <paramref name="batch"/> and fills it with the next rows. False at the end: the batch is empty.</summary>
    /// <exception cref="IOException">The file cannot be read (any further).</exception>
    bool Read(ContactBatch batch);
}
