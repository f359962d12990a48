using CxRules.Model.Time;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Windows;

/// <summary>Three weeks of days from Monday, 5 January 2026, in UTC.</summary>
public sealed class SchedulesTests
{
    private static readonly Timeline Days = SmallHistory.Timeline(TimeUnit.Day, 4);
    private static readonly Timeline Hours = SmallHistory.Timeline(TimeUnit.Hour, 4);

    public static TheoryData<Schedule, TimeUnit, string, string, string> Calendars => new()
    {
        // From the first contact's day through the end of the last one's: the midnights after them.
        { Schedule.EveryDay, TimeUnit.Day, "2026-01-05 09:00", "2026-01-08 09:00", "06T00 07T00 08T00 09T00" },
        { Schedule.EveryDay, TimeUnit.Day, "2026-01-05 00:00", "2026-01-08 09:00", "06T00 07T00 08T00 09T00" },

        // An instant is after the first contact, not at it.
        { new(ScheduleKind.Day, 6), TimeUnit.Hour, "2026-01-05 05:59", "2026-01-08 09:00", "05T06 06T06 07T06 08T06" },
        { new(ScheduleKind.Day, 6), TimeUnit.Hour, "2026-01-05 06:00", "2026-01-08 09:00", "06T06 07T06 08T06" },
        { new(ScheduleKind.Week, 0, DayOfWeek.Wednesday), TimeUnit.Day, "2026-01-05 09:00", "2026-01-08 09:00", "07T00" },
        { new(ScheduleKind.Week, 9, DayOfWeek.Monday), TimeUnit.Hour, "2026-01-05 08:00", "2026-01-08 09:00", "05T09" },
        { new(ScheduleKind.Week, 0, DayOfWeek.Sunday), TimeUnit.Day, "2026-01-05 08:00", "2026-01-08 09:00", "" },
        { new(ScheduleKind.Month), TimeUnit.Day, "2026-01-05 08:00", "2026-01-08 09:00", "" },
    };

    [Theory]
    [MemberData(nameof(Calendars))]
    public void Instants_OfASchedule_AreThoseOfTheHistory(Schedule schedule, TimeUnit unit, string first, string last, string expected) =>
        Assert.Equal(expected, Text(Schedules.Instants(schedule, unit == TimeUnit.Day ? Days : Hours, SmallHistory.Ticks(first), SmallHistory.Ticks(last))));

    [Fact]
    public void Instants_OfEveryHour_EndWithTheLastContactsHour()
    {
        Assert.Equal("05T10 05T11 05T12", Text(Schedules.Instants(Schedule.EveryHour, Hours, SmallHistory.Ticks("2026-01-05 09:30"), SmallHistory.Ticks("2026-01-05 11:59"))));
        Assert.Equal("05T10 05T11 05T12 05T13", Text(Schedules.Instants(Schedule.EveryHour, Hours, SmallHistory.Ticks("2026-01-05 09:00"), SmallHistory.Ticks("2026-01-05 12:00"))));
        Assert.Equal("05T01", Text(Schedules.Instants(Schedule.EveryHour, Hours, SmallHistory.Ticks("2026-01-05 00:00"), SmallHistory.Ticks("2026-01-05 00:30"))));
        Assert.Equal("08T23 09T00", Text(Schedules.Instants(Schedule.EveryHour, Hours, SmallHistory.Ticks("2026-01-08 22:00"), SmallHistory.Ticks("2026-01-08 23:30"))));
        Assert.Equal("09T00", Text(Schedules.Instants(Schedule.EveryHour, Hours, SmallHistory.Ticks("2026-01-08 23:00"), SmallHistory.Ticks("2026-01-08 23:30"))));
    }

    [Fact]
    public void Instants_OfTheMonth_AreItsFirstDays()
    {
        var timeline = new Timeline(ZoneRules.Utc, TimeUnit.Day, SmallHistory.Day("2026-01-15"), SmallHistory.Day("2026-03-31"));
        var instants = Schedules.Instants(new(ScheduleKind.Month), timeline, SmallHistory.Ticks("2026-01-15 08:00"), SmallHistory.Ticks("2026-03-31 08:00"));
        Assert.Equal(["2026-02-01", "2026-03-01", "2026-04-01"], instants.Select(instant => DateOnly.FromDayNumber(instant.Day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>Evaluations in (t − span, t], t being 8 January 00:00 (hours: 05:00).</summary>
    public static TheoryData<Schedule, TimeUnit, Hold, int> Spans => new()
    {
        { Schedule.EveryDay, TimeUnit.Day, new(3, TimeUnit.Day), 3 },
        { Schedule.EveryDay, TimeUnit.Day, new(1, TimeUnit.Day), 1 },
        { Schedule.EveryDay, TimeUnit.Day, new(48, TimeUnit.Hour), 2 },
        { Schedule.EveryDay, TimeUnit.Day, new(3, TimeUnit.Hour), 1 },

        // Days before the history count, too.
        { Schedule.EveryDay, TimeUnit.Day, new(30, TimeUnit.Day), 30 },
        { new(ScheduleKind.Week, 0, DayOfWeek.Thursday), TimeUnit.Day, new(14, TimeUnit.Day), 2 },
        { new(ScheduleKind.Week, 0, DayOfWeek.Thursday), TimeUnit.Day, new(15, TimeUnit.Day), 3 },
        { new(ScheduleKind.Week, 0, DayOfWeek.Friday), TimeUnit.Day, new(6, TimeUnit.Day), 0 },
        { new(ScheduleKind.Month), TimeUnit.Day, new(7, TimeUnit.Day), 0 },
        { new(ScheduleKind.Month), TimeUnit.Day, new(8, TimeUnit.Day), 1 },
        { Schedule.EveryHour, TimeUnit.Hour, new(3, TimeUnit.Hour), 3 },
        { Schedule.EveryHour, TimeUnit.Hour, new(1, TimeUnit.Day), 24 },
        { Schedule.EveryHour, TimeUnit.Hour, new(3, TimeUnit.Day), 72 },

        // 3 days and 5 hours of history: one hour more begins before it.
        { Schedule.EveryHour, TimeUnit.Hour, new(77, TimeUnit.Hour), 77 },
        { Schedule.EveryHour, TimeUnit.Hour, new(78, TimeUnit.Hour), int.MaxValue },
        { Schedule.EveryHour, TimeUnit.Hour, new(4, TimeUnit.Day), int.MaxValue },
    };

    [Theory]
    [MemberData(nameof(Spans))]
    public void CountIn_ASpan_IsItsEvaluations(Schedule schedule, TimeUnit unit, Hold hold, int expected)
    {
        var timeline = unit == TimeUnit.Day ? Days : Hours;
        Assert.Equal(expected, Schedules.CountIn(schedule, timeline, timeline.At(SmallHistory.Day("2026-01-08"), unit == TimeUnit.Day ? 0 : 5), hold));
    }

    private static string Text(IEnumerable<Instant> instants) => string.Join(' ', instants.Select(instant => $"{DateOnly.FromDayNumber(instant.Day).Day:00}T{instant.Hour:00}"));
}
