using System.Collections.Immutable;
using CxRules.Model.Time;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Sessions;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Sessions;

/// <summary>A week from Monday, 5 January 2026, in UTC. An evaluation belongs to the day that its midnight ends, else to the hour before it.</summary>
public sealed class MomentsTests
{
    private static readonly Timeline Timeline = SmallHistory.Timeline(TimeUnit.Hour, 14);
    private static readonly DaysMoment Weekdays = new([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], []);
    private static readonly StretchMoment Outage = new([new(new(2026, 1, 7, 8, 20, 0), new(2026, 1, 8, 20, 0, 0))]);

    [Theory]
    [InlineData("2026-01-09", 23, true)]
    [InlineData("2026-01-10", 0, true)]
    [InlineData("2026-01-10", 1, false)]
    [InlineData("2026-01-12", 0, false)]
    [InlineData("2026-01-12", 1, true)]
    public void AreOpen_OnWeekdays_TakesTheMidnightAfterFriday(string day, int hour, bool expected) => Assert.Equal(expected, AreOpen([Weekdays], [], Schedule.EveryHour, day, hour));

    [Fact]
    public void AreOpen_OnADate_IsThatDay()
    {
        var holiday = new DaysMoment([], [new DateOnly(2026, 1, 6)]);
        Assert.Equal([7], Enumerable.Range(5, 7).Where(day => AreOpen([holiday], [], Schedule.EveryDay, $"2026-01-{day:00}", 0)));
    }

    [Theory]
    [InlineData("08:00", "18:00", "9-18")]
    [InlineData("08:30", "18:15", "9-19")]
    [InlineData("22:00", "00:00", "0,23")]
    [InlineData("22:30", "02:00", "0,1,2,23")]
    [InlineData("02:00", "01:59", "0-23")]
    public void AreOpen_BetweenTimes_TakesTheHoursThatHavePartInIt(string from, string to, string expected)
    {
        var hours = new HoursMoment(TimeOnly.ParseExact(from, "HH:mm", null), TimeOnly.ParseExact(to, "HH:mm", null));
        var open = Enumerable.Range(0, 24).Where(hour => AreOpen([hours], [], Schedule.EveryHour, "2026-01-07", hour)).ToList();
        Assert.Equal(expected, open.Count > 6 ? $"{open[0]}-{open[^1]}" : string.Join(',', open));
        Assert.Equal(Enumerable.Range(0, 24).Except(open), Enumerable.Range(0, 24).Where(hour => AreOpen([], [hours], Schedule.EveryHour, "2026-01-07", hour)));
    }

    [Theory]
    [InlineData("2026-01-07", 0, false)]
    [InlineData("2026-01-08", 0, true)]
    [InlineData("2026-01-09", 0, true)]
    [InlineData("2026-01-10", 0, false)]
    public void AreOpen_DuringAStretch_TakesEachDayThatHasPartInIt(string day, int hour, bool expected) => Assert.Equal(expected, AreOpen([Outage], [], Schedule.EveryDay, day, hour));

    [Theory]
    [InlineData("2026-01-07", 8, false)]
    [InlineData("2026-01-07", 9, true)]
    [InlineData("2026-01-08", 0, true)]
    [InlineData("2026-01-08", 20, true)]
    [InlineData("2026-01-08", 21, false)]
    public void AreOpen_DuringAStretch_TakesEachHourThatHasPartInIt(string day, int hour, bool expected)
    {
        Assert.Equal(expected, AreOpen([Outage], [], Schedule.EveryHour, day, hour));
        Assert.Equal(expected, AreOpen([Outage], [], new Schedule(ScheduleKind.Day, Math.Max(1, hour)), day, hour));
    }

    [Theory]
    [InlineData("2026-01-07", 12, true, false)]
    [InlineData("2026-01-09", 12, false, true)]
    [InlineData("2026-01-10", 12, false, true)]
    [InlineData("2026-01-06", 12, false, true)]
    public void AreOpen_OfTwo_OnlyNeedsBothAndExceptClosesWhereBothHold(string day, int hour, bool only, bool except)
    {
        Assert.Equal(only, AreOpen([Weekdays, Outage], [], Schedule.EveryHour, day, hour));
        Assert.Equal(except, AreOpen([], [Weekdays, Outage], Schedule.EveryHour, day, hour));
    }

    [Fact]
    public void AreOpen_ExceptBesideOnly_Closes()
    {
        Assert.False(AreOpen([Weekdays], [Outage], Schedule.EveryHour, "2026-01-07", 12));
        Assert.True(AreOpen([Weekdays], [Outage], Schedule.EveryHour, "2026-01-07", 3));
        Assert.True(AreOpen([], [], Schedule.EveryHour, "2026-01-07", 3));
    }

    private static bool AreOpen(ImmutableArray<MomentPlan> only, ImmutableArray<MomentPlan> except, Schedule every, string day, int hour) =>
        new Moments(new RulePlan { Id = "a", Index = 0, Population = 0, Every = every, Only = only, Except = except }, ZoneRules.Utc).AreOpen(Timeline.At(SmallHistory.Day(day), hour));
}
