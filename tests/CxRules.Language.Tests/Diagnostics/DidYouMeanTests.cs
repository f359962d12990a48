using CxRules.Language.Diagnostics;

namespace CxRules.Language.Tests.Diagnostics;

public sealed class DidYouMeanTests
{
    private static readonly string[] Names = ["disposition", "sub-disposition", "handle time", "wait time", "channel", "Billing", "then", "if", "to", "until"];

    [Theory]
    [InlineData("dispositon", "disposition")]
    [InlineData("dispostiion", "disposition")]
    [InlineData("DISPOSITION", "disposition")]
    [InlineData("handle-time", "handle time")]
    [InlineData("time handle", "handle time")]
    [InlineData("billing", "Billing")]
    [InlineData("Biling", "Billing")]
    [InlineData("thn", "then")]
    [InlineData("hten", "then")]
    [InlineData("chan", "channel")]
    [InlineData("disp", "disposition")]
    public void Nearest_Slip_NamesWhatWasMeant(string word, string expected) => Assert.Equal(expected, DidYouMean.Nearest(word, Names));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("refund")]
    [InlineData("ch")]
    [InlineData("time")]
    public void Nearest_NothingNear_IsNull(string word) => Assert.Null(DidYouMean.Nearest(word, Names));

    [Fact]
    public void Nearest_TwoStartAlike_IsNull() => Assert.Null(DidYouMean.Nearest("outage", ["outage-in-the-north", "outage-in-the-south"]));

    [Fact]
    public void Nearest_EndlessWord_IsNull() => Assert.Null(DidYouMean.Nearest(new string('a', 100_000), Names));
}
