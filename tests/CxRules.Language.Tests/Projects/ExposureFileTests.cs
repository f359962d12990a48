using CxRules.Language.Tests.Docs;
using CxRules.Language.Text;

namespace CxRules.Language.Tests.Projects;

/// <summary>The files of `exposure` in a project.</summary>
public sealed class ExposureFileTests
{
    private const string Project = "exposure: { bills: data/bills.csv }\n";

    public static TheoryData<string, string> Mistakes => new()
    {
        { "‹day,count›\n2026-03-31,5\n", "its first line is not `date,count`" },
        { "‹›", "its first line is not `date,count`" },
        { "date,count\n‹31.03.2026›,5\n", "'31.03.2026' is no date" },
        { "date,count\n‹2026-02-30›,5\n", "'2026-02-30' is no date" },
        { "date,count\n2026-03-31,‹-5›\n", "'-5' is no count" },
        { "date,count\n2026-03-31,‹many›\n", "'many' is no count" },
        { "date,count\n2026-03-31,‹›\n", "'' is no count" },
        { "date,count\n‹2026-03-31›\n", "this line does not have two cells" },
        { "date,count\n‹2026-03-31,5,6›\n", "this line does not have two cells" },
        { "date,count\n2026-03-31,5\n‹2026-03-31›,6\n", "2026-03-31 has a line already" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void File_WithAMistake_IsReportedAtItsPlace(string marked, string reason)
    {
        var found = Assert.Single(Compile(marked.Replace("‹", "", StringComparison.Ordinal).Replace("›", "", StringComparison.Ordinal)).Diagnostics);
        var start = marked.IndexOf('‹', StringComparison.Ordinal);
        Assert.Equal(("CXR2141", "rules/data/bills.csv", start, marked.IndexOf('›', StringComparison.Ordinal) - start - 1), (found.Code, found.Text.File, found.Span.Start, found.Span.Length));
        Assert.Contains(reason, found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_OfDays_IsInTheProject()
    {
        var compilation = Compile("Date;Count\r\n2026-03-30;5,200\r\n2026-03-31;0.5\r\n");
        Assert.Empty(compilation.Diagnostics);
        var counts = Assert.Single(compilation.RuleSet.Project.Exposures).Counts;
        Assert.Equal([(new DateOnly(2026, 3, 30), 5200m), (new DateOnly(2026, 3, 31), 0.5m)], counts?.Select(day => (day.Key, day.Value)));
    }

    [Fact]
    public void File_ThatIsNotThere_IsReportedAtItsName()
    {
        var found = Assert.Single(Compile(null).Diagnostics);
        Assert.Equal(("CXR2140", "rules/cxrules.yaml", "bills"), (found.Code, found.Text.File, found.Text[found.Span]));
    }

    [Fact]
    public void Files_NobodyLookedFor_AreNotMissed() =>
        Assert.Empty(RuleCompilation.Create(new([], new SourceText("cxrules.yaml", Project), []), new DateOnly(2026, 1, 1)).Diagnostics);

    [Theory]
    [InlineData("CXR2140")]
    [InlineData("CXR2141")]
    public void Page_Examples_DoWhatTheySay(string code)
    {
        var blocks = PageBlock.Read(Path.Combine(MarkdownBlocks.DocsFolder(), "diagnostics", $"{code}.md"));
        var projects = blocks.Where(block => block.Language == "yaml").Select(block => block.Text).DefaultIfEmpty("exposure: { bills: exposure/bills.csv }").ToList();
        var tables = blocks.Where(block => block.Language == "csv").Select(block => new SourceText(block.Label, block.Text)).ToList();
        Assert.Equal([code], Codes(projects[0], tables[0]));
        Assert.Empty(Codes(projects[^1], tables[^1]));
    }

    private static IEnumerable<string> Codes(string project, SourceText table) =>
        RuleCompilation.Create(new([], new SourceText("cxrules.yaml", project), []) { Exposures = [table] }, new DateOnly(2026, 1, 1)).Diagnostics.Select(found => found.Code);

    private static RuleCompilation Compile(string? file) => RuleCompilation.Create(
        new([], new SourceText("rules/cxrules.yaml", Project), []) { Exposures = file is null ? [] : [new("rules/data/bills.csv", file)] },
        new DateOnly(2026, 1, 1));
}
