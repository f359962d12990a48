using System.Globalization;
using CxRules.Model.Projects;
using CxRules.Runtime.Samples;
using MathNet.Numerics.Distributions;
using Xunit.Abstractions;

namespace CxRules.Runtime.Tests.Samples;

/// <summary>
/// Simulates days of which a part is sampled, and counts how often the 90 % interval holds how many there really were. docs/statistics.md prints the
/// figures. Garwood's limits are known to hold more than they say where few are counted.
/// </summary>
public sealed class EstimateCoverageTests(ITestOutputHelper output)
{
    private const int Runs = 4000;
    private const double Quantile = 1.6449;

    /// <param name="strata">Sites, each with so many contacts in its open hours.</param>
    [Theory]
    [InlineData(1, 10, 2, 10)]
    [InlineData(1, 40, 2, 10)]
    [InlineData(1, 200, 2, 10)]
    [InlineData(1, 40, 7, 10)]
    [InlineData(3, 10, 2, 10)]
    [InlineData(3, 60, 2, 10)]
    [InlineData(6, 20, 3, 9)]
    public void Tally_OfRandomHours_HoldsTheTruthNineTimesInTen(int strata, double mean, double sampled, double open)
    {
        var random = new Random(20260101 + (strata * 1000) + (int)mean + (int)(10 * sampled));
        var (covered, plain) = (0, 0);
        for (var run = 0; run < Runs; run++)
        {
            var (truth, parts) = (0L, new List<Stratum>());
            for (var stratum = 0; stratum < strata; stratum++)
            {
                var found = Poisson.Sample(random, mean * sampled / open);
                truth += found + Poisson.Sample(random, mean * (open - sampled) / open);
                parts.Add(new(sampled, open, found));
            }

            Count(StratifiedEstimate.Of(SampleMethod.Tally, parts), truth, ref covered, ref plain);
        }

        AssertCoverage(covered, plain, string.Create(CultureInfo.InvariantCulture, $"tally, {strata} × {mean} contacts, {sampled} of {open} hours"));
    }

    /// <param name="strata">Sites, each with so many contacts.</param>
    [Theory]
    [InlineData(1, 500, 40, 0.02)]
    [InlineData(1, 500, 40, 0.2)]
    [InlineData(1, 60, 40, 0.1)]
    [InlineData(1, 2000, 200, 0.05)]
    [InlineData(3, 500, 30, 0.05)]
    [InlineData(4, 300, 60, 0.3)]
    public void Review_OfRandomContacts_HoldsTheTruthNineTimesInTen(int strata, int whole, int looked, double share)
    {
        var random = new Random(20260102 + (strata * 1000) + whole + looked + (int)(100 * share));
        var (covered, plain) = (0, 0);
        for (var run = 0; run < Runs; run++)
        {
            var (truth, parts) = (0L, new List<Stratum>());
            for (var stratum = 0; stratum < strata; stratum++)
            {
                var have = Binomial.Sample(random, share, whole);
                var found = Hypergeometric.Sample(random, whole, have, looked);
                truth += have;
                parts.Add(new(looked, whole, found));
            }

            Count(StratifiedEstimate.Of(SampleMethod.Review, parts), truth, ref covered, ref plain);
        }

        AssertCoverage(covered, plain, string.Create(CultureInfo.InvariantCulture, $"review, {strata} × {whole} contacts, {100 * share:0} % hits, {looked} looked at"));
    }

    private static void Count(SampleEstimate? estimate, long truth, ref int covered, ref int plain)
    {
        Assert.NotNull(estimate);
        covered += estimate.Low - 1e-9 <= truth && truth <= estimate.High + 1e-9 ? 1 : 0;
        plain += Math.Abs(truth - estimate.Mid) <= Quantile * estimate.StandardError ? 1 : 0;
    }

    /// <summary>Never under 87 %, and never worse than the middle ± z·√Var.</summary>
    private void AssertCoverage(int covered, int plain, string what)
    {
        var (share, usual) = (covered / (double)Runs, plain / (double)Runs);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {share:0.000} | {usual:0.000} |"));
        Assert.True(share is >= 0.87 and <= 0.995 && share >= usual - 0.02, $"{what}: {share:0.000}, the usual interval {usual:0.000}");
    }
}
