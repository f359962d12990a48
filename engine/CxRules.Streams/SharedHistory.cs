using CxRules.Model.Sources;
using CxRules.Streams.Records;

namespace CxRules.Streams;

/// <summary>What the readers of one history share: its chunks, and the rows they refused, up to the number at which a history is hopeless.</summary>
internal sealed class SharedHistory(HistoryChunks chunks)
{
    public const int Limit = 100_000;

    private readonly object _gate = new();
    private readonly SortedDictionary<int, List<Reject>> _rejects = [];
    private long _accepted;
    private int _refused;
    private int _done;

    public HistoryChunks Chunks => chunks;

    /// <summary>In the order of files and lines.</summary>
    public IReadOnlyList<Reject> Rejects
    {
        get
        {
            lock (_gate)
            {
                return [.. _rejects.Values.SelectMany(rows => rows).Take(Limit)];
            }
        }
    }

    public long Received
    {
        get
        {
            lock (_gate)
            {
                return _accepted + Math.Min(_refused, Limit);
            }
        }
    }

    /// <summary>What became of a chunk. Reading stops where too many rows are refused.</summary>
    public void Add(int sequence, int accepted, List<Reject> rejects)
    {
        lock (_gate)
        {
            _done++;
            _accepted += accepted;
            _refused += rejects.Count;
            if (rejects.Count > 0)
            {
                _rejects.Add(sequence, rejects);
            }

            if (_refused >= Limit)
            {
                chunks.Stop();
            }

            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Waits for the chunks that others still read. Why the history was not read to its end; null where it was.</summary>
    public HistoryException? End()
    {
        lock (_gate)
        {
            while (_done < chunks.HandedOut)
            {
                Monitor.Wait(_gate);
            }
        }

        var last = _refused >= Limit ? Rejects[Limit - 1] : null;
        return last is null ? chunks.Failure : new HistoryException(StreamErrors.TooManyRejects, last.File, last.Line, Limit);
    }
}
