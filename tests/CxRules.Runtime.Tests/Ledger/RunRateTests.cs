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
}
