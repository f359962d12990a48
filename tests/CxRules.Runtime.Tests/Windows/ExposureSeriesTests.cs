using System.Collections.Immutable;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Windows;

public sealed class ExposureSeriesTests
{
    private static readonly DateOnly First = new(2026, 3, 27);

    /// <summary>The clocks go forward at 01:00 on 29 March.</summary>
    private static readonly ZoneRules London = new("Europe/London", [(0, 0), (new DateTime(2026, 3, 29, 1, 0, 0, DateTimeKind.Utc).Ticks, TimeSpan.TicksPerHour)]);

    [Theory]
    [InlineData(1, 2, "240")]
    [InlineData(1, 4, "360")]
    [InlineData(2, 3, "0")]
    [InlineData(0, 2, null)]
    [InlineData(3, 5, null)]
    [InlineData(-1, 2, null)]
    public void Over_Days_SumsWhatTheFileSays(int start, int end, string? expected) =>
        Assert.Equal(expected, Series(TimeUnit.Day).Over(start, end)?.ToString("0", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(24, 25, 10)]
    [InlineData(24, 48, 240)]
    [InlineData(48, 72, 0)]
    public void Over_Hours_SharesTheDay(int start, int end, int expected) =>
        Assert.Equal(expected, decimal.Round(Series(TimeUnit.Hour).Over(start, end) ?? -1, 12));

    [Fact]
    public void Over_ADayOf23Hours_IsTheDaysCount()
    {
        var counts = Counts((First.AddDays(2), 230));
        var series = new ExposureSeries(new Exposure("bills", "") { Counts = counts }, new Timeline(London, TimeUnit.Hour, First.DayNumber, First.DayNumber + 4));
        Assert.Equal(10, series.Over(48, 49));
        Assert.Equal(230, series.Over(48, 71));
        Assert.Null(series.Over(48, 72));
    }

    /// <summary>A hundred on each of three days, of which one has 23 or 25 hours: the days' shares of it as a quotient.</summary>
    [Theory]

    // Forward on the 29th: that day's hours are the 24th to the 46th from the 28th on.
    [InlineData("2026-03-28", 0, 1, 100, 24)]
    [InlineData("2026-03-28", 24, 25, 100, 23)]
    [InlineData("2026-03-28", 23, 26, 7100, 552)]
    [InlineData("2026-03-28", 24, 47, 100, 1)]
    [InlineData("2026-03-28", 46, 48, 4700, 552)]
    [InlineData("2026-03-28", 0, 71, 300, 1)]
    [InlineData("2026-03-28", 5, 5, 0, 1)]

    // Back on the 25th.
    [InlineData("2026-10-24", 24, 25, 100, 25)]
    [InlineData("2026-10-24", 23, 26, 7300, 600)]
    [InlineData("2026-10-24", 24, 49, 100, 1)]
    [InlineData("2026-10-24", 48, 50, 4900, 600)]
    public void Exactly_OverHours_IsTheirShareOfTheirDays(string first, int start, int end, int over, int under)
    {
        var day = DateOnly.FromDayNumber(SmallHistory.Day(first));
        var series = new ExposureSeries(
            new Exposure("bills", "") { Counts = Counts((day, 100), (day.AddDays(1), 100), (day.AddDays(2), 100)) },
            new Timeline(Zones.London, TimeUnit.Hour, day.DayNumber, day.DayNumber + 2));
        Assert.Equal(0, series.Exactly(start, end).CompareTo((Fraction)(decimal)over / under));
    }

    [Theory]
    [InlineData(1, 2, 240)]
    [InlineData(1, 4, 360)]
    [InlineData(2, 3, 0)]
    public void Exactly_OverDays_IsWhatTheFileSays(int start, int end, int expected) => Assert.Equal(0, Series(TimeUnit.Day).Exactly(start, end).CompareTo((decimal)expected));

    /// <summary>By the hour, bills on the first day and the third: cycles begin with the hours 0 and 48. Hour, cycles before it, where the last one and the last two begin.</summary>
    [Theory]
    [InlineData(0, 0, -1, -1, true)]
    [InlineData(1, 1, 0, -1, false)]
    [InlineData(24, 1, 0, -1, false)]
    [InlineData(48, 1, 0, -1, true)]
    [InlineData(49, 2, 48, 0, false)]
    [InlineData(72, 2, 48, 0, false)]
    public void Cycles_ByTheHour_BeginWithTheirDays(int hour, int before, int one, int two, bool begins)
    {
        var series = new ExposureSeries(new Exposure("bills", "") { Counts = Counts((First, 5), (First.AddDays(2), 3)) }, new Timeline(ZoneRules.Utc, TimeUnit.Hour, First.DayNumber, First.DayNumber + 2));
        Assert.Equal((before, one, two, begins), (series.CyclesBefore(hour), series.StartOfRun(1, hour), series.StartOfRun(2, hour), series.Begins(hour)));
        Assert.Equal((0, 48), (series.BeginningOf(0), series.BeginningOf(1)));
    }

    [Fact]
    public void Has_NothingCounted_IsFalse()
    {
        var series = Series(TimeUnit.Day);
        Assert.True(series.Has(1, 2));
        Assert.False(series.Has(2, 3));
        Assert.False(series.Has(0, 1));
        Assert.False(new ExposureSeries(new Exposure("bills", ""), new Timeline(ZoneRules.Utc, TimeUnit.Day, 1, 9)).Has(1, 2));
    }

    /// <summary>27 March unknown, 28th 240, 29th without a line, 30th 120, 31st unknown.</summary>
    private static ExposureSeries Series(TimeUnit unit) => new(
        new Exposure("bills", "") { Counts = Counts((First.AddDays(1), 240), (First.AddDays(3), 120)) },
        new Timeline(ZoneRules.Utc, unit, First.DayNumber, First.DayNumber + 4));

    private static ImmutableSortedDictionary<DateOnly, decimal> Counts(params (DateOnly Day, decimal Count)[] counts) =>
        counts.ToImmutableSortedDictionary(day => day.Day, day => day.Count);
}
