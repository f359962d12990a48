using CxRules.Language.Binding;
using CxRules.Model.Cases;

namespace CxRules.Language.Tests.Binding;

/// <summary>P is disposition = refund throughout.</summary>
public sealed class SignalBindingTests
{
    private const string A = "(channel in phone)";
    private const string B = "(region in north)";
    private const string P = "(disposition in refund)";

    public static TheoryData<string, string> Sentences => new()
    {
        { "weekly volume > 50", "Volume P 7d > 50" },
        { "weekly volume > 50 contacts", "Volume P 7d > 50" },
        { "hourly volume >= 5", "Volume P 1h >= 5" },
        { "daily volume = 0", "Volume P 1d = 0" },
        { "monthly volume is below 9", "Volume P 28d < 9" },
        { "volume > 50 over 36 hours", "Volume P 36h > 50" },
        { "volume over 2 weeks > 50", "Volume P 14d > 50" },
        { "weekly volume between 5 and 10", "(Volume P 7d >= 5 and Volume P 7d <= 10)" },
        { "weekly volume of (channel = phone) > 5", $"Volume (and {A} {P}) 7d > 5" },
        { "weekly share > 10%", "Share P/all 7d > 10" },
        { "weekly share of (channel = phone) > 10%", $"Share (and {A} {P})/P 7d > 10" },
        { "weekly share among (region = north) > 10%", $"Share (and {P} {B})/{B} 7d > 10" },
        { "weekly share of (channel = phone) among (region = north) > 10%", $"Share (and {A} {B})/{B} 7d > 10" },
        { "weekly customers > 5 customers", "Customers P 7d > 5" },
        { "weekly cost > 5,000 GBP", "Cost P 7d > 5000" },
        { "weekly cancellations > 5", "Cancellations P 7d > 5" },
        { "hourly bottom-2 rate > 20%", $"Share (and {P} (rating LessOrEqual 2000000))/(and {P} (has rating)) 1h > 20" },
        { "daily top-2 rate < 50%", $"Share (and {P} (rating GreaterOrEqual 4000000))/(and {P} (has rating)) 1d < 50" },
        { "weekly average handle time > 10 min", "Average handle time P 7d > 600" },
        { "weekly average csat < 3.5", "Average csat P 7d < 3.5" },
        { "weekly median of wait time > 90 seconds", "Percentile 50 wait time P 7d > 90" },
        { "weekly 90th percentile of wait time > 5 minutes", "Percentile 90 wait time P 7d > 300" },
        { "weekly average refund > 20 GBP", "Average refund P 7d > 20" },
        { "weekly volume > baseline", "Volume P 7d > 1xmedian(8,4)" },
        { "weekly volume > baseline × 1.3", "Volume P 7d > 1.3xmedian(8,4)" },
        { "weekly volume > baseline*1.3", "Volume P 7d > 1.3xmedian(8,4)" },
        { "weekly volume > 1.3 × baseline", "Volume P 7d > 1.3xmedian(8,4)" },
        { "weekly volume > 2 × 1.5 × baseline", "Volume P 7d > 3xmedian(8,4)" },
        { "weekly volume > 130% of baseline", "Volume P 7d > 1.3xmedian(8,4)" },
        { "weekly volume > baseline + 100", "Volume P 7d > 1x+100median(8,4)" },
        { "weekly volume > baseline × 1.3 - 20 contacts", "Volume P 7d > 1.3x-20median(8,4)" },
        { "weekly volume > (baseline + 10) × 2", "Volume P 7d > 2x+20median(8,4)" },
        { "weekly volume > 100 + baseline", "Volume P 7d > 1x+100median(8,4)" },
        { "weekly share > baseline + 5%", "Share P/all 7d > 1x+5median(8,4)" },
        { "weekly average handle time > baseline + 30 seconds", "Average handle time P 7d > 1x+30median(8,4)" },
        { "weekly volume is 30% above baseline", "(Volume P 7d >= 1.3xmedian(8,4) and Volume P 7d > 1xmedian(8,4))" },
        { "weekly volume is 20% below baseline", "(Volume P 7d <= 0.8xmedian(8,4) and Volume P 7d < 1xmedian(8,4))" },
        { "weekly volume > baseline from median of 6 weeks", "Volume P 7d > 1xmedian(6,4)" },
        { "weekly volume > baseline from mean of 3 weeks", "Volume P 7d > 1xmean(3,3)" },
        { "monthly volume > baseline from median of 26 weeks", "Volume P 28d > 1xmedian(6,4)" },
        { "volume over 8 days > baseline from median of 8 weeks", "Volume P 8d > 1xmedian(4,4)" },
        { "daily volume > baseline from same weekday of 8 weeks", "Volume P 1d > 1xsameweekday(8,4)" },
        { "weekly volume > baseline from trimmed mean of 12 weeks × 1.3", "Volume P 7d > 1.3xtrimmedmean(12,4)" },
        { "weekly volume > baseline from ewma of 6 weeks", "Volume P 7d > 1xewma(6,4)" },
        { "weekly volume > baseline from per exposure bills × 1.3", "Volume P 7d > 1.3xperexposure(8,4) of bills" },
        { "hourly volume > baseline from median of 8 weeks", "Volume P 1h > 1xmedian(8,4)" },
        { "weekly volume > baseline from fixed 120 × 1.5", "Volume P 7d > 1.5xfixed(120)" },
        { "weekly average handle time > baseline from fixed 5 min", "Average handle time P 7d > 1xfixed(300)" },
        { "weekly volume of (channel = phone) > 2 × volume of (channel = chat)", $"Volume (and {A} {P}) 7d > 2x[Volume (and (channel in chat) {P}) 7d]" },
        { "weekly volume > daily volume × 5 + 1", "Volume P 7d > 5x+1[Volume P 1d]" },
        { "weekly customers < 50% of volume", "Customers P 7d < 0.5x[Volume P 7d]" },
        { "volume > 2 × volume of (channel = chat) over 3 days", $"Volume P 3d > 2x[Volume (and (channel in chat) {P}) 3d]" },
        { "daily volume beyond chance", "Volume P 1d beyond 0.001" },
        { "daily volume is above the expected range at 1%", "Volume P 1d beyond 0.01" },
        { "beyond chance over 3 days", "Volume P 3d beyond 0.001" },
        { "daily volume > 5 and beyond chance and weekly volume > 9", "(Volume P 1d > 5 and Volume P 7d beyond 0.001 and Volume P 7d > 9)" },
        { "weekly volume > baseline and at least 50 contacts", "(Volume P 7d > 1xmedian(8,4) and Volume P 7d >= 50)" },
        { "daily volume > 5 and more than 20 customers over 7 days", "(Volume P 1d > 5 and Customers P 7d > 20)" },
        { "weekly volume > 5 and fewer than 30 ratings", $"(Volume P 7d > 5 and Volume (and {P} (has rating)) 7d < 30)" },
        { "at most 5 contacts over 24 hours", "Volume P 24h <= 5" },
        { "(weekly volume > 5 or daily volume > 2)", "(Volume P 7d > 5 or Volume P 1d > 2)" },
        { "not weekly volume > 5", "not Volume P 7d > 5" },
        { "not not weekly volume > 5", "Volume P 7d > 5" },
        { "weekly share of (channel = phone) < 70%", $"Share (and {A} {P})/P 7d < 70" },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void If_Measure_IsTheSignal(string sentence, string expected)
    {
        var rule = Compiled.If($"disposition = refund and {sentence}");
        Assert.Equal(P, rule.Population.Key);
        Assert.Equal(expected, BoundPrinter.Signal(rule));
    }

    [Theory]
    [InlineData("weekly volume > baseline × 1.3", "Volume P 7d > 1.3xmedian(8,4) guard 0.001")]
    [InlineData("weekly volume is 20% below baseline", "(Volume P 7d <= 0.8xmedian(8,4) guard 0.001 and Volume P 7d < 1xmedian(8,4))")]
    [InlineData("weekly volume > 50", "Volume P 7d > 50")]
    [InlineData("weekly volume > baseline from fixed 50", "Volume P 7d > 1xfixed(50)")]
    [InlineData("not weekly volume > baseline", "not Volume P 7d > 1xmedian(8,4)")]
    [InlineData("weekly volume between baseline × 0.8 and baseline × 1.2", "(Volume P 7d >= 0.8xmedian(8,4) and Volume P 7d <= 1.2xmedian(8,4))")]
    public void If_ChanceGuard_StandsWithBaselines(string sentence, string expected) =>
        Assert.Equal(expected, BoundPrinter.Signal(Compiled.If(sentence, Compiled.Guarded)));

    [Fact]
    public void Until_ChanceGuard_StandsNever()
    {
        var rule = Compiled.Rule("if weekly volume > baseline\nuntil weekly volume < baseline × 1.1 for 14 days\nthen route to Billing", Compiled.Guarded);
        Assert.NotNull(rule.Until);
        Assert.Equal("Volume P 7d < 1.1xmedian(8,4)", BoundPrinter.Signal(rule.Until, rule));
    }

    [Theory]
    [InlineData("weekly volume > baseline", CaseBasis.Excess)]
    [InlineData("weekly volume > 5 and beyond chance", CaseBasis.Excess)]
    [InlineData("weekly volume above the expected range", CaseBasis.Excess)]
    [InlineData("weekly volume > 5", CaseBasis.All)]
    [InlineData("weekly volume > baseline from fixed 5", CaseBasis.Excess)]
    [InlineData("weekly volume of (channel = phone) > 2 × volume of (channel = chat)", CaseBasis.All)]
    public void Basis_ComparisonWithThePast_IsExcess(string sentence, CaseBasis basis) => Assert.Equal(basis, Compiled.If(sentence).Basis);

    [Theory]
    [InlineData("daily volume > 5 and weekly volume > 9", "7 days")]
    [InlineData("volume > 5 over 36 hours and daily volume > 1", "36 hours")]
    [InlineData("hourly volume > 5 and more than 3 contacts over 2 days", "2 days")]
    public void Window_Several_IsTheLongest(string sentence, string window) => Assert.Equal(window, Compiled.If(sentence).Window.ToString());

    [Fact]
    public void Baseline_ProjectSettings_AreTheDefault()
    {
        var project = Compiled.Project with { Baseline = new(CxRules.Model.Projects.BaselineMethod.Mean, 6, 5) };
        Assert.Equal("Volume P 7d > 1xmean(6,5)", BoundPrinter.Signal(Compiled.If("weekly volume > baseline", project)));
    }

    [Fact]
    public void Measures_WrittenAlike_AreEqual()
    {
        var rule = Compiled.If("weekly volume of (cancelled and channel = phone) > 5 and weekly volume of (channel is phone and cancelled) < 9");
        var and = Assert.IsType<BoundSignalAnd>(rule.Signal);
        Assert.Equal(((BoundThreshold)and.Operands[0]).Measure, ((BoundThreshold)and.Operands[1]).Measure);
    }
}
