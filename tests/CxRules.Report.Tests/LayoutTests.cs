using CxRules.Report.Html;
using CxRules.Report.Layout;
using CxRules.Testing.Replays;

namespace CxRules.Report.Tests;

public sealed class LayoutTests
{
    [Theory]
    [InlineData("abc", 3)]
    [InlineData("東京", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("▁▂█", 3)]
    public void Width_IsColumns(string text, int width) => Assert.Equal(width, DisplayText.Width(text));

    [Theory]
    [InlineData("abcdef", 4, "abc…")]
    [InlineData("東京都", 4, "東…")]
    [InlineData("abc", 3, "abc")]
    [InlineData("abc", 0, "")]
    public void Cut_KeepsTheWidth(string text, int width, string expected) => Assert.Equal(expected, DisplayText.Cut(text, width));

    [Theory]
    [InlineData("0", "0")]
    [InlineData("2.25", "2.25")]
    [InlineData("21.54", "21.5")]
    [InlineData("1015.4", "1,015")]
    public void Quantity_HasThreeDigitsThatMatter(string value, string expected) =>
        Assert.Equal(expected, Figures.Quantity(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(0.004, "p = 0.004")]
    [InlineData(3e-12, "p = 3e-12")]
    [InlineData(1e-300, "p = 1e-300")]
    public void Chance_IsShort(double value, string expected) => Assert.Equal(expected, Figures.Chance(value));

    [Fact]
    public void Sparkline_ObservedAndExpected_ShareAScale()
    {
        CasePoint[] points = [Point(0, 8, false), Point(16, 8, true), Point(8, 16, false)];
        var line = Sparkline.Of([.. points], 10);
        Assert.Equal(("▁█▅", "▅▅█", 1, 2), (line.Observed, line.Expected, line.HotFrom, line.HotTo));
    }

    [Fact]
    public void Sparkline_LongHistoryShortCase_ShowsTheCase()
    {
        CasePoint[] points = [.. Enumerable.Range(0, 60).Select(i => Point(i == 40 ? 100 : 1, 1, i == 40))];
        Assert.Contains('█', Sparkline.Of([.. points], 8).Observed);
        Assert.Equal(8, Sparkline.Of([.. points], 8).Observed.Length);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 8)]
    [InlineData(752, 800)]
    [InlineData(4812, 6000)]
    public void ChartScale_TopIsRound(long highest, double top) => Assert.Equal(top, ChartScale.Of([Point(highest, 0, true)]).Top);

    private static CasePoint Point(long observed, decimal expected, bool inCase) => new(new(2011, 1, 1), observed, expected, 0, expected, inCase, inCase);
}
