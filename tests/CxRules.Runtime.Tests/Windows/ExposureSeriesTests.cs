using System.Collections.Immutable;
using CxRules.Model.Projects;
using CxRules.Model.Time;
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
