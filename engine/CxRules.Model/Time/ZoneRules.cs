namespace CxRules.Model.Time;

/// <summary>
/// A time zone as a table: the offset from UTC after each transition. Local times that a transition skips move forward by its length;
/// local times that stand twice mean the earlier instant. All values are ticks of 100 ns; local values count from 0001-01-01.
/// </summary>
public sealed class ZoneRules
{
    private readonly long[] _from;
    private readonly long[] _offset;

    /// <param name="id">The IANA name.</param>
    /// <param name="transitions">UTC ticks at which an offset begins and that offset, ascending; the first counts from the beginning of time.</param>
    public ZoneRules(string id, IReadOnlyList<(long FromUtcTicks, long OffsetTicks)> transitions)
    {
        ArgumentOutOfRangeException.ThrowIfZero(transitions.Count);
        Id = id;
        _from = [.. transitions.Select(transition => transition.FromUtcTicks)];
        _offset = [.. transitions.Select(transition => transition.OffsetTicks)];
        _from[0] = long.MinValue;
    }

    public static ZoneRules Utc { get; } = new("UTC", [(0, 0)]);

    public string Id { get; }

    /// <summary>The local time of an instant.</summary>
    public long ToLocal(long utcTicks) => utcTicks + OffsetAt(utcTicks);

    /// <summary>The offset in force at an instant.</summary>
    public long OffsetAt(long utcTicks) => _offset[IndexAt(utcTicks)];

    /// <summary>The instant of a local time: the earlier of two, or, where it is skipped, as if the clock had not been moved yet.</summary>
    public long ToUtc(long localTicks)
    {
        var index = IndexAt(localTicks);
        for (var i = Math.Max(0, index - 1); i < _from.Length && i <= index + 1; i++)
        {
            var utc = localTicks - _offset[i];
            if (utc >= _from[i] && (i + 1 == _from.Length || utc < _from[i + 1]))
            {
                return utc;
            }
        }

        for (var i = Math.Min(index + 1, _from.Length - 1); i > 0; i--)
        {
            if (localTicks - _offset[i - 1] >= _from[i])
            {
                return localTicks - _offset[i - 1];
            }
        }

        return localTicks - _offset[0];
    }

    /// <summary>The first instant of a local day: its midnight, or where midnight is skipped the moment the day begins.</summary>
    public long StartOfDay(DateOnly day)
    {
        var midnight = day.DayNumber * TimeSpan.TicksPerDay;
        var utc = ToUtc(midnight);
        if (ToLocal(utc) == midnight)
        {
            return utc;
        }

        // Midnight is skipped: the day begins at the transition.
        var index = IndexAt(utc);
        return _from[index];
    }

    /// <summary>The local day of an instant.</summary>
    public DateOnly DayOf(long utcTicks) => DateOnly.FromDayNumber((int)(ToLocal(utcTicks) / TimeSpan.TicksPerDay));

    private int IndexAt(long utcTicks)
    {
        var index = Array.BinarySearch(_from, utcTicks);
        return index >= 0 ? index : ~index - 1;
    }
}
