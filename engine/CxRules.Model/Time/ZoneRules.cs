namespace CxRules.Model.Time;

/// <summary>
/// A time zone as a table: the offset from UTC after each transition. Local times that a transition skips move forward by its length;
/// local times that stand twice mean the earlier instant. All values are ticks of 100 ns; local values count from 0001-01-01.
/// </summary>
public sealed class ZoneRules
{
    private const long BeyondAnyOffset = 26 * TimeSpan.TicksPerHour;

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
        var index = FirstIndexFor(localTicks);
        while (localTicks - _offset[index] >= EndOf(index))
        {
            if (localTicks < _from[index + 1] + _offset[index + 1])
            {
                return localTicks - _offset[index];
            }

            index++;
        }

        return localTicks - _offset[index];
    }

    /// <summary>
    /// The first instant at which the local calendar shows the day or a later one: its midnight, the first where the clock strikes it twice;
    /// where midnight is skipped, the moment the clock is moved; where the whole day is skipped, the start of the next.
    /// </summary>
    public long StartOfDay(DateOnly day)
    {
        var midnight = day.DayNumber * TimeSpan.TicksPerDay;
        var index = FirstIndexFor(midnight);
        while (midnight - _offset[index] >= EndOf(index))
        {
            index++;
        }

        return Math.Max(_from[index], midnight - _offset[index]);
    }

    /// <summary>
    /// The instants at which the hours of a day begin: its own start, and whenever the clock strikes a full hour. Most days have 24; where the
    /// clock is moved by half an hour, one of them lasts longer.
    /// </summary>
    public IReadOnlyList<long> HoursOf(DateOnly day)
    {
        var end = StartOfDay(day.AddDays(1));
        var hours = new List<long>(25);
        for (var at = StartOfDay(day); at < end;)
        {
            hours.Add(at);
            at = NextHour(at);
        }

        return hours;
    }

    /// <summary>
    /// The day whose [start, next start) holds the instant. It never goes back: where the clock is put back over midnight, the evening that
    /// comes again belongs to the day that has begun.
    /// </summary>
    public DateOnly DayOf(long utcTicks)
    {
        var index = IndexAt(utcTicks);
        var day = DayNumber(utcTicks + _offset[index]);
        if (index > 0 && utcTicks - _from[index] < _offset[index - 1] - _offset[index])
        {
            day = Math.Max(day, DayNumber(_from[index] - 1 + _offset[index - 1]));
        }

        return DateOnly.FromDayNumber(day);
    }

    private long NextHour(long utcTicks)
    {
        var index = IndexAt(utcTicks);
        while (true)
        {
            var next = ((((utcTicks + _offset[index]) / TimeSpan.TicksPerHour) + 1) * TimeSpan.TicksPerHour) - _offset[index];
            var moved = EndOf(index);
            if (next < moved)
            {
                return next;
            }

            utcTicks = moved;
            index++;
            if ((utcTicks + _offset[index]) % TimeSpan.TicksPerHour == 0)
            {
                return utcTicks;
            }
        }
    }

    private static int DayNumber(long localTicks) => (int)(localTicks / TimeSpan.TicksPerDay);

    private long EndOf(int index) => index + 1 < _from.Length ? _from[index + 1] : long.MaxValue;

    private int FirstIndexFor(long localTicks) => IndexAt(localTicks - BeyondAnyOffset);

    private int IndexAt(long utcTicks)
    {
        var index = Array.BinarySearch(_from, utcTicks);
        return index >= 0 ? index : ~index - 1;
    }
}
