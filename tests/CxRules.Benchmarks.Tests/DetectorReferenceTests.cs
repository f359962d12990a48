using CxRules.Benchmarks.Detection;

namespace CxRules.Benchmarks.Tests;

/// <summary>EARS and the regression of Farrington's method against R 4.2.2 with surveillance 1.20.3: its figures, to the digits it printed.</summary>
public sealed class DetectorReferenceTests
{
    private static readonly long[] Counts = [5, 3, 7, 4, 6, 2, 5, 8, 12, 4, 3, 5, 9, 20, 25, 6, 4, 3, 30, 2, 1, 0, 5, 6, 7, 8, 40, 3];

    /// <summary>earsC's upper bounds of C1, from the eighth count on; C2's are the same two counts later.</summary>
    private static readonly double[] Bounds =
    [
        9.881218, 11.675665, 16.173538, 16.017159, 16.226268, 16.105018, 16.482220, 26.884071, 37.329640, 37.090357, 37.090357, 37.090357, 47.776041, 49.265473,
        47.372508, 39.073129, 38.979205, 39.110882, 39.286871, 13.821514, 52.049747,
    ];

    private static readonly double[] Level = [5, 3, 7, 4, 6, 2, 5, 8, 12, 4, 3, 5, 9, 6, 7, 6, 4, 3, 8, 2, 5, 6, 5, 6];
    private static readonly double[] Outbreaks = [5, 3, 7, 4, 6, 2, 5, 8, 60, 4, 3, 5, 9, 6, 7, 6, 4, 3, 30, 2, 5, 6, 5, 6];
    private static readonly double[] Rising = [20, 25, 22, 30, 28, 33, 31, 38, 35, 41, 40, 44, 47, 43, 50, 52, 49, 58, 60, 57, 63, 66, 61, 70];

    /// <summary>Counts, trend; algo.farrington.fitGLM.flexible with weightsThreshold 2.58, and glm.control(epsilon = 1e-14), for its usual 1e-8 stops at the sixth digit: mean, φ, upper bound at 0.1 % (nbPlugin), p of the trend.</summary>
    public static TheoryData<double[], bool, double, double, long> Regressions => new()
    {
        { Level, false, 5.4583333333, 1, 14 },
        { Level, true, 5.5113482752, 1.0332228138, 14 },
        { Outbreaks, false, 6.4178389291, 7.1910581524, 46 },
        { Outbreaks, true, 8.2839675269, 7.2650535189, 51 },
        { Rising, false, 44.2916666667, 4.7795410855, 102 },
        { Rising, true, 79.0115504508, 1, 108 },
    };

    [Fact]
    public void UpperBound_OfC1AndC2_IsThatOfR()
    {
        for (var i = 0; i < Bounds.Length; i++)
        {
            Assert.Equal(Bounds[i], Ears.UpperBound(Counts, i + 7, 0), 5e-7);
            Assert.Equal(Counts[i + 7] > Bounds[i], Ears.C1(Counts, i + 7));
            if (i + 9 < Counts.Length)
            {
                Assert.Equal(Bounds[i], Ears.UpperBound(Counts, i + 9, 2), 5e-7);
                Assert.Equal(Counts[i + 9] > Bounds[i], Ears.C2(Counts, i + 9));
            }
        }
    }

    /// <summary>Where C2 alone is above 3.09, the sum of what is above 1 is above 2.</summary>
    [Fact]
    public void C3_SumsThreeDays_AsPublished()
    {
        double[] parts = [.. Enumerable.Range(0, 3).Select(back => Math.Max(0, (Ears.Statistic(Counts, 18 - back, 2) ?? 0) - 1))];
        Assert.Equal(parts.Sum() > 2, Ears.C3(Counts, 18));
        Assert.True(Ears.C3(Counts, 13));
        Assert.True(Ears.C3(Counts, 14));
        Assert.False(Ears.C3(Counts, 11));
        Assert.False(Ears.C3(Counts, 3));
    }

    [Theory]
    [MemberData(nameof(Regressions))]
    public void Fit_WithAndWithoutTrend_IsThatOfR(double[] counts, bool hasTrend, double mean, double dispersion, long upper)
    {
        var fit = Farrington.Fit(counts, [.. Enumerable.Range(0, counts.Length).Select(i => (double)(i - counts.Length - 1))], hasTrend);
        Assert.Equal(mean, fit.Mean, 1e-6);
        Assert.Equal(dispersion, fit.Dispersion, 1e-6);
        Assert.True(fit.PValue(upper) > 0.001 && fit.PValue(upper + 1) <= 0.001, $"P(Y ≥ {upper + 1}) = {fit.PValue(upper + 1)}");
    }

    [Fact]
    public void Of_ATrendThatLeadsBeyondAllSeen_IsLeftOut()
    {
        double[] times = [.. Enumerable.Range(-25, 24).Select(time => (double)time)];
        Assert.Equal(44.2916666667, Farrington.Of(Rising, times).Mean, 1e-6);
        Assert.Equal(5.4583333334, Farrington.Of(Level, times).Mean, 1e-6);
    }
}
