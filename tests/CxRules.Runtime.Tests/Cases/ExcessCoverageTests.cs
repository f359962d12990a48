using CxRules.Runtime.Cases;
using MathNet.Numerics.Distributions;

namespace CxRules.Runtime.Tests.Cases;

/// <summary>Simulates cases whose true expectation is known and counts how often the 90 % interval holds the true excess.</summary>
public sealed class ExcessCoverageTests
{
    private const int Runs = 4000;
    private const int References = 8;

    /// <summary>statistics.md gives 90–93 % for one day and 89–93 % for 14; the issue asks for 86–94 %.</summary>
    [Theory]
    [InlineData(5, 1, 1)]
    [InlineData(5, 1, 14)]
    [InlineData(5, 3, 1)]
    [InlineData(5, 3, 14)]
    [InlineData(30, 1, 1)]
    [InlineData(30, 1, 14)]
    [InlineData(30, 3, 1)]
    [InlineData(30, 3, 14)]
    [InlineData(300, 1, 1)]
    [InlineData(300, 1, 14)]
    [InlineData(300, 3, 1)]
    [InlineData(300, 3, 14)]
    public void Interval_CoversTheTrueExcess_NineTimesInTen(double mean, double dispersion, int days)
    {
        var random = new Random(20260101 + (int)(mean * 1000) + (int)(dispersion * 100) + days);
        var covered = 0;
        for (var run = 0; run < Runs; run++)
        {
            // An unclipped case: far more contacts than expected, so that [0, O] does not cut the interval.
            var planted = (long)(mean * days * 2);
            var classes = new ReferenceClass[7];
            var observed = planted;
            var expected = 0.0;
            for (var weekday = 0; weekday < 7; weekday++)
            {
                var (sum, squares) = (0L, 0.0);
                for (var week = 0; week < References; week++)
                {
                    var count = Draw(random, mean, dispersion);
                    sum += count;
                    squares += (double)count * count;
                }

                var caseDays = (days / 7) + (weekday < days % 7 ? 1 : 0);
                for (var day = 0; day < caseDays; day++)
                {
                    // The truth of a forecast: the contacts that would have come anyway, not their mean.
                    var ordinary = Draw(random, mean, dispersion);
                    observed += ordinary;
                    expected += ordinary;
                }

                classes[weekday] = new(caseDays, References, sum, squares);
            }

            var excess = Excess.Of(classes, observed, 1);
            Assert.NotNull(excess);
            var truth = observed - expected;
            covered += (double)excess.Low <= truth && truth <= (double)excess.High ? 1 : 0;
        }

        Assert.InRange(covered / (double)Runs, 0.86, 0.94);
    }

    private static long Draw(Random random, double mean, double dispersion)
    {
        if (dispersion <= 1)
        {
            return Poisson.Sample(random, mean);
        }

        // Negative binomial as a Poisson whose rate is gamma distributed: variance = dispersion × mean.
        var shape = mean / (dispersion - 1);
        return Poisson.Sample(random, Gamma.Sample(random, shape, shape / mean));
    }
}
