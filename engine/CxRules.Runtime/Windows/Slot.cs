using CxRules.Model.Time;

namespace CxRules.Runtime.Windows;

/// <summary>
/// Names the bucket an instant falls in: the local day's number, or that × 32 + which of its hours it is, from 0 (a day has 23 to
/// 25 of them). Slots ascend with time.
/// </summary>
internal sealed class SlotClock(ZoneRules zone, TimeUnit unit)
{
    private const int HoursPerDay = 32;
    private readonly Dictionary<int, LocalDay> _days = [];
    private LocalDay _day = new(0, long.MaxValue, long.MinValue, [], false);

    /// <summary>The slot of an instant; remembers the last day, so that rows in order cost a comparison.</summary>
    public int SlotOf(long utcTicks)
    {
        if (utcTicks < _day.Start || utcTicks >= _day.End)
        {
            _day = Day(zone.DayOf(utcTicks));
        }

        return unit == TimeUnit.Day ? _day.Number : (_day.Number * HoursPerDay) + HourAt(utcTicks);
    }

    public static int DayOf(int slot, TimeUnit unit) => unit == TimeUnit.Day ? slot : slot / HoursPerDay;

    public static int HourOf(int slot) => slot % HoursPerDay;

    private int HourAt(long utcTicks) => _day.IsPlain ? (int)((utcTicks - _day.Start) / TimeSpan.TicksPerHour) : DayHours.IndexAt(_day.Hours, utcTicks);

    private LocalDay Day(DateOnly date)
    {
        if (!_days.TryGetValue(date.DayNumber, out var day))
        {
            var end = zone.StartOfDay(date.AddDays(1));
            var hours = unit == TimeUnit.Day ? [] : zone.HoursOf(date);
            _days.Add(date.DayNumber, day = new(date.DayNumber, zone.StartOfDay(date), end, hours, DayHours.ArePlain(hours, end)));
        }

        return day;
    }

    /// <param name="Hours">Where its hours begin; none where days are all that counts.</param>
    private sealed record LocalDay(int Number, long Start, long End, IReadOnlyList<long> Hours, bool IsPlain);
}
