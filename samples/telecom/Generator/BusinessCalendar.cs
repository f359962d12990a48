using System.Collections.Frozen;

namespace CxRules.Samples.Telecom;

/// <summary>How the year 2026 runs in London: clocks, bank holidays, the shape of week and day.</summary>
internal static class BusinessCalendar
{
    /// <summary>2026-01-01T00:00Z; London keeps UTC at both ends of the year.</summary>
    public static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public const int Hours = 365 * 24;

    private static readonly DateTime SummerFrom = new(2026, 3, 29, 1, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime SummerTo = new(2026, 10, 25, 1, 0, 0, DateTimeKind.Utc);

    private static readonly FrozenSet<DateOnly> BankHolidays = new DateOnly[]
    {
        new(2026, 1, 1), new(2026, 4, 3), new(2026, 4, 6), new(2026, 5, 4), new(2026, 5, 25), new(2026, 8, 31), new(2026, 12, 25), new(2026, 12, 28),
    }.ToFrozenSet();

    /// <summary>Per mille of a week, Sunday first.</summary>
    private static readonly int[] WeekdayShare = [70, 205, 168, 156, 150, 146, 105];

    /// <summary>Per mille of a day.</summary>
    private static readonly int[] HourShare = [4, 3, 2, 2, 2, 4, 9, 22, 58, 88, 96, 92, 80, 74, 72, 70, 70, 68, 60, 48, 36, 22, 12, 6];

    private const int HolidayPercent = 40;

    public static TimeSpan OffsetAt(DateTime utc) => utc >= SummerFrom && utc < SummerTo ? TimeSpan.FromHours(1) : TimeSpan.Zero;

    public static DateTime ToLocal(DateTime utc) => DateTime.SpecifyKind(utc + OffsetAt(utc), DateTimeKind.Unspecified);

    /// <summary>The part of an ordinary week's contacts that falls into an hour, in 1 ÷ 100,000,000.</summary>
    public static int ShareOfWeek(DateTime localHour)
    {
        var share = WeekdayShare[(int)localHour.DayOfWeek] * HourShare[localHour.Hour];
        return share * (BankHolidays.Contains(DateOnly.FromDateTime(localHour)) ? HolidayPercent : 100);
    }

    public static bool PhoneLinesOpen(int hour) => hour is >= 7 and < 22;

    /// <summary>How full the lines are, per mille of an average open hour.</summary>
    public static int Load(DateTime localHour) => (ShareOfWeek(localHour) / 100 * 1000) / (143 * 55);
}
