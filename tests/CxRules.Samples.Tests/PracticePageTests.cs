using System.Text.RegularExpressions;

namespace CxRules.Samples.Tests;

/// <summary>docs/practice.md leads to what is there, and to tests that are.</summary>
public sealed partial class PracticePageTests
{
    private const int Practices = 24;

    public static TheoryData<string> Rows => [.. Table()];

    [Fact]
    public void Rows_AreOneForEachPractice() => Assert.Equal(Practices, Table().Count);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_Links_LeadSomewhere(string row)
    {
        var links = Link().Matches(row);
        Assert.True(links.Count > 0 || row.Contains('`', StringComparison.Ordinal), "The row says nothing of what is here.");
        foreach (Match link in links)
        {
            var page = Path.Combine(Repository.Root, "docs", link.Groups["page"].Value);
            Assert.True(File.Exists(page), $"There is no {page}.");
            if (link.Groups["anchor"].Value is { Length: > 0 } anchor)
            {
                Assert.Contains(anchor, File.ReadLines(page).Where(line => line.StartsWith('#')).Select(Anchor));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_Test_IsThere(string row)
    {
        var test = Test().Match(row.Split('|')[3]);
        Assert.True(test.Success, "The row names no test.");
        var (type, method) = (test.Groups["type"].Value, test.Groups["method"].Value);
        var file = Assert.Single(Directory.GetFiles(Path.Combine(Repository.Root, "tests"), $"{type}.cs", SearchOption.AllDirectories));
        Assert.Matches($@"public void {method}\(", File.ReadAllText(file));
    }

    private static List<string> Table() =>
        [.. SampleFile.Text("docs/practice.md").ReplaceLineEndings("\n").Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)];

    private static string Anchor(string heading) => NotOfAnchors().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\((?<page>[^)#]+)(#(?<anchor>[^)]+))?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<type>\w+Tests)\.(?<method>\w+)`")]
    private static partial Regex Test();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotOfAnchors();
}
