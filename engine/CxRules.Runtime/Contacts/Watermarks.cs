namespace CxRules.Runtime.Contacts;

/// <summary>
/// How far each partition of a log has come: the latest time of its contacts, less what may still come behind it (semantics.md 4). Event
/// time alone moves it; nothing here looks at a clock.
/// </summary>
/// <param name="lateAfter">How far behind the latest contact of its partition another may be.</param>
public sealed class Watermarks(TimeSpan lateAfter)
{
    private const long Nothing = long.MinValue;

    private readonly List<long> _latest = [];

    /// <summary>What holds where a project does not say.</summary>
    public static TimeSpan UsualLateness { get; } = TimeSpan.FromMinutes(15);

    /// <summary>The engine's own: the lowest of the partitions seen; null before the first contact.</summary>
    public long? Lowest => _latest.Where(latest => latest != Nothing).Select(latest => (long?)(latest - lateAfter.Ticks)).Min();

    /// <summary>The watermark of a partition; null before its first contact.</summary>
    /// <param name="partition">Small numbers from 0 on.</param>
    public long? Of(int partition) => partition < _latest.Count && _latest[partition] != Nothing ? _latest[partition] - lateAfter.Ticks : null;

    /// <summary>Whether a contact at this time comes too late for its partition as it stands.</summary>
    public bool IsLate(int partition, long utcTicks) => utcTicks < Of(partition);

    /// <summary>A partition has come to a time: by a contact, or, where it is idle, by a logged tick.</summary>
    public void Advance(int partition, long utcTicks)
    {
        while (_latest.Count <= partition)
        {
            _latest.Add(Nothing);
        }

        _latest[partition] = Math.Max(_latest[partition], utcTicks);
    }
}
