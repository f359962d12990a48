using MathNet.Numerics;

namespace CxRules.Testing.Tests.Naive;

public sealed class NaiveStatisticsTests
{
    [Fact]
    public void NegativeBinomialAtLeast_ThreeAfterEightZeros_IsFourInTenThousand()
    {
        var p = NaiveStatistics.NegativeBinomialAtLeast(3, .5 / 8, .5 / 8 * (9d / 8));

        // By hand: size ½, q = 1⁄9; P(0) = (8⁄9)^½, P(1) = P(0)·½·q, P(2) = P(1)·¾·q.
        var zero = Math.Sqrt(8d / 9);
        var one = zero / 2 / 9;
        var two = one * .75 / 9;
        Assert.Equal(1 - zero - one - two, p, 1e-12);
        Assert.Equal(.0004, p, .00005);
    }

    [Theory]
    [InlineData(12, 5, 8)]
    [InlineData(3, 5, 8)]
    [InlineData(5, 5, 30)]
    [InlineData(0, .3, .4)]
    [InlineData(300, 2.3125, 2.6)]
    [InlineData(400, 300, 900)]
    [InlineData(90, 140, 160)]
    public void NegativeBinomialTails_AnyCount_AgreeWithTheRegularisedBeta(long y, double mean, double variance)
    {
        var size = mean * mean / (variance - mean);
        var q = (variance - mean) / variance;
        var atLeast = y == 0 ? 1 : SpecialFunctions.BetaRegularized(y, size, q);

        AssertClose(atLeast, NaiveStatistics.NegativeBinomialAtLeast(y, mean, variance));
        AssertClose(SpecialFunctions.BetaRegularized(size, y + 1, 1 - q), NaiveStatistics.NegativeBinomialAtMost(y, mean, variance));
    }

    [Theory]
    [InlineData(7, 10, .3)]
    [InlineData(2, 10, .3)]
    [InlineData(60, 64, .5)]
    [InlineData(500, 2000, .3)]
    [InlineData(10, 10, .9)]
    public void BinomialTails_AnyCount_AgreeWithTheRegularisedBeta(long k, long n, double probability)
    {
        AssertClose(SpecialFunctions.BetaRegularized(k, n - k + 1, probability), NaiveStatistics.BinomialAtLeast(k, n, probability));
        AssertClose(k == n ? 1 : SpecialFunctions.BetaRegularized(n - k, k + 1, 1 - probability), NaiveStatistics.BinomialAtMost(k, n, probability));
    }

    [Fact]
    public void Tails_BeyondTheSmallestFigure_StopAtIt()
    {
        Assert.Equal(1e-300, NaiveStatistics.NegativeBinomialAtLeast(5000, 1, 1.125));
        Assert.Equal(1e-300, NaiveStatistics.NegativeBinomialAtMost(0, 5000, 5625));
    }

    [Fact]
    public void Dispersion_OfCounts_IsSquaresOverExpected()
    {
        // 2, 4 and 9: mean 5, squares 9 + 1 + 16; 3 and 3: none.
        Assert.Equal(26 / ((2 * 5d) + 3), NaiveStatistics.Dispersion([[2L, 4L, 9L], [3L, 3L], []]), 1e-12);
        Assert.Equal(1, NaiveStatistics.Dispersion([[0L, 0L], [7L]]));
    }

    [Theory]
    [InlineData(1, 6.313751515)]
    [InlineData(7, 1.894578605)]
    [InlineData(49, 1.676550893)]
    public void StudentQuantile95_OfATable_Agrees(int degrees, double quantile) =>
        Assert.Equal(quantile, NaiveStatistics.StudentQuantile95(degrees), 1e-8);

    private static void AssertClose(double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-9 * expected, $"{expected:R} expected, {actual:R} found");
}
