using CxRules.Runtime.Samples;

namespace CxRules.Runtime.Tests.Samples;

/// <summary>Limits against published figures.</summary>
public sealed class LimitsTests
{
    private const double Quantile975 = 1.959963984540054;

    /// <summary>R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 3: 95 %.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_OfNewcombesTable_IsAsPublished(int found, int size, double low, double high)
    {
        var limits = Limits.Wilson((double)found / size, size, Quantile975);

        Assert.Equal(low, limits.Low, 4);
        Assert.Equal(high, limits.High, 4);
    }

    /// <summary>Opposite sides of one another, within 0 and 1, and the middle between.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 3)]
    [InlineData(7, 40)]
    [InlineData(500, 1000)]
    public void Wilson_OfTheOpposite_IsTheOpposite(int found, int size)
    {
        var (low, high) = Limits.Wilson((double)found / size, size);
        var opposite = Limits.Wilson((double)(size - found) / size, size);

        Assert.Equal(1 - high, opposite.Low, 12);
        Assert.True(low >= 0 && low <= (double)found / size && high >= (double)found / size && high <= 1);
    }

    /// <summary>
    /// E. S. Pearson, H. O. Hartley, Biometrika Tables for Statisticians, volume 1, table 40: limits of a Poisson mean; 0.025 and 0.05 in each tail.
    /// In R: qchisq(tail, 2 * count) / 2, qchisq(1 - tail, 2 * count + 2) / 2.
    /// </summary>
    [Theory]
    [InlineData(0, 0.025, 0, 3.69)]
    [InlineData(1, 0.025, 0.0253, 5.57)]
    [InlineData(5, 0.025, 1.62, 11.67)]
    [InlineData(10, 0.025, 4.80, 18.39)]
    [InlineData(20, 0.025, 12.22, 30.89)]
    [InlineData(0, 0.05, 0, 3.00)]
    [InlineData(1, 0.05, 0.0513, 4.74)]
    [InlineData(5, 0.05, 1.97, 10.51)]
    [InlineData(10, 0.05, 5.43, 16.96)]
    [InlineData(20, 0.05, 13.25, 29.06)]
    public void Garwood_OfTheTables_IsAsPublished(long count, double tail, double low, double high)
    {
        var limits = Limits.Garwood(count, tail);

        Assert.Equal(low, limits.Low, 0.006);
        Assert.Equal(high, limits.High, 0.006);
    }

    [Theory]
    [InlineData(3_000)]
    [InlineData(1_000_000)]
    public void Garwood_OfManyIsNearTheNormalLimits(long count)
    {
        var (low, high) = Limits.Garwood(count);

        Assert.Equal(count - (1.6449 * Math.Sqrt(count)), low, 0.002 * Math.Sqrt(count) + 1.5);
        Assert.Equal(count + (1.6449 * Math.Sqrt(count)), high, 0.002 * Math.Sqrt(count) + 2);
    }
}
