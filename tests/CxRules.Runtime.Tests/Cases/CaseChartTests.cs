using CxRules.Model.Time;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Cases;

public sealed class CaseChartTests
{
    private static readonly Timeline Timeline = SmallHistory.Timeline(TimeUnit.Day, 100);

    /// <summary>So many a day through 100 days, and what R's ppois and qnbinom say of a day: the first and the last count with p of 0.1 % or more.</summary>
    [Theory]
    [InlineData(2, 0, 8)]
    [InlineData(10, 2, 22)]
    [InlineData(30, 14, 50)]
    [InlineData(0, 0, 2)]
    [InlineData(1000, 898, 1105)]
    public void Draw_OfAConstant_IsTheRangeOfChance(long count, int low, int high)
    {
        var series = SmallHistory.Series(Timeline, [.. Enumerable.Repeat(count, 100)]);
        var point = CaseChart.Draw(References(series, (63, 64)), series, Timeline).Single(point => point.InCase);
        Assert.Equal((count, (decimal?)count, (decimal?)low, (decimal?)high), (point.Observed, point.Expected, point.Low, point.High));
    }

    /// <summary>Ten on Mondays, 70 on Sundays: each weekday has its own mean.</summary>
    [Fact]
    public void Draw_OfWeekdays_ExpectsEachByItself()
    {
        var series = SmallHistory.Series(Timeline, [.. Enumerable.Range(0, 100).Select(day => 10L * (1 + (day % 7)))]);
        var points = CaseChart.Draw(References(series, (63, 65)), series, Timeline).ToList();
        Assert.Equal(Enumerable.Range(42, 44).Select(day => (decimal?)(10 * (1 + (day % 7)))), points.Select(point => point.Expected));
        Assert.Equal(Enumerable.Range(42, 44).Select(day => 10L * (1 + (day % 7))), points.Select(point => point.Observed));
    }

    [Fact]
    public void Draw_OfACase_HasThreeWeeksOnEitherSide()
    {
        var series = SmallHistory.Series(Timeline, [.. Enumerable.Repeat(10L, 100)]);
        var references = References(series, (63, 64), (66, 67));
        references.State.Fired.Add(66);
        references.State.Fired.Add(67);
        var points = CaseChart.Draw(references, series, Timeline).ToList();
        Assert.Equal((SmallHistory.Monday.AddDays(42), SmallHistory.Monday.AddDays(87)), (DateOnly.FromDateTime(points[0].Start), DateOnly.FromDateTime(points[^1].Start)));
        Assert.Equal([63, 66], Days(points, point => point.InCase));
        Assert.Equal([66, 67], Days(points, point => point.Fired));
    }

    [Fact]
    public void Draw_AtTheEnds_StaysInTheHistory()
    {
        var series = SmallHistory.Series(Timeline, [.. Enumerable.Repeat(10L, 100)]);
        var first = CaseChart.Draw(References(series, (5, 6)), series, Timeline).ToList();
        Assert.Equal(Enumerable.Range(0, 27), Days(first, _ => true));

        // Five days stand before it: two weekdays have nothing to be held against.
        Assert.Equal([true, true, true, true, true, false, false], first.Take(7).Select(point => point.Expected is not null && point.Low is not null && point.High is not null));
        Assert.Equal(Enumerable.Range(74, 26), Days(CaseChart.Draw(References(series, (95, 96)), series, Timeline), _ => true));
    }

    /// <summary>Each weekday has 30 ± 8 six times and 30 ± 9 twice: φ = (6 · 64 + 2 · 81) ÷ (7 · 30) = 2.6, and the range is that of R's pnbinom.</summary>
    [Fact]
    public void Draw_OfVariedCounts_IsWider()
    {
        long[] deviations = [8, -8, 8, -8, 9, -9, 8, -8];
        var series = SmallHistory.Series(Timeline, [.. Enumerable.Range(0, 100).Select(day => 30 + deviations[day / 7 % 8])]);
        var point = CaseChart.Draw(References(series, (63, 64)), series, Timeline).Single(point => point.InCase);
        Assert.Equal(30, point.Expected);
        Assert.Equal((8m, 66m), (point.Low, point.High));
    }

    private static IEnumerable<int> Days(IEnumerable<ChartPoint> points, Func<ChartPoint, bool> wanted) =>
        points.Where(wanted).Select(point => DateOnly.FromDateTime(point.Start).DayNumber - SmallHistory.Monday.DayNumber);

    private static CaseReferences References(Series series, params (int Start, int End)[] windows)
    {
        var state = new CaseState(new() { Id = "a", Index = 0, Population = 0 }, GroupKey.None, 0, Timeline.AtIndex(windows[0].End), 100);
        foreach (var (start, end) in windows)
        {
            state.Add(start, Timeline.AtIndex(end), null);
        }

        return new(state, [], series, Timeline, SmallHistory.Nothing(Timeline));
    }
}
