using System.Text.Json;
using System.Xml.Linq;
using CxRules.Report.Layout;
using CxRules.Report.Surveys;

namespace CxRules.Report.Tests.Surveys;

/// <summary>Every page in every format, over names that would break it.</summary>
public sealed class SurveyReportTests
{
    private static readonly Dictionary<string, Action<ReportFormat, ReportLayout, TextWriter>> s_pages = new()
    {
        ["overview"] = (format, layout, output) => SurveyReport.Write(SurveySample.Survey, SurveyView.Overview, format, layout, output),
        ["pareto"] = (format, layout, output) => SurveyReport.Write(SurveySample.Survey, SurveyView.Drivers, format, layout, output),
        ["causes"] = (format, layout, output) => SurveyReport.Write(SurveySample.Survey, SurveyView.Causes, format, layout, output),
        ["channels"] = (format, layout, output) => SurveyReport.Write(SurveySample.Survey, SurveyView.Channels, format, layout, output),
        ["satisfaction"] = (format, layout, output) => SurveyReport.Write(SurveySample.Survey, SurveyView.Satisfaction, format, layout, output),
        ["portfolio"] = (format, layout, output) => SurveyReport.Write(SurveySample.Portfolio, format, layout, output),
        ["owner"] = (format, layout, output) => SurveyReport.Write(SurveySample.Digest, format, layout, output),
        ["case"] = (format, layout, output) => SurveyReport.Write(SurveySample.Evidence(2), format, layout, output),
        ["standing demand"] = (format, layout, output) => SurveyReport.Write(SurveySample.Evidence(5), format, layout, output),
        ["case without a cost"] = (format, layout, output) => SurveyReport.Write(SurveySample.Evidence(8), format, layout, output),
    };

    public static TheoryData<string> Pages => [.. s_pages.Keys];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Html_OfHostileNames_IsWellFormedAndWithoutScript(string page)
    {
        var html = Write(page, ReportFormat.Html);
        var document = XDocument.Parse(html[html.IndexOf("<body>", StringComparison.Ordinal)..html.IndexOf("</html>", StringComparison.Ordinal)]);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\e", html, StringComparison.Ordinal);
        Assert.DoesNotContain(document.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name == "style");
        Assert.DoesNotMatch("""(src|href)\s*=\s*"(?!#)""", html);
        Assert.All(document.Descendants("table"), table => Assert.NotEmpty(table.Element("caption")?.Value ?? ""));
        Assert.All(document.Descendants("th"), head => Assert.NotNull(head.Attribute("scope")));
        Assert.All(document.Descendants("table"), table => Assert.Single(table.Descendants("tr").Select(row => row.Elements().Count()).Distinct()));
        Assert.Equal(page.Contains("case", StringComparison.Ordinal) || page == "standing demand", html.Contains("one-page\"", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Markdown_OfHostileNames_KeepsItsCells(string page)
    {
        var markdown = Write(page, ReportFormat.Markdown);
        Assert.DoesNotContain("<", markdown, StringComparison.Ordinal);
        foreach (var table in markdown.Split("\n\n").Where(part => part.StartsWith("| ", StringComparison.Ordinal)))
        {
            Assert.Single(table.Trim().Split('\n').Where(line => line.StartsWith('|')).Select(line => line.Replace("\\|", "", StringComparison.Ordinal).Count(character => character == '|')).Distinct());
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Pretty_OnAnyTerminal_KeepsToItsWidth(string page)
    {
        foreach (var width in (int[])[80, 100, 160])
        {
            var lines = Write(page, ReportFormat.Pretty, new(width)).Split('\n');
            Assert.All(lines, line => Assert.True(DisplayText.Width(line) <= width, $"{width}: {line}"));
            Assert.DoesNotContain(lines, line => line.Contains('\e', StringComparison.Ordinal) || line.EndsWith(' '));
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Pretty_InColour_SaysTheSame(string page) =>
        Assert.Equal(Write(page, ReportFormat.Pretty), System.Text.RegularExpressions.Regex.Replace(Write(page, ReportFormat.Pretty, new(100, Color: true)), "\e\\[[0-9;]*m", ""));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Json_OfAPage_NamesItAndItsHistory(string page)
    {
        var root = JsonDocument.Parse(Write(page, ReportFormat.Json)).RootElement;
        Assert.Equal(page.Contains("case", StringComparison.Ordinal) || page == "standing demand" ? "case" : page, root.GetProperty("report").GetString());
        Assert.Equal(58_251, root.GetProperty("history").GetProperty("accepted").GetInt64());
        Assert.Equal("USD", root.GetProperty("currency").GetString());
    }

    [Fact]
    public void Json_OfDrivers_HasEveryLine()
    {
        var root = JsonDocument.Parse(Write("pareto", ReportFormat.Json)).RootElement;
        var lines = root.GetProperty("drivers").GetProperty("disposition");
        Assert.Equal((30, Sample.Script), (lines.GetArrayLength(), lines[0].GetProperty("name").GetString()));
        Assert.Equal((450m, 0), (lines[0].GetProperty("cost").GetProperty("known").GetDecimal(), lines[0].GetProperty("cost").GetProperty("unknownContacts").GetInt64()));
        Assert.Equal("unknown disposition", root.GetProperty("findings")[1].GetProperty("gap").GetString());
        Assert.Equal(3, root.GetProperty("beside")[0].GetProperty("feedback").GetInt64());
    }

    [Fact]
    public void Drivers_BeyondThoseShown_AreOneLineThatAddsUp()
    {
        var row = Write("pareto", ReportFormat.Markdown).Split('\n').First(line => line.StartsWith("| 10 others", StringComparison.Ordinal));
        Assert.Contains($"| {Enumerable.Range(20, 10).Sum(index => 100 - index)} |", row, StringComparison.Ordinal);
        Assert.Contains("| ≥ ", row, StringComparison.Ordinal);
    }

    /// <summary>Case 3's rule does not say `with cost estimate`.</summary>
    [Fact]
    public void Digest_OfARuleWithoutCostEstimate_ShowsNoPrice()
    {
        var entry = JsonDocument.Parse(Write("owner", ReportFormat.Json)).RootElement.GetProperty("cases")[3];
        Assert.False(entry.GetProperty("costShown").GetBoolean());
        Assert.False(entry.TryGetProperty("cost", out _));
        Assert.False(entry.TryGetProperty("perYear", out _));
        var markdown = Write("owner", ReportFormat.Markdown);
        Assert.Contains("not shown", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("1,905", markdown, StringComparison.Ordinal);
        Assert.Contains("1,905", Write("portfolio", ReportFormat.Markdown), StringComparison.Ordinal);
    }

    /// <summary>Case 3 saved something, and its rule does not say `with cost estimate`.</summary>
    [Fact]
    public void Digest_OfSavings_ShowsThoseOfCasesWithAPrice()
    {
        var owner = JsonDocument.Parse(Write("owner", ReportFormat.Json)).RootElement.GetProperty("owner");
        Assert.Equal((3, 1, 25m), (owner.GetProperty("verifiedFixes").GetInt32(), owner.GetProperty("fixesWithoutSavings").GetInt32(), owner.GetProperty("told").GetProperty("customers").GetProperty("coverage").GetDecimal()));
        Assert.Equal(JsonValueKind.Null, owner.GetProperty("savings").ValueKind);
        Assert.Contains("Saved by fixes: not shown", Write("owner", ReportFormat.Markdown).Replace("**", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("portfolio", "Saved by verified fixes, at average cost")]
    [InlineData("portfolio", "-40.00 to 240")]
    [InlineData("portfolio", "3 of 12")]
    [InlineData("portfolio", "25.0 %")]
    [InlineData("owner", "2 of 2; 5 overdue")]
    [InlineData("case", "90 % interval")]
    [InlineData("case", "Each contact is claimed for")]
    [InlineData("case", "declined on")]
    [InlineData("case", "Which of the 4,812 contacts would have come anyway")]
    [InlineData("standing demand", "every contact of it counts, and chance plays no part")]
    [InlineData("case without a cost", "No cost: the cost table does not cover 2011.")]
    [InlineData("case without a cost", "What a year costs: a cost is unknown.")]
    public void Evidence_OfACase_Says(string page, string said) => Assert.Contains(said, Write(page, ReportFormat.Pretty, new(400)), StringComparison.Ordinal);

    [Theory]
    [InlineData(null, "–")]
    [InlineData("0", "0.0 %")]
    [InlineData("0.04", "<0.1 %")]
    [InlineData("8.02", "8.0 %")]
    [InlineData("99.96", "100 %")]
    [InlineData("100", "100 %")]
    public void Percent_IsReadDownAColumn(string? share, string expected) =>
        Assert.Equal(expected, SurveyWords.Percent(share is null ? null : decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("-0.0001", "0.000")]
    [InlineData("-0.0006", "-0.001")]
    [InlineData("0.24", "0.240")]
    public void Points_HaveNoMinusZero(string points, string expected) => Assert.Equal(expected, SurveyWords.Points(decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_Kept_ForAPersonToLookAt(string page)
    {
        var html = Write(page, ReportFormat.Html);
        Assert.EndsWith("</html>\n", html, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("CXRULES_KEEP_REPORTS") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, $"{page}.html"), html);
        }
    }

    private static string Write(string page, ReportFormat format, ReportLayout? layout = null)
    {
        using var output = new StringWriter();
        s_pages[page](format, layout ?? ReportLayout.Plain, output);
        return output.ToString();
    }
}
