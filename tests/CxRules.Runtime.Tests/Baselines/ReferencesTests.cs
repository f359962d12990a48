using System.Collections.Immutable;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Baselines;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Tests.Windows;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Baselines;

public sealed class ReferencesTests
{
    [Theory]
    [InlineData(1, TimeUnit.Hour, 7)]
    [InlineData(168, TimeUnit.Hour, 7)]
    [InlineData(169, TimeUnit.Hour, 14)]
    [InlineData(1, TimeUnit.Day, 7)]
    [InlineData(7, TimeUnit.Day, 7)]
    [InlineData(8, TimeUnit.Day, 14)]
    [InlineData(28, TimeUnit.Day, 28)]
    [InlineData(30, TimeUnit.Day, 35)]
    public void StepDays_OfAWindow_AreWholeWeeks(int length, TimeUnit unit, int days) => Assert.Equal(days, References.StepDays(new(length, unit)));

    public static TheoryData<int, TimeUnit, TimeUnit, int, int, string> Windows => new()
    {
        // Length and unit, the timeline's unit, the end, how many are asked for, and what is found: steps back, units.
        { 1, TimeUnit.Day, TimeUnit.Day, 29, 8, "1: 21-22, 2: 14-15, 3: 7-8, 4: 0-1" },
        { 1, TimeUnit.Day, TimeUnit.Day, 28, 8, "1: 20-21, 2: 13-14, 3: 6-7" },
        { 1, TimeUnit.Day, TimeUnit.Day, 29, 2, "1: 21-22, 2: 14-15" },
        { 7, TimeUnit.Day, TimeUnit.Day, 29, 8, "1: 15-22, 2: 8-15, 3: 1-8" },
        { 10, TimeUnit.Day, TimeUnit.Day, 39, 8, "1: 15-25, 2: 1-11" },
        { 1, TimeUnit.Day, TimeUnit.Hour, (15 * 24) + 6, 8, "1: 174-198, 2: 6-30" },
        { 3, TimeUnit.Hour, TimeUnit.Hour, (14 * 24) + 4, 8, "1: 169-172, 2: 1-4" },
        { 3, TimeUnit.Hour, TimeUnit.Hour, (14 * 24) + 2, 8, "1: 167-170" },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public void Collect_OfAWindow_IsTheSameWeekdayBefore(int length, TimeUnit unit, TimeUnit of, int end, int windows, string expected)
    {
        var timeline = SmallHistory.Timeline(of, 40);
        Assert.Equal(expected, Found(timeline, timeline.AtIndex(end), new(length, unit), windows, _ => false));
    }

    [Fact]
    public void Collect_WhereTheRuleWasActive_LeavesTheWindowOut()
    {
        var timeline = SmallHistory.Timeline(TimeUnit.Day, 40);
        Assert.Equal("1: 21-22, 3: 7-8, 4: 0-1", Found(timeline, timeline.AtIndex(29), Window.Daily, 8, end => end == 15));
        var holiday = new Exclusions(timeline, ZoneRules.Utc, new Project { Holidays = [SmallHistory.Monday.AddDays(7)] }, new HashSet<int>());
        Assert.Equal("1: 21-22, 2: 14-15, 4: 0-1", Found(timeline, timeline.AtIndex(29), Window.Daily, 8, _ => false, holiday));
        var bills = new ExposureSeries(new("bills", "") { Counts = ImmutableSortedDictionary<DateOnly, decimal>.Empty.Add(SmallHistory.Monday, 1).Add(SmallHistory.Monday.AddDays(14), 1) }, timeline);
        Assert.Equal("2: 14-15, 4: 0-1", Found(timeline, timeline.AtIndex(29), Window.Daily, 8, _ => false, exposure: bills));
    }

    /// <summary>Two weeks before 8 November 02:00 is 25 October, an hour longer: windows keep the local time, not the count of hours.</summary>
    [Fact]
    public void Collect_OverAChangeOfClocks_KeepsTheLocalTime()
    {
        var timeline = new Timeline(Zones.London, TimeUnit.Hour, SmallHistory.Day("2026-10-20"), SmallHistory.Day("2026-11-09"));
        var at = timeline.At(SmallHistory.Day("2026-11-08"), 2);

        // 20 to 24 October are 120 hours; on the 25th one o'clock comes twice.
        Assert.Equal("1: 290-291, 2: 122-123", Found(timeline, at, Window.Hourly, 8, _ => false));
        Assert.Equal("1: 267-291, 2: 98-123", Found(timeline, at, Window.Daily, 8, _ => false));
    }

    /// <summary>
    /// Cycles begin on days 0, 10, 20, 28, 40 and 52. Before day 55 the last two are from day 40 to three days after day 52; the two before are
    /// from day 20 to three days after day 28.
    /// </summary>
    [Theory]
    [InlineData(55, 2, "1: 20-31, 2: 0-13")]
    [InlineData(63, 2, "1: 20-39, 2: 0-20")]
    [InlineData(64, 2, "1: 20-40, 2: 0-20")]
    [InlineData(53, 2, "1: 20-29, 2: 0-11")]
    [InlineData(52, 2, "1: 10-28")]
    [InlineData(63, 1, "1: 40-51, 2: 28-39, 3: 20-28, 4: 10-20, 5: 0-10")]
    [InlineData(63, 4, "")]
    [InlineData(66, 2, "")]
    public void Collect_OfCycles_TakesRunsThatShareNoContact(int end, int cycles, string expected)
    {
        var timeline = SmallHistory.Timeline(TimeUnit.Day, 70);
        Assert.Equal(expected, OfCycles(timeline, end, cycles, SmallHistory.Nothing(timeline)));
    }

    /// <summary>Day 12 is a holiday, day 22 a gap.</summary>
    [Fact]
    public void Collect_OfCycles_LeavesGapsOutAndKeepsHolidays()
    {
        var timeline = SmallHistory.Timeline(TimeUnit.Day, 70);
        var exclusions = new Exclusions(timeline, ZoneRules.Utc, new Project { Holidays = [SmallHistory.Monday.AddDays(12)] }, new HashSet<int> { SmallHistory.Monday.DayNumber + 22 });
        Assert.Equal("2: 0-13", OfCycles(timeline, 55, 2, exclusions));
    }

    /// <summary>A window that ends before the history is none, nor is any before it; of cycles, one that begins before the first.</summary>
    [Theory]
    [InlineData(7, 0, true)]
    [InlineData(6, 0, false)]
    [InlineData(53, 2, true)]
    [InlineData(28, 2, false)]
    [InlineData(66, 2, false)]
    public void TryFind_BeforeTheHistory_FindsNone(int end, int cycles, bool expected)
    {
        var timeline = SmallHistory.Timeline(TimeUnit.Day, 70);
        Assert.Equal(expected, new References(timeline, SmallHistory.Nothing(timeline), Bills(timeline)).TryFind(Volume(cycles), timeline.AtIndex(end), 1, out _));
    }

    /// <summary>Day 12 is a holiday, which cycles keep, and day 22 a gap.</summary>
    [Theory]
    [InlineData(12, 0, "a holiday or a declared incident lies in it")]
    [InlineData(12, 2, null)]
    [InlineData(22, 0, "a gap in the data lies in it")]
    [InlineData(22, 2, "a gap in the data lies in it")]
    [InlineData(13, 0, null)]
    [InlineData(13, 2, null)]
    public void WhyNot_OfAWindow_KnowsThatCyclesKeepHolidays(int day, int cycles, string? because)
    {
        var timeline = SmallHistory.Timeline(TimeUnit.Day, 70);
        var exclusions = new Exclusions(timeline, ZoneRules.Utc, new Project { Holidays = [SmallHistory.Monday.AddDays(12)] }, new HashSet<int> { SmallHistory.Monday.DayNumber + 22 });
        Assert.Equal(because, new References(timeline, exclusions, Bills(timeline)).WhyNot(Volume(cycles), new(day, day + 1)));
    }

    private static string OfCycles(Timeline timeline, int end, int cycles, Exclusions exclusions)
    {
        List<UnitRange> found = [];
        new References(timeline, exclusions, Bills(timeline)).Collect(found, timeline.AtIndex(end), Volume(cycles), 8, _ => false, null);
        return string.Join(", ", found.Select(range => $"{range.Back}: {range.Start}-{range.End}"));
    }

    private static Exposures Bills(Timeline timeline)
    {
        int[] days = [0, 10, 20, 28, 40, 52, 64];
        var counts = days.ToImmutableSortedDictionary(SmallHistory.Monday.AddDays, day => day == 64 ? 0m : 5m);
        return new(new Project { Exposures = [new("bills", "bills.csv") { Counts = counts }] }, timeline);
    }

    /// <param name="cycles">0: a day.</param>
    private static MeasurePlan Volume(int cycles) => cycles == 0
        ? new(QuantityKind.Volume, 0, -1, null, 0, Window.Daily)
        : new(QuantityKind.Volume, 0, -1, null, 0, Window.Monthly) { Cycles = new(cycles, "bills") };

    private static string Found(Timeline timeline, Instant end, Window window, int windows, Func<int, bool> leftOut, Exclusions? exclusions = null, ExposureSeries? exposure = null)
    {
        List<UnitRange> found = [new(1, 2, 3)];
        new References(timeline, exclusions ?? SmallHistory.Nothing(timeline), new Exposures(Project.Default, timeline)).Collect(found, end, new MeasurePlan(QuantityKind.Volume, 0, -1, null, 0, window), windows, leftOut, exposure);
        return string.Join(", ", found.Select(range => $"{range.Back}: {range.Start}-{range.End}"));
    }
}
