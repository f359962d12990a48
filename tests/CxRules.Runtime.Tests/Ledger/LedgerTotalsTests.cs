using CxRules.Model.Money;
using CxRules.Runtime.Ledger;

namespace CxRules.Runtime.Tests.Ledger;

public sealed class LedgerTotalsTests
{
    [Theory]
    [InlineData("100", 1)]
    [InlineData("100", 3)]
    [InlineData("0.000001", 7)]
    [InlineData("123456789.123456789012345678", 6)]
    public void Split_AmongOwners_AddsUpExactly(string amount, int owners)
    {
        var mid = decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);
        var cost = new CostRange(mid / 2, mid, mid * 2, "GBP");
        var shares = LedgerTotals.Split(cost, [.. Enumerable.Range(0, owners).Select(owner => $"{owner}")]).ToList();
        Assert.Equal(owners, shares.Count);
        Assert.Equal(cost, shares.Select(share => share.Cost).Aggregate((left, right) => left + right));
        Assert.All(shares, share => Assert.True(Math.Abs(share.Cost.Mid - (mid / owners)) < 1e-15m));
    }
}
