using System.Collections.Immutable;
using CxRules.Model.Money;
using CxRules.Model.Projects;
using CxRules.Runtime.Ledger;

namespace CxRules.Runtime.Tests.Ledger;

public sealed class RunRateTests
{
    private static readonly DateOnly s_from = new(2026, 1, 1);
    private static readonly CostRange s_cost = new(50, 100, 150, "GBP");

    [Theory]
    [InlineData(27, null)]
    [InlineData(28, 1303.571429)]
    [InlineData(100, 365.0)]
    [InlineData(365, 100.0)]
    public void Of_ByDays_IsTheCostOfAYear(int days, double? perYear)
    {
        var rate = RunRate.Of(s_cost, s_from, s_from.AddDays(days - 1), null);
        Assert.Equal((decimal?)perYear, rate.PerYear);
        Assert.Equal(perYear is null, rate.UnknownBecause is not null);
    }

    [Theory]
    [InlineData(3, 15, "400")]
    [InlineData(3, 13, "no")]
    [InlineData(3, 2, "no")]
    [InlineData(0, 15, "no")]
    public void Of_ByExposure_NeedsTheNextTwelveMonths(int before, int after, string perYear)
    {
        // 10 bills in each of the three months of the period, 10 in each later month: a year is 120 bills, four times the period's 30.
        var counts = Enumerable.Range(0, before).Concat(Enumerable.Range(3, after - 3 < 0 ? 0 : after - 3))
            .ToImmutableSortedDictionary(month => s_from.AddMonths(month), _ => 10m);
        var rate = RunRate.Of(s_cost, s_from, new(2026, 3, 31), new Exposure("bills", "bills.csv") { Counts = counts });
        Assert.Equal(perYear, rate.PerYear is { } known ? $"{known:0}" : "no");
    }

    [Fact]
    public void Of_AnUnreadExposure_IsUnknown() =>
        Assert.Equal("the exposure 'bills' has no count for the period", RunRate.Of(s_cost, s_from, s_from.AddDays(60), new Exposure("bills", "bills.csv")).UnknownBecause);

    [Theory]
    [InlineData(1, "1 day is too few to speak of a year: it takes 28")]
    [InlineData(27, "27 days are too few to speak of a year: it takes 28")]
    public void Of_AShortPeriod_SaysSo(int days, string because) =>
        Assert.Equal(new RunRate(s_cost, null, because), RunRate.Of(s_cost, s_from, s_from.AddDays(days - 1), Bills((s_from, 10), (s_from.AddYears(1), 10))));

    /// <summary>
    /// The period is 1 January to 31 March 2026: both ends count, and so do both ends of the twelve months after it. Its 100 are 5 for each of 20 bills.
    /// </summary>
    [Theory]
    [InlineData("2026-01-01 20, 2026-04-01 7, 2027-03-31 5", 60.0)]
    [InlineData("2026-03-31 20, 2026-04-01 7, 2027-03-31 5", 60.0)]
    [InlineData("2025-12-31 9, 2026-02-01 20, 2026-03-31 0, 2026-05-01 7, 2027-04-01 99", 35.0)]

    // The last figure may stand a month before the end, and no earlier.
    [InlineData("2026-01-01 20, 2026-04-01 7, 2027-03-01 3", 50.0)]
    [InlineData("2026-01-01 20, 2026-04-01 7, 2027-02-28 3", null)]
    [InlineData("2026-01-01 0, 2026-04-01 7, 2027-03-31 5", null)]
    [InlineData("2025-12-31 9, 2026-04-01 7, 2027-03-31 5", null)]
    public void Of_ByExposure_CountsTheDaysOfEach(string counts, double? perYear)
    {
        var bills = Bills([.. counts.Split(", ").Select(entry => entry.Split(' ')).Select(parts => (DateOnly.Parse(parts[0], Invariant), decimal.Parse(parts[1], Invariant)))]);
        var rate = RunRate.Of(s_cost, s_from, new(2026, 3, 31), bills);
        Assert.Equal((decimal?)perYear, rate.PerYear);
        Assert.Equal(perYear is not null, rate.UnknownBecause is null);
    }

    [Fact]
    public void Of_AnExposureThatEnds_SaysSo() => Assert.Equal(
        new RunRate(s_cost, null, "the exposure 'bills' does not reach twelve months beyond the period"),
        RunRate.Of(s_cost, s_from, new(2026, 3, 31), Bills((s_from, 20), (new(2026, 12, 31), 5))));

    /// <summary>Rounded to millionths, half to even.</summary>
    [Theory]
    [InlineData("0.0000005", "0")]
    [InlineData("0.0000015", "0.000002")]
    public void Of_ByExposure_IsRounded(string mid, string expected)
    {
        var cost = new CostRange(0, decimal.Parse(mid, Invariant), 1, "GBP");
        Assert.Equal(decimal.Parse(expected, Invariant), RunRate.Of(cost, s_from, new(2026, 3, 31), Bills((s_from, 10), (new(2027, 3, 31), 10))).PerYear);
    }

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;

    private static Exposure Bills(params (DateOnly Day, decimal Count)[] counts) => new("bills", "bills.csv") { Counts = counts.ToImmutableSortedDictionary(count => count.Day, count => count.Count) };
}
