using CxRules.Runtime.Cases;

namespace CxRules.Runtime.Tests.Cases;

/// <summary>The formulas of statistics.md, "Excess of a case and its interval", written anew in R 4.2.2 (qt, pt, uniroot).</summary>
public sealed class ExcessTests
{
    /// <summary>A case of two Mondays and a Tuesday: k, m, S and ΣS². One weekday has one reference, another none.</summary>
    private static readonly ReferenceClass[] Week =
    [
        new(2, 8, 240, 7600), new(1, 7, 210, 6500), new(0, 8, 160, 3400), new(0, 8, 160, 3300), new(0, 8, 170, 3800), new(0, 1, 9, 81), default,
    ];

    private static readonly ReferenceClass[] Varied =
    [
        new(2, 8, 240, 9600), new(1, 7, 210, 6900), new(0, 8, 160, 3900), new(0, 8, 160, 3300), new(0, 8, 170, 4000), new(0, 1, 9, 81), default,
    ];

    [Theory]
    [InlineData(150, 1, null, null, 90, 39.61523478, 60, 80.38476522, 12.0553982)]
    [InlineData(150, 2.5, null, null, 90, 32.0335886, 60, 87.9664114, 16.53912723)]
    [InlineData(150, 1, 60, null, 60, 69.61523478, 90, 110.3847652, 12.0553982)]

    // Fewer than expected: nothing; and never less than nothing.
    [InlineData(80, 1, null, null, 90, 0, 0, 10.38476522, 12.0553982)]
    [InlineData(92, 1, null, null, 90, 0, 2, 22.38476522, 12.0553982)]

    // Picked for its count: the nearer the smallest that fires, the less is left.
    [InlineData(150, 1, null, 151L, 90, 39.61523478, 60, 80.38476522, 12.0553982)]
    [InlineData(150, 1, null, 150L, 90, 0, 0, 80.38476522, 12.0553982)]
    [InlineData(150, 1, null, 140L, 90, 0, 54.78552723, 80.38476522, 12.0553982)]
    [InlineData(150, 1, null, 120L, 90, 37.8926412, 59.87353193, 80.38476522, 12.0553982)]
    [InlineData(150, 1, null, 110L, 90, 39.26188239, 59.98519897, 80.38476522, 12.0553982)]
    [InlineData(400, 1, null, 110L, 90, 289.6152348, 310, 330.3847652, 12.0553982)]
    public void Of_ACase_IsThatOfR(long observed, double weekly, int? agreed, long? threshold, double expected, double low, double mid, double high, double error) =>
        AssertIs(Excess.Of(Week, observed, weekly, agreed, threshold), observed, expected, low, mid, high, error, 34);

    /// <summary>Expected are not the means of the references: Var = 2.5 · 40, and t(.95, 34) = 1.690924255.</summary>
    [Theory]
    [InlineData(40, null, 90, 43.09075745, 76.90924255, 10)]
    [InlineData(40, 60, 60, 73.09075745, 106.90924255, 10)]
    [InlineData(160, null, 90, 26.1815149, 93.8184851, 20)]
    public void Of_ASpread_IsTimesTheDispersion(double spread, int? agreed, double expected, double low, double high, double error) =>
        AssertIs(Excess.Of(Week, 150, 2.5, agreed, spread: spread), 150, expected, low, 150 - expected, high, error, 34);

    /// <summary>With the smallest count at 95 half a thousandth of a contact would be allowed for (R): that is not taken off a case.</summary>
    [Fact]
    public void Of_AnAllowanceOfNextToNothing_TakesNothingOff() => Assert.Equal(60m, Excess.Of(Week, 150, 1, threshold: 95)?.Mid);

    [Fact]
    public void Of_CountsThatVary_IsThatOfR() => AssertIs(Excess.Of(Varied, 150, 1), 150, 90, 19.99921713, 60, 100.0007829, 23.65616482, 34);

    /// <summary>After eight weeks of nothing, five contacts: the half a contact that is added keeps the error from nothing.</summary>
    [Fact]
    public void Of_NothingBefore_HasAnError() =>
        AssertIs(Excess.Of([new(1, 8, 0, 0), .. Enumerable.Repeat(new ReferenceClass(0, 8, 0, 0), 6)], 5, 1), 5, 0, 4.555437311, 5, 5, 0.2651650429, 49);

    [Fact]
    public void Of_OneDegreeOfFreedom_IsTheWidest() =>
        AssertIs(Excess.Of([new(1, 2, 20, 208), .. Enumerable.Repeat(new ReferenceClass(0, 1, 9, 81), 6)], 30, 1), 30, 10, 0, 20, 30, 3.921096785, 1);

    [Fact]
    public void Of_TooLittleHistory_IsUnknown()
    {
        // No reference of a weekday of the case; one of each, which leaves no degree of freedom.
        Assert.Null(Excess.Of([new(1, 0, 0, 0), new(0, 8, 80, 900)], 5, 1));
        Assert.Null(Excess.Of([new(1, 1, 9, 81), new(0, 1, 9, 81), default], 5, 1));
        Assert.NotNull(Excess.Of([new(1, 1, 9, 81), new(0, 2, 9, 81), default], 5, 1));
    }

    private static void AssertIs(Excess? excess, long observed, double expected, double low, double mid, double high, double error, int freedom)
    {
        Assert.NotNull(excess);
        Assert.Equal((observed, freedom), (excess.Observed, excess.Freedom));
        Assert.Equal(expected, (double)excess.Expected, 1e-6);
        Assert.Equal(low, (double)excess.Low, 1e-5);
        Assert.Equal(mid, (double)excess.Mid, 1e-5);
        Assert.Equal(high, (double)excess.High, 1e-5);
        Assert.Equal(error, excess.StandardError, 1e-6);
    }
}
