using CxRules.Runtime.Cases;

namespace CxRules.Runtime.Tests.Cases;

public sealed class TruncationTests
{
    /// <summary>Roots found by R 4.2.2: uniroot over pt(…, lower.tail = FALSE).</summary>
    [Theory]
    [InlineData(60, 30, 6.5, 49, 47, 0.5, 29.81188897)]
    [InlineData(60, 30, 6.5, 49, 47, 0.05, 17.17272040)]
    [InlineData(60, 30, 6.5, 49, 55, 0.5, 27.04608355)]
    [InlineData(60, 30, 6.5, 49, 10, 0.05, 19.10241892)]

    // With two degrees of freedom both tails are alike again far below: the first root is meant. With one there may be none within twenty errors.
    [InlineData(60, 30, 6.5, 2, 55, 0.5, 25.2377105)]
    [InlineData(60, 30, 6.5, 1, 50, 0.5, 27.7462113)]
    [InlineData(60, 30, 6.5, 1, 55, 0.5, -100)]
    [InlineData(500, 300, 25, 12, 400, 0.5, 199.97276240)]
    public void Excess_OfACountThatFired_IsTheRoot(long observed, double expected, double error, int freedom, long threshold, double chance, double root) =>
        Assert.Equal(root, Truncation.Excess(observed, expected, error, freedom, threshold, chance), 1e-6);

    [Fact]
    public void Excess_FarAboveTheThreshold_IsWhatWasSeen() =>
        Assert.Equal(30, Truncation.Excess(60, 30, 6.5, 49, 1, 0.5), 1e-4);

    [Fact]
    public void Of_AThreshold_OnlyLowersTheLowAndTheMiddle()
    {
        ReferenceClass[] classes = [.. Enumerable.Range(0, 7).Select(day => new ReferenceClass(day == 0 ? 1 : 0, 8, 240, (8 * 900) + 200))];
        for (var observed = 40; observed < 120; observed++)
        {
            var plain = Assert.IsType<Excess>(Excess.Of(classes, observed, 1));
            var picked = Assert.IsType<Excess>(Excess.Of(classes, observed, 1, threshold: 40));
            Assert.True(0 <= picked.Low && picked.Low <= picked.Mid && picked.Mid <= picked.High);
            Assert.True(picked.Low <= plain.Low && picked.Mid <= plain.Mid && picked.High == plain.High);
            Assert.Equal(plain, Excess.Of(classes, observed, 1, threshold: observed + 1));
        }
    }
}
