using CxRules.Model.Time;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Windows;

/// <summary>Days and hours by hand, where clocks are moved and where they are not.</summary>
public sealed class TimelineTests
{
    /// <summary>28 to 30 March: 24, 23 and 24 hours.</summary>
    private static Timeline Spring => Of(Zones.London, TimeUnit.Hour, "2026-03-28", "2026-03-30");

    /// <summary>24 to 26 October: 24, 25 and 24 hours.</summary>
    private static Timeline Autumn => Of(Zones.London, TimeUnit.Hour, "2026-10-24", "2026-10-26");

    /// <summary>4 to 6 April: the second hour of the 5th lasts 90 minutes.</summary>
    private static Timeline Half => Of(Zones.LordHowe, TimeUnit.Hour, "2026-04-04", "2026-04-06");

    private static Timeline Days => Of(Zones.London, TimeUnit.Day, "2026-03-28", "2026-03-30");

    [Fact]
    public void Length_OfHours_IsThatOfTheClock()
    {
        Assert.Equal((71, 3), (Spring.Length, Spring.Days));
        Assert.Equal(73, Autumn.Length);
        Assert.Equal(72, Half.Length);
        Assert.Equal(3, Days.Length);
        Assert.Equal(23, Of(Zones.Cairo, TimeUnit.Hour, "2026-04-24", "2026-04-24").Length);
    }

    public static TheoryData<string, int, string, string> Starts => new()
    {
        // What begins, which unit it is, when (UTC), and the local time there.
        { "Spring", 0, "2026-03-28 00:00", "2026-03-28 00:00" },
        { "Spring", 23, "2026-03-28 23:00", "2026-03-28 23:00" },
        { "Spring", 24, "2026-03-29 00:00", "2026-03-29 00:00" },
        { "Spring", 25, "2026-03-29 01:00", "2026-03-29 02:00" },
        { "Spring", 46, "2026-03-29 22:00", "2026-03-29 23:00" },
        { "Spring", 47, "2026-03-29 23:00", "2026-03-30 00:00" },
        { "Spring", 70, "2026-03-30 22:00", "2026-03-30 23:00" },
        { "Autumn", 25, "2026-10-25 00:00", "2026-10-25 01:00" },
        { "Autumn", 26, "2026-10-25 01:00", "2026-10-25 01:00" },
        { "Autumn", 27, "2026-10-25 02:00", "2026-10-25 02:00" },
        { "Autumn", 49, "2026-10-26 00:00", "2026-10-26 00:00" },
        { "Half", 25, "2026-04-04 14:00", "2026-04-05 01:00" },
        { "Half", 26, "2026-04-04 15:30", "2026-04-05 02:00" },
        { "Half", 47, "2026-04-05 12:30", "2026-04-05 23:00" },
        { "Half", 48, "2026-04-05 13:30", "2026-04-06 00:00" },
        { "Days", 0, "2026-03-28 00:00", "2026-03-28 00:00" },
        { "Days", 1, "2026-03-29 00:00", "2026-03-29 00:00" },
        { "Days", 2, "2026-03-29 23:00", "2026-03-30 00:00" },
    };

    [Theory]
    [MemberData(nameof(Starts))]
    public void StartOf_AUnit_IsWhereTheClockStrikesIt(string timeline, int index, string utc, string local)
    {
        var found = TimelineOf(timeline);
        Assert.Equal(SmallHistory.Ticks(utc), found.StartOf(index));
        Assert.Equal(SmallHistory.Ticks(local), found.LocalStartOf(index).Ticks);
        var instant = found.AtIndex(index);
        Assert.Equal(
            (SmallHistory.Ticks(utc), index, (int)(SmallHistory.Ticks(local) / TimeSpan.TicksPerDay), (int)(SmallHistory.Ticks(local) / TimeSpan.TicksPerHour % 24)),
            (instant.UtcTicks, instant.Index, instant.Day, instant.Hour));
        Assert.Equal(instant.Day - found.FirstDay, found.DayOfIndex(index));
    }

    [Fact]
    public void AtIndex_TheEnd_IsTheNextMidnight()
    {
        Assert.Equal(new Instant(SmallHistory.Ticks("2026-03-30 23:00"), 71, SmallHistory.Day("2026-03-31"), 0), Spring.AtIndex(71));
        Assert.Equal(new Instant(SmallHistory.Ticks("2026-03-30 23:00"), 3, SmallHistory.Day("2026-03-31"), 0), Days.AtIndex(3));
        Assert.Equal(2, Spring.DayOfIndex(71));
    }

    [Theory]
    [InlineData("Spring", "2026-03-28", 0, 0)]
    [InlineData("Spring", "2026-03-28", 13, 13)]
    [InlineData("Spring", "2026-03-29", 0, 24)]
    [InlineData("Spring", "2026-03-29", 1, 25)]
    [InlineData("Spring", "2026-03-29", 2, 25)]
    [InlineData("Spring", "2026-03-29", 3, 26)]
    [InlineData("Spring", "2026-03-29", 23, 46)]
    [InlineData("Spring", "2026-03-30", 5, 52)]
    [InlineData("Spring", "2026-03-31", 0, 71)]
    [InlineData("Spring", "2026-03-31", 3, 74)]
    [InlineData("Spring", "2026-04-01", 0, int.MaxValue)]
    [InlineData("Spring", "2026-03-27", 0, -1)]
    [InlineData("Spring", "2026-03-27", 23, -1)]
    [InlineData("Autumn", "2026-10-25", 1, 25)]
    [InlineData("Autumn", "2026-10-25", 2, 27)]
    [InlineData("Autumn", "2026-10-25", 23, 48)]
    [InlineData("Half", "2026-04-05", 2, 26)]
    [InlineData("Half", "2026-04-05", 9, 33)]
    [InlineData("Days", "2026-03-27", 0, -1)]
    [InlineData("Days", "2026-03-21", 5, -7)]
    [InlineData("Days", "2026-03-30", 5, 2)]
    [InlineData("Days", "2026-04-02", 0, 5)]
    public void IndexAt_ALocalTime_IsTheUnitThatBeginsThere(string timeline, string day, int hour, int expected) =>
        Assert.Equal(expected, TimelineOf(timeline).IndexAt(SmallHistory.Day(day), hour));

    [Theory]
    [InlineData("2026-03-27", 0, "2026-03-27 00:00", -1)]
    [InlineData("2026-03-27", 9, "2026-03-27 09:00", -1)]
    [InlineData("2026-03-28", 0, "2026-03-28 00:00", 0)]
    [InlineData("2026-03-29", 9, "2026-03-29 08:00", 32)]
    [InlineData("2026-03-30", 0, "2026-03-29 23:00", 47)]
    [InlineData("2026-03-31", 0, "2026-03-30 23:00", 71)]
    [InlineData("2026-04-05", 0, "2026-04-04 23:00", int.MaxValue)]
    public void At_ALocalTime_IsItsInstant(string day, int hour, string utc, int index) =>
        Assert.Equal(new Instant(SmallHistory.Ticks(utc), index, SmallHistory.Day(day), hour), Spring.At(SmallHistory.Day(day), hour));

    /// <summary>In Cairo the 24th of April begins at one o'clock.</summary>
    [Fact]
    public void At_ASkippedMidnight_IsWhereTheDayBegins()
    {
        var cairo = Of(Zones.Cairo, TimeUnit.Hour, "2026-04-23", "2026-04-25");
        Assert.Equal(new Instant(SmallHistory.Ticks("2026-04-23 22:00"), 24, SmallHistory.Day("2026-04-24"), 0), cairo.At(SmallHistory.Day("2026-04-24"), 0));
        Assert.Equal(cairo.At(SmallHistory.Day("2026-04-24"), 0), cairo.AtIndex(24));
        Assert.Equal((SmallHistory.Day("2026-04-24"), 2), (cairo.AtIndex(25).Day, cairo.AtIndex(25).Hour));
        Assert.Equal(25, cairo.IndexAt(SmallHistory.Day("2026-04-24"), 2));
        Assert.Equal(47, cairo.IndexAt(SmallHistory.Day("2026-04-25"), 0));
        Assert.Equal(SmallHistory.Ticks("2026-04-24 00:00"), Of(Zones.Cairo, TimeUnit.Day, "2026-04-23", "2026-04-25").LocalStartOf(1).Ticks);
    }

    [Theory]
    [InlineData("2026-03-30", 5, 1, TimeUnit.Day, 28)]
    [InlineData("2026-03-30", 5, 3, TimeUnit.Hour, 49)]
    [InlineData("2026-03-29", 0, 1, TimeUnit.Day, 0)]
    [InlineData("2026-03-29", 0, 2, TimeUnit.Day, -1)]
    [InlineData("2026-03-28", 2, 3, TimeUnit.Hour, -1)]
    public void StartOfWindow_OfDays_KeepsTheTimeOfDay(string day, int hour, int length, TimeUnit unit, int expected) =>
        Assert.Equal(expected, Spring.StartOfWindow(Spring.At(SmallHistory.Day(day), hour), new Window(length, unit)));

    [Fact]
    public void IndexOf_ASlot_IsItsUnit()
    {
        var day = SmallHistory.Day("2026-03-30");
        Assert.Equal(47 + 6, Spring.IndexOf((day * 32) + 6, TimeUnit.Hour));
        Assert.Equal(2, Days.IndexOf((day * 32) + 6, TimeUnit.Hour));
        Assert.Equal(2, Days.IndexOf(day, TimeUnit.Day));
    }

    [Fact]
    public void LocalHours_OfInstants_CountADayAs24() =>
        Assert.Equal(24 + 9, Spring.At(SmallHistory.Day("2026-03-30"), 9).LocalHours - Spring.At(SmallHistory.Day("2026-03-29"), 0).LocalHours);

    private static Timeline TimelineOf(string name) => name switch
    {
        "Spring" => Spring,
        "Autumn" => Autumn,
        "Half" => Half,
        _ => Days,
    };

    private static Timeline Of(ZoneRules zone, TimeUnit unit, string first, string last) => new(zone, unit, SmallHistory.Day(first), SmallHistory.Day(last));
}
