using System.Collections.Immutable;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Windows;

/// <summary>Bills on the days 0, 10 and 20 of thirty; the file ends with day 24.</summary>
public sealed class WindowFinderTests
{
    private static readonly Timeline Timeline = SmallHistory.Timeline(TimeUnit.Day, 30);
    private static readonly CyclesPlan Two = new(2, "bills");

    [Theory]
    [InlineData(0, 29)]
    [InlineData(1, 28)]
    [InlineData(7, 22)]
    [InlineData(30, -1)]
    public void EndOf_AMeasure_IsAsManyDaysBefore(int earlier, int expected) =>
        Assert.Equal(expected, Finder(Timeline).EndOf(new(QuantityKind.Volume, 0, -1, null, 0, Window.Daily) { EarlierDays = earlier }, Timeline.AtIndex(29)).Index);

    /// <summary>One o'clock comes twice on 25 October in London: no days before the second one is the second one, a day before it is one o'clock.</summary>
    [Fact]
    public void Back_OverAChangeOfClocks_KeepsTheLocalTime()
    {
        var timeline = new Timeline(Zones.London, TimeUnit.Hour, SmallHistory.Day("2026-10-24"), SmallHistory.Day("2026-10-26"));
        var second = timeline.AtIndex(26);
        Assert.Equal(second, Finder(timeline).Back(second, 0));
        Assert.Equal(timeline.AtIndex(1), Finder(timeline).Back(second, 1));
        Assert.Equal(timeline.AtIndex(5), Finder(timeline).Back(timeline.AtIndex(30), 1));
    }

    /// <summary>Where the last two cycles begin, and where five days do.</summary>
    [Theory]
    [InlineData(25, 10, 20)]
    [InlineData(21, 10, 16)]
    [InlineData(20, 0, 15)]
    [InlineData(10, -1, 5)]
    public void StartOf_AWindow_IsThatOfItsCyclesOrItsDays(int end, int cycles, int days)
    {
        var measure = new MeasurePlan(QuantityKind.Volume, 0, -1, null, 0, new(5, TimeUnit.Day));
        Assert.Equal((cycles, days), (Finder(Timeline).StartOf(measure with { Cycles = Two }, Timeline.AtIndex(end)), Finder(Timeline).StartOf(measure, Timeline.AtIndex(end))));
    }

    [Theory]
    [InlineData(10, 25, true)]
    [InlineData(10, 26, false)]
    [InlineData(26, 28, false)]
    public void KnowsCycles_OfAWindow_IsTrueWhereTheFileSpeaks(int start, int end, bool expected)
    {
        Assert.Equal(expected, Finder(Timeline).KnowsCycles(Two, start, end));
        Assert.True(Finder(Timeline).KnowsCycles(null, start, end));
    }

    private static WindowFinder Finder(Timeline timeline)
    {
        var counts = ((int[])[0, 10, 20, 24]).ToImmutableSortedDictionary(SmallHistory.Monday.AddDays, day => day == 24 ? 0m : 5m);
        return new(timeline, new Exposures(new Project { Exposures = [new("bills", "bills.csv") { Counts = counts }] }, timeline));
    }
}
