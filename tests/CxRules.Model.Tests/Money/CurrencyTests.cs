using CxRules.Model.Money;

namespace CxRules.Model.Tests.Money;

public sealed class CurrencyTests
{
    [Fact]
    public void Sum_OfTwoCurrencies_IsRefused()
    {
        Assert.Throws<InvalidOperationException>(() => new CostRange(1, 2, 3, "GBP") + new CostRange(1, 2, 3, "EUR"));
        Assert.Throws<InvalidOperationException>(() => new Amount(1, "GBP") + new Amount(1, "EUR"));
    }

    [Fact]
    public void Sum_OfOneCurrency_AddsEachEnd()
    {
        var part = new CostPart(2, new(1, 2, 3, "GBP"));
        Assert.Equal(new CostRange(3, 6, 9, "GBP"), new CostBreakdown(part, part, part).Total);
    }
}
