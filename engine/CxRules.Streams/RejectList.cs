using CxRules.Model.Sources;

namespace CxRules.Streams;

/// <summary>The refused rows, up to the number at which a history is hopeless.</summary>
internal sealed class RejectList
{
    public const int Limit = 100_000;

    private readonly List<Reject> _rows = [];

    public IReadOnlyList<Reject> Rows => _rows;

    /// <exception cref="HistoryException">There are too many now; the row is kept.</exception>
    public void Add(Reject reject)
    {
        _rows.Add(reject);
        if (_rows.Count == Limit)
        {
            throw new HistoryException(StreamErrors.TooManyRejects, reject.File, reject.Line, Limit);
        }
    }
}
