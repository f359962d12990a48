using CxRules.Report.Layout;
using CxRules.Report.Replays;

namespace CxRules.Report.Tests;

public sealed class MarkdownTests
{
    [Fact]
    public void Table_HostileNames_KeepTheirCells()
    {
        using var output = new StringWriter();
        ReplayReport.Write(Sample.Result, ReportFormat.Markdown, ReportLayout.Plain, output);
        var rows = output.ToString().Split('\n').Where(line => line.StartsWith("| 2011", StringComparison.Ordinal)).ToArray();
        Assert.Equal(12, rows.Length);
        Assert.All(rows, row => Assert.Equal(11, row.Replace("\\|", "", StringComparison.Ordinal).Count(character => character == '|')));
        Assert.DoesNotContain("<", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("### What became of them\n\n- ", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a|b", "a\\|b")]
    [InlineData("<b>", "&lt;b&gt;")]
    [InlineData("two\nlines", "two\uFFFDlines")]
    [InlineData("@team", "&#64;team")]
    [InlineData("[x](y)", "\\[x\\]\\(y\\)")]
    public void Escape_Markup_IsText(string value, string expected) => Assert.Equal(expected, MarkdownText.Escape(value));
}
