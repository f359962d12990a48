using CxRules.Model.Time;

namespace CxRules.Streams.Instants;

/// <summary>Local times of one zone as instants, remembering the offset of the last hour: most rows fall into the hour of the row before.</summary>
internal sealed class LocalClock(ZoneRules zone)
{
    private long _hour = long.MinValue;
    private long _offset;

    public long ToUtc(long localTicks)
    {
        var hour = localTicks / TimeSpan.TicksPerHour;
        return hour == _hour ? localTicks - _offset : ToUtcSlowly(localTicks, hour);
    }

    public long StartOfDay(long localTicks) => zone.StartOfDay(DateOnly.FromDayNumber((int)(localTicks / TimeSpan.TicksPerDay)));

    private long ToUtcSlowly(long localTicks, long hour)
    {
        var first = hour * TimeSpan.TicksPerHour;
        var last = first + TimeSpan.TicksPerHour - 1;
        var offset = first - zone.ToUtc(first);
        (_hour, _offset) = offset == last - zone.ToUtc(last) ? (hour, offset) : (long.MinValue, 0);
        return zone.ToUtc(localTicks);
    }
}
