using CxRules.Model.Projects;
using CxRules.Runtime.Samples;

namespace CxRules.Runtime.Tests.Samples;

public sealed class StratifiedEstimateTests
{
    /// <summary>
    /// R. L. Scheaffer, W. Mendenhall, L. Ott, Elementary Survey Sampling, chapter 5 (households that view a show): p̂ = 0.60, V̂(p̂) = 0.0045 of 310
    /// households in strata of 155, 62 and 93, of which 20, 8 and 12 were asked and 16, 2 and 6 said yes.
    /// </summary>
    [Fact]
    public void Review_OfATextbook_HasItsTotalAndVariance()
    {
        var estimate = StratifiedEstimate.Of(SampleMethod.Review, [new(20, 155, 16), new(8, 62, 2), new(12, 93, 6)]);

        Assert.NotNull(estimate);
        Assert.Equal(0.60 * 310, estimate.Mid, 6);
        Assert.Equal(0.0045, Math.Pow(estimate.StandardError / 310, 2), 4);
        Assert.Equal(20.9067, estimate.StandardError, 3);
    }

    /// <summary>Worked by hand: 12 in 3 of 10 hours and 5 in 2 of 8 are 40 and 20; the variances are (10/3)²·12·0.7 and 4²·5·0.75.</summary>
    [Fact]
    public void Tally_OfTwoSites_AddsThemUp()
    {
        var estimate = StratifiedEstimate.Of(SampleMethod.Tally, [new(3, 10, 12), new(2, 8, 5)]);

        Assert.NotNull(estimate);
        Assert.Equal(60, estimate.Mid, 9);
        Assert.Equal(Math.Sqrt((100 / 9.0 * 12 * 0.7) + (16 * 5 * 0.75)), estimate.StandardError, 9);
    }

    /// <summary>With next to nothing sampled, a single stratum's interval is Garwood's or Wilson's, scaled.</summary>
    [Fact]
    public void Interval_OfASmallPartOfOneStratum_IsThatOfTheLimits()
    {
        var tally = StratifiedEstimate.Of(SampleMethod.Tally, [new(1, 1e9, 10)]);
        var review = StratifiedEstimate.Of(SampleMethod.Review, [new(40, 1e9, 3)]);
        var (low, high) = Limits.Wilson(3 / 40.0, 40);

        Assert.Equal((5.425e9, 16.962e9), (Math.Round(tally?.Low / 1e6 ?? 0) * 1e6, Math.Round(tally?.High / 1e6 ?? 0) * 1e6));
        Assert.Equal(low, review?.Low / 1e9 ?? 0, 6);
        Assert.Equal(high, review?.High / 1e9 ?? 0, 6);
    }

    [Theory]
    [InlineData(SampleMethod.Tally, 8, 8, 31)]
    [InlineData(SampleMethod.Review, 50, 50, 7)]
    public void Estimate_OfEverything_IsWhatWasFound(SampleMethod method, double looked, double whole, long found) =>
        Assert.Equal(new SampleEstimate(found, found, found, 0), StratifiedEstimate.Of(method, [new(looked, whole, found)]));

    [Fact]
    public void Estimate_WithAStratumThatNobodyLookedAt_IsUnknown() =>
        Assert.Null(StratifiedEstimate.Of(SampleMethod.Tally, [new(2, 10, 12), new(0, 8, 0)]));

    [Fact]
    public void Estimate_WithAStratumOfNothing_LeavesItOut() =>
        Assert.Equal(StratifiedEstimate.Of(SampleMethod.Tally, [new(2, 10, 12)]), StratifiedEstimate.Of(SampleMethod.Tally, [new(2, 10, 12), new(0, 0, 0)]));

    /// <summary>What was found is there; what was found to be otherwise is not.</summary>
    [Theory]
    [InlineData(9, 10, 9)]
    [InlineData(9, 10, 0)]
    [InlineData(3, 4, 1)]
    public void Review_OfMostOfAPopulation_StaysWithinWhatIsKnown(double looked, double whole, long found)
    {
        var estimate = StratifiedEstimate.Of(SampleMethod.Review, [new(looked, whole, found)]);

        Assert.NotNull(estimate);
        Assert.InRange(estimate.Low, found, estimate.Mid);
        Assert.InRange(estimate.High, estimate.Mid, whole - (looked - found));
    }
}
