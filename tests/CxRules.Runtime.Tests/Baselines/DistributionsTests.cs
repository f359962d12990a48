using CxRules.Runtime.Baselines;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace CxRules.Runtime.Tests.Baselines;

/// <summary>Our tails against MathNet's functions and against closed forms.</summary>
public sealed class DistributionsTests
{
    public static TheoryData<long, double, double> Counts => new()
    {
        { 0, 5, 5 }, { 1, 0.06, 0.06 }, { 3, 0.0625, 0.0703 }, { 10, 5, 5 }, { 10, 5, 12 }, { 39, 30, 30 }, { 39, 30, 90 },
        { 752, 2.25, 2.9 }, { 752, 2.25, 11 }, { 1000, 900, 900 }, { 100_000, 98_000, 150_000 }, { 4, 12, 12.5 }, { 2, 300, 900 },
    };

    public static TheoryData<long, long, double> Binomials => new()
    {
        { 0, 10, 0.3 }, { 3, 10, 0.3 }, { 10, 10, 0.3 }, { 57, 59, 0.5 }, { 1, 1000, 0.0001 }, { 700, 1000, 0.65 }, { 5, 50_000, 0.001 },
    };

    [Theory]
    [MemberData(nameof(Counts))]
    public void CountAtLeast_AgreesWithMathNet(long y, double mean, double variance)
    {
        var expected = y == 0 ? 1
            : variance <= mean ? SpecialFunctions.GammaLowerRegularized(y, mean)
            : SpecialFunctions.BetaRegularized(y, mean * mean / (variance - mean), (variance - mean) / variance);
        AssertClose(expected, Distributions.CountAtLeast(y, mean, variance), 1e-8);
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void CountAtMost_IsTheSumOfTheMass(long y, double mean, double variance)
    {
        if (y > 2000)
        {
            return;
        }

        var sum = 0.0;
        for (var k = 0; k <= y; k++)
        {
            sum += variance <= mean
                ? Poisson.PMF(mean, k)
                : Math.Exp(SpecialFunctions.GammaLn(k + (mean * mean / (variance - mean))) - SpecialFunctions.GammaLn(mean * mean / (variance - mean)) - SpecialFunctions.GammaLn(k + 1.0)
                    + (mean * mean / (variance - mean) * Math.Log(mean / variance)) + (k * Math.Log((variance - mean) / variance)));
        }

        AssertClose(sum, Distributions.CountAtMost(y, mean, variance), 1e-8);
    }

    [Theory]
    [MemberData(nameof(Binomials))]
    public void Binomial_TailsAreTheSumOfTheMass(long k, long n, double p)
    {
        var (most, least) = (0.0, 0.0);
        for (var i = 0; i <= n; i++)
        {
            var mass = Math.Exp(SpecialFunctions.GammaLn(n + 1.0) - SpecialFunctions.GammaLn(i + 1.0) - SpecialFunctions.GammaLn(n - i + 1.0) + (i * Math.Log(p)) + ((n - i) * Math.Log(1 - p)));
            most += i <= k ? mass : 0;
            least += i >= k ? mass : 0;
        }

        AssertClose(Math.Min(1, most), Distributions.BinomialAtMost(k, n, p), 1e-7);
        AssertClose(Math.Min(1, least), Distributions.BinomialAtLeast(k, n, p), 1e-7);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(49)]
    [InlineData(1176)]
    public void StudentQuantile_AgreesWithMathNet(double freedom) =>
        AssertClose(StudentT.InvCDF(0, 1, freedom, 0.95), Distributions.StudentQuantile(0.95, freedom), 1e-7);

    [Fact]
    public void CountAtLeast_AfterEightZeros_ThreeContacts_IsBeyondChance()
    {
        // statistics.md: after 8 zeros, 3 contacts give p = 0.0004. φ = 1, μ = ½ / 8, variance μ (1 + 1/8).
        const double mean = 0.5 / 8;
        Assert.Equal(0.0004, Distributions.CountAtLeast(3, mean, mean * 1.125), 4);
        Assert.NotEqual(0, Distributions.CountAtLeast(3, mean, mean * 1.125), 4);
    }

    /// <summary>R 4.2.2: pnbinom(size = μ² ÷ (σ² − μ), mu = μ), ppois.</summary>
    [Theory]
    [InlineData(752, 2.25, 11, 1.420434488343e-76)]
    [InlineData(200, 30, 90, 4.603186499102e-21)]
    [InlineData(1000, 300, 300, 2.414920148297e-221)]
    [InlineData(5000, 100, 400, 1e-300)]
    public void CountAtLeast_FarInTheTail_IsThatOfR(long y, double mean, double variance, double expected) =>
        AssertClose(expected, Distributions.CountAtLeast(y, mean, variance), 1e-8);

    [Theory]
    [InlineData(2, 300, 900, 1.387700845027e-68)]
    [InlineData(10, 100, 100, 1.137687951695e-30)]
    public void CountAtMost_FarInTheTail_IsThatOfR(long y, double mean, double variance, double expected) =>
        AssertClose(expected, Distributions.CountAtMost(y, mean, variance), 1e-8);

    [Fact]
    public void Binomial_FarInTheTail_IsThatOfR()
    {
        AssertClose(2.369831882102e-94, Distributions.BinomialAtLeast(57, 59, 0.02), 1e-8);
        AssertClose(6.823349107845e-69, Distributions.BinomialAtLeast(300, 1000, 0.1), 1e-8);
        AssertClose(1.989403209178e-19, Distributions.BinomialAtMost(2, 5000, 0.01), 1e-8);
    }

    [Theory]
    [InlineData(0.95, 1, 6.313751514675)]
    [InlineData(0.95, 3, 2.353363434802)]
    [InlineData(0.95, 12, 1.782287555649)]
    [InlineData(0.95, 1176, 1.646150376538)]
    [InlineData(0.9995, 49, 3.500442891367)]
    public void StudentQuantile_IsThatOfR(double probability, double freedom, double expected) =>
        AssertClose(expected, Distributions.StudentQuantile(probability, freedom), 1e-10);

    /// <summary>By hand: (1, 3) has Σ(y − ȳ)² 2 and mean 2, (10, 20, 30) has 200 and 20; φ = 202 ÷ (1·2 + 2·20).</summary>
    [Fact]
    public void Dispersion_OfTwoSets_IsPooled()
    {
        var dispersion = default(Dispersion);
        dispersion.Add(2, 4, 10);
        dispersion.Add(3, 60, 1400);
        dispersion.Add(1, 99, 9801);
        Assert.Equal(202.0 / 42, dispersion.Value, 1e-12);
    }

    [Fact]
    public void CountAtLeast_FarBeyondDoubles_IsTheFloor() =>
        Assert.Equal(1e-300, Distributions.CountAtLeast(100_000, 1, 1));

    /// <summary>What lies outside of a distribution, and its ends.</summary>
    [Fact]
    public void Tails_AtTheEnds_AreCertainOrTheFloor()
    {
        Assert.Equal((1, 1), (Distributions.CountAtLeast(0, 5, 5), Distributions.CountAtLeast(-3, 5, 9)));
        Assert.Equal((1e-300, 1e-300), (Distributions.CountAtMost(-1, 5, 5), Distributions.CountAtMost(-1, 5, 9)));
        Assert.Equal((1, 1e-300), (Distributions.BinomialAtLeast(0, 5, 0.5), Distributions.BinomialAtLeast(6, 5, 0.5)));
        Assert.Equal((1, 1e-300), (Distributions.BinomialAtMost(5, 5, 0.5), Distributions.BinomialAtMost(-1, 5, 0.5)));
        Assert.Equal((1, 1), (Distributions.BinomialAtLeast(-1, 5, 0.5), Distributions.BinomialAtMost(6, 5, 0.5)));

        // By hand: all five, and none of five, of a half.
        Assert.Equal(0.03125, Distributions.BinomialAtLeast(5, 5, 0.5), 1e-15);
        Assert.Equal(0.03125, Distributions.BinomialAtMost(0, 5, 0.5), 1e-15);
        Assert.Equal(Math.Exp(-5), Distributions.CountAtMost(0, 5, 5), 1e-15);
        Assert.Equal(1 - Math.Exp(-5), Distributions.CountAtLeast(1, 5, 5), 1e-15);
    }

    /// <summary>Variance hardly above the mean is Poisson's; a mean of nothing has no contacts.</summary>
    [Fact]
    public void Count_OfAVarianceAtTheMean_IsPoissons()
    {
        Assert.Equal(Distributions.CountAtLeast(12, 10, 10), Distributions.CountAtLeast(12, 10, 10 * (1 + 1e-13)));
        Assert.Equal(Distributions.CountAtLeast(12, 10, 10), Distributions.CountAtLeast(12, 10, 3));
        Assert.Equal((1e-300, 1), (Distributions.CountAtLeast(1, 0, 0), Distributions.CountAtMost(0, 0, 0)));
        Assert.Equal(Distributions.CountAtMost(8, 10, 10), Distributions.CountAtMost(8, 10, 10 * (1 + 1e-13)));
    }

    /// <summary>R 4.2.2: pbeta.</summary>
    [Theory]
    [InlineData(0, 2, 3, 0)]
    [InlineData(-1, 2, 3, 0)]
    [InlineData(1, 2, 3, 1)]
    [InlineData(2, 2, 3, 1)]
    [InlineData(0.5, 1, 1, 0.5)]
    [InlineData(0.2, 2, 3, 0.1808)]
    [InlineData(0.8, 2, 3, 0.9728)]
    [InlineData(0.00001, 3, 5000, 2.00796829462476e-05)]
    [InlineData(0.99995, 7000, 2, 0.951320596751152)]
    [InlineData(0.00005, 0.5, 20000, 0.84270338748238)]
    [InlineData(0.3, 0.25, 0.75, 0.677544796177493)]
    public void Beta_IsThatOfR(double x, double a, double b, double expected) => Assert.Equal(expected, Distributions.Beta(x, a, b), Math.Max(1e-300, 1e-9 * expected));

    /// <summary>ln Γ by closed forms, and by R: below a half, in the middle, and where Stirling's series takes over.</summary>
    [Theory]
    [InlineData(0.5, 0.5723649429247001)]
    [InlineData(0.25, 1.28802252469808)]
    [InlineData(0.001, 6.90717888538385)]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 0.6931471805599453)]
    [InlineData(10, 12.80182748008147)]
    [InlineData(123.4, 469.336097442191)]
    [InlineData(1000000, 12815504.5691476)]
    [InlineData(1000001, 12815518.3846582)]
    [InlineData(5000000000.0, 106663518736.655)]
    public void LogGamma_IsThatOfR(double x, double expected) => Assert.Equal(expected, Distributions.LogGamma(x), Math.Max(1e-13, 1e-14 * Math.Abs(expected)));

    /// <summary>R: t quantiles near the middle and far out.</summary>
    [Theory]
    [InlineData(0.6, 5, 0.267180865704145)]
    [InlineData(0.51, 2, 0.0282899297993336)]
    [InlineData(0.9999, 1, 3183.0987571185)]
    [InlineData(0.975, 30.5, 2.04086944518632)]
    public void StudentQuantile_ElsewhereToo_IsThatOfR(double probability, double freedom, double expected) =>
        AssertClose(expected, Distributions.StudentQuantile(probability, freedom), 1e-10);

    /// <summary>R: ppois at means above and below the count, so that series and fraction are both asked.</summary>
    [Theory]
    [InlineData(10, 10, 0.542070285528148, 0.583039750192985)]
    [InlineData(10, 11, 0.659489357534339, 0.459888702693687)]
    [InlineData(10, 12, 0.757607838329488, 0.347229417554172)]
    [InlineData(10, 60, 1, 1.74423565464223e-15)]
    [InlineData(400, 380, 0.158550709784295, 0.853337633735578)]
    [InlineData(50000, 49800, 0.185625811199144, 0.815568842151269)]
    [InlineData(5000000, 5002000, 0.814461294137421, 0.185658312030038)]
    public void Poisson_IsThatOfR(long y, double mean, double least, double most)
    {
        AssertClose(least, Distributions.CountAtLeast(y, mean, mean), 1e-7);
        AssertClose(most, Distributions.CountAtMost(y, mean, mean), 1e-7);
    }

    [Fact]
    public void Dispersion_OfNothing_IsOne()
    {
        var dispersion = default(Dispersion);
        Assert.Equal(1, dispersion.Value);
        dispersion.Add(1, 9, 81);
        dispersion.Add(0, 0, 0);
        dispersion.Add(8, 0, 0);
        Assert.Equal(1, dispersion.Value);

        // 8 times ten: no variation at all, and never less than Poisson's.
        dispersion.Add(8, 80, 800);
        Assert.Equal(1, dispersion.Value);
        dispersion.Add(2, 40, 1000);
        Assert.Equal(200.0 / (70 + 20), dispersion.Value, 1e-12);
    }

    private static void AssertClose(double expected, double actual, double relative) =>
        Assert.True(Math.Abs(expected - actual) <= relative * Math.Max(Math.Abs(expected), 1e-290), $"expected {expected:R}, found {actual:R}");
}
