using CxRules.Model.Time;

namespace CxRules.Runtime.Windows;

/// <summary>An evaluation instant, or the end of a reference window: a full local hour.</summary>
/// <param name="Index">The unit (day, hour) that begins there: windows end before it.</param>
/// <param name="Day">The local day's number.</param>
/// <param name="Hour">The local hour; 0 is the day's beginning, midnight or not.</param>
public readonly record struct Instant(long UtcTicks, int Index, int Day, int Hour)
{
    /// <summary>Local hours, a day being 24: two instants at the same time of day are whole days apart.</summary>
    public long LocalHours => (Day * 24L) + Hour;
}

/// <summary>
/// The days (or hours) of a history, numbered from 0 at the beginning of the first contact's local day. All window arithmetic is on
/// these numbers; what lies before the history has a negative one.
/// </summary>
public sealed class Timeline
{
    private readonly ZoneRules _zone;
    private readonly long[] _dayStarts;
    private readonly int[] _firstHours;

    /// <summary>The days whose hours do not all last an hour, counted from <see cref="FirstDay"/>.</summary>
    private readonly Dictionary<int, IReadOnlyList<long>> _oddDays = [];

    /// <param name="firstDay">Day number of the first contact.</param>
    /// <param name="lastDay">Day number of the last contact.</param>
    public Timeline(ZoneRules zone, TimeUnit unit, int firstDay, int lastDay)
    {
        _zone = zone;
        Unit = unit;
        FirstDay = firstDay;
        Days = lastDay - firstDay + 1;
        _dayStarts = [.. Enumerable.Range(firstDay, Days + 1).Select(day => zone.StartOfDay(DateOnly.FromDayNumber(day)))];
        _firstHours = new int[Days + 1];
        for (var day = 0; day < Days; day++)
        {
            var hours = zone.HoursOf(DateOnly.FromDayNumber(firstDay + day));
            _firstHours[day + 1] = _firstHours[day] + hours.Count;
            if (!DayHours.ArePlain(hours, _dayStarts[day + 1]))
            {
                _oddDays.Add(day, hours);
            }
        }
    }

    public TimeUnit Unit { get; }

    public int FirstDay { get; }

    public int Days { get; }

    /// <summary>How many units there are.</summary>
    public int Length => Unit == TimeUnit.Day ? Days : _firstHours[Days];

    /// <summary>The unit that holds a slot of the buckets.</summary>
    internal int IndexOf(int slot, TimeUnit bucketUnit)
    {
        var day = SlotClock.DayOf(slot, bucketUnit) - FirstDay;
        return Unit == TimeUnit.Day ? day : _firstHours[day] + SlotClock.HourOf(slot);
    }

    /// <summary>The unit's local day, counted from <see cref="FirstDay"/>.</summary>
    public int DayOfIndex(int index)
    {
        if (Unit == TimeUnit.Day)
        {
            return index;
        }

        var found = Array.BinarySearch(_firstHours, index);
        return Math.Min(found >= 0 ? found : ~found - 1, Days - 1);
    }

    /// <summary>The unit's beginning.</summary>
    public long StartOf(int index)
    {
        var day = Unit == TimeUnit.Day ? index : DayOfIndex(index);
        return Unit == TimeUnit.Day ? _dayStarts[day]
            : _oddDays.TryGetValue(day, out var hours) ? hours[index - _firstHours[day]]
            : _dayStarts[day] + ((index - _firstHours[day]) * TimeSpan.TicksPerHour);
    }

    /// <summary>The first unit that begins at an instant or later; <see cref="Length"/> where none does.</summary>
    public int FirstFrom(long utcTicks)
    {
        var (low, high) = (0, Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = StartOf(middle) < utcTicks ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The unit's local beginning.</summary>
    public DateTime LocalStartOf(int index) => Unit == TimeUnit.Day
        ? DateOnly.FromDayNumber(FirstDay + index).ToDateTime(TimeOnly.MinValue)
        : new DateTime(_zone.ToLocal(StartOf(index)));

    /// <summary>The unit that begins at a local day and hour; negative before the history.</summary>
    /// <param name="day">Day number.</param>
    public int IndexAt(int day, int hour)
    {
        var offset = day - FirstDay;
        if (Unit == TimeUnit.Day)
        {
            return offset;
        }

        if (offset < 0 || offset > Days)
        {
            return offset < 0 ? -1 : int.MaxValue;
        }

        var isPlain = hour == 0 || (offset < Days && _dayStarts[offset + 1] - _dayStarts[offset] == TimeSpan.TicksPerDay);
        return _firstHours[offset] + (isPlain ? hour : HourOf(offset, UtcOf(day, hour)));
    }

    /// <summary>The instant at a local day and hour.</summary>
    public Instant At(int day, int hour) => new(UtcOf(day, hour), IndexAt(day, hour), day, hour);

    /// <summary>The instant at which a unit begins; a day's first one is at its midnight, also where the clock skips that.</summary>
    public Instant AtIndex(int index)
    {
        var day = index == Length ? Days : DayOfIndex(index);
        if (Unit == TimeUnit.Day || index == _firstHours[day])
        {
            return At(FirstDay + day, 0);
        }

        var utc = StartOf(index);
        var local = _zone.ToLocal(utc);
        return new(utc, index, (int)(local / TimeSpan.TicksPerDay), (int)(local % TimeSpan.TicksPerDay / TimeSpan.TicksPerHour));
    }

    /// <summary>Where a window that ends at <paramref name="end"/> begins; negative before the history.</summary>
    public int StartOfWindow(Instant end, Window window) => window.Unit == TimeUnit.Day
        ? IndexAt(end.Day - window.Length, end.Hour)
        : end.Index - window.Length;

    private int HourOf(int offset, long utcTicks) => _oddDays.TryGetValue(offset, out var hours)
        ? DayHours.IndexAt(hours, utcTicks)
        : (int)((utcTicks - _dayStarts[offset]) / TimeSpan.TicksPerHour);

    private long UtcOf(int day, int hour)
    {
        var offset = day - FirstDay;
        return hour == 0 && offset >= 0 && offset <= Days
            ? _dayStarts[offset]
            : hour == 0 ? _zone.StartOfDay(DateOnly.FromDayNumber(day))
            : _zone.ToUtc((day * TimeSpan.TicksPerDay) + (hour * TimeSpan.TicksPerHour));
    }
}
