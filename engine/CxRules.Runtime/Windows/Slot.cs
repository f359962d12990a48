using CxRules.Model.Time;

namespace CxRules.Runtime.Windows;

/// <summary>
/// Names the bucket an instant falls in: the local day's number, or that × 32 + which of its hours it is, from 0 (a day has 23 to
/// 25 of them). Slots ascend with time.
/// </summary>
internal sealed class SlotClock(ZoneRules zone, TimeUnit unit)
{
    private const int HoursPerDay = 32;
    private long _dayStart = long.MaxValue;
    private long _dayEnd = long.MinValue;
    private IReadOnlyList<long> _hours = [];
    private bool _isPlain;
    private int _day;

    /// <summary>The slot of an instant; remembers the last day, so that rows in order cost a comparison.</summary>
    public int SlotOf(long utcTicks)
    {
        if (utcTicks < _dayStart || utcTicks >= _dayEnd)
        {
            var day = zone.DayOf(utcTicks);
            _day = day.DayNumber;
            _dayStart = zone.StartOfDay(day);
            _dayEnd = zone.StartOfDay(day.AddDays(1));
            _hours = unit == TimeUnit.Day ? [] : zone.HoursOf(day);
            _isPlain = DayHours.ArePlain(_hours, _dayEnd);
        }

        return unit == TimeUnit.Day ? _day : (_day * HoursPerDay) + (_isPlain ? (int)((utcTicks - _dayStart) / TimeSpan.TicksPerHour) : DayHours.IndexAt(_hours, utcTicks));
    }

    public static int DayOf(int slot, TimeUnit unit) => unit == TimeUnit.Day ? slot : slot / HoursPerDay;

    public static int HourOf(int slot) => slot % HoursPerDay;
}
