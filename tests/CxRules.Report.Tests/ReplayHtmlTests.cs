using System.Text.RegularExpressions;
using System.Xml.Linq;
using CxRules.Report.Replays;
using CxRules.Testing.Replays;

namespace CxRules.Report.Tests;

public sealed class ReplayHtmlTests
{
    private static readonly string s_page = Write(Sample.Result);

    [Fact]
    public void Page_HostileNames_AreTextAndNeverMarkup()
    {
        Assert.DoesNotContain("<script", s_page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>tags", s_page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;", s_page, StringComparison.Ordinal);
        Assert.DoesNotContain("\e", s_page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_AsXml_IsWellFormed()
    {
        var document = AsXml(s_page);
        Assert.Equal(12, document.Descendants("section").Count(section => (string?)section.Attribute("class") == "case"));
        Assert.Empty(document.Descendants("script"));
        Assert.DoesNotContain(document.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name == "style");
    }

    [Fact]
    public void Page_NeedsNoNetwork()
    {
        Assert.DoesNotMatch("""(src|href)\s*=\s*"(?!#)""", s_page);
        Assert.DoesNotContain("url(", s_page, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", s_page, StringComparison.Ordinal);
    }

    [Fact]
    public void Policy_AllowsItsOwnStyleByHashAndNothingElse()
    {
        var style = Regex.Match(s_page, "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value;
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(style)));
        Assert.Contains($"default-src 'none'; style-src 'sha256-{hash}'", s_page, StringComparison.Ordinal);
    }

    [Fact]
    public void Ranking_IsByMoneyThenByContacts()
    {
        var names = AsXml(s_page).Descendants("table").First().Descendants("tbody").Elements("tr").Select(row => row.Descendants("bdi").First().Value).ToArray();
        Assert.Equal("Storm damage that residents report", names[0]);
        Assert.Equal("Customers cannot read the new bill", names[1]);
        Assert.Equal(["Outage in the north", "broken-signs"], names[^2..]);
    }

    [Fact]
    public void Charts_HaveTextAlternativesAndTables()
    {
        var document = AsXml(s_page);
        var ids = document.Descendants().Attributes("id").Select(id => id.Value).ToArray();
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        var images = document.Descendants("svg").Where(svg => (string?)svg.Attribute("role") == "img").ToArray();
        Assert.Equal(12, images.Length);
        foreach (var image in images)
        {
            Assert.All(((string?)image.Attribute("aria-labelledby") ?? "").Split(' '), id => Assert.Contains(id, ids));
            Assert.NotEmpty(image.Element("desc")?.Value ?? "");
        }

        Assert.All(document.Descendants("table"), table => Assert.NotEmpty(table.Element("caption")?.Value ?? ""));
        Assert.All(document.Descendants("th"), head => Assert.NotNull(head.Attribute("scope")));
        Assert.Equal(Sample.Result.Cases.Sum(@case => @case.Chart.Length), document.Descendants("table").Where(table => (string?)table.Attribute("class") == "figures").Descendants("tbody").Elements("tr").Count());
    }

    [Fact]
    public void UnknownCost_SaysWhy()
    {
        Assert.Contains(Sample.NoChance, s_page, StringComparison.Ordinal);
        Assert.Contains("Costs are invented", s_page, StringComparison.Ordinal);
    }

    [Fact]
    public void DeclinedCase_SaysWhoWhyAndWhatItCostsSince() => Assert.Contains("by Anna &lt;Berg&gt; (acceptable | performance);", s_page, StringComparison.Ordinal);

    [Fact]
    public void NoCases_StillAPage() => Assert.Contains("No case was opened.", Write(Sample.Empty), StringComparison.Ordinal);

    private static string Write(ReplayResult result)
    {
        using var output = new StringWriter();
        ReplayReport.Write(result, ReportFormat.Html, ReportLayout.Plain, output);
        return output.ToString();
    }

    /// <summary>The page as XML: everything after the head, which has void elements.</summary>
    private static XDocument AsXml(string page) => XDocument.Parse(page[page.IndexOf("<body>", StringComparison.Ordinal)..page.IndexOf("</html>", StringComparison.Ordinal)]);
}
