using CxRules.Language.Tests.Docs;
using CxRules.Language.Text;
using CxRules.Model.Projects;

namespace CxRules.Language.Tests.Projects;

/// <summary>The files of `samples` in a project.</summary>
public sealed class SampleFileTests
{
    private const string Project = "samples: { meter: { file: data/meter.csv, until: 2026-03-31 } }\n";
    private const string Tally = "date,sampled hours,total hours,count\n";
    private const string Review = "date,looked at,found,contacts\n";

    public static TheoryData<string, string> Mistakes => new()
    {
        { "‹›", "it is empty" },
        { "‹day,sampled hours,total hours,count›\n2026-03-01,1,10,2\n", "its first line has no `date`" },
        { "‹date,count›\n2026-03-01,2\n", "its first line does not say what was looked at and what was found" },
        { "‹date,sampled hours,count›\n2026-03-01,2,3\n", "its first line has no `total hours`" },
        { "‹date,looked at,found,site›\n2026-03-01,2,3,north\n", "it has a column 'site' and none with the contacts of each" },
        { "‹date,sampled hours,total hours,count,note›\n2026-03-01,2,10,3,x\n", "nobody knows what its column 'note' is" },
        { "‹date,date,sampled hours,total hours,count›\n", "'date' stands twice in its first line" },
        { Tally + "‹1.3.2026›,1,10,2\n", "'1.3.2026' is no date" },
        { Tally + "2026-03-01,‹one›,10,2\n", "'one' is no number of hours" },
        { Tally + "2026-03-01,1,‹-10›,2\n", "'-10' is no number of hours" },
        { Tally + "2026-03-01,1,10,‹2.5›\n", "'2.5' is no count" },
        { Tally + "2026-03-01,‹11›,10,2\n", "more hours are sampled than there are" },
        { Tally + "2026-03-01,0,10,‹2›\n", "something was found where nobody looked" },
        { Tally + "‹2026-03-01,1,10›\n", "this line has 3 cells, and the first line 4" },
        { Tally + "2026-03-01,1,10,2\n‹2026-03-01›,1,10,2\n", "2026-03-01 has a line already" },
        { Review + "2026-03-01,5,‹6›,100\n", "more were found than looked at" },
        { Review + "2026-03-01,‹50›,6,40\n", "more contacts were looked at than there were" },
        { Review + "2026-03-01,‹5.5›,1,100\n", "'5.5' is no number of contacts" },
        { "from,to,sampled hours,total hours,count\n2026-03-08,‹2026-03-02›,1,10,2\n", "2026-03-02 comes before 2026-03-08" },
        { "from,to,site,sampled hours,total hours,count\n2026-03-02,2026-03-08,north,1,10,2\n2026-03-05,2026-03-05,south,1,10,2\n‹2026-03-08›,2026-03-09,North,1,10,2\n", "2026-03-08 has a line already for 'North'" },
        { "\"date‹›,sampled hours,total hours,count\n2026-03-01,1,10,2\n", "this quote is never closed" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void File_WithAMistake_IsReportedAtItsPlace(string marked, string reason)
    {
        var found = Assert.Single(Compile(marked.Replace("‹", "", StringComparison.Ordinal).Replace("›", "", StringComparison.Ordinal)).Diagnostics);
        var start = marked.IndexOf('‹', StringComparison.Ordinal);
        Assert.Equal(("CXR2143", "rules/data/meter.csv"), (found.Code, found.Text.File));
        Assert.Contains(reason, found.Message, StringComparison.Ordinal);
        if (!reason.Contains("quote", StringComparison.Ordinal))
        {
            Assert.Equal((start, marked.IndexOf('›', StringComparison.Ordinal) - start - 1), (found.Span.Start, found.Span.Length));
        }
    }

    [Fact]
    public void File_OfATally_IsInTheProject()
    {
        var compilation = Compile("Date;Site;Sampled Hours;total_hours;Count\r\n2026-03-02;north;2.5;10;7\r\n2026-03-01;north;0;10;0\r\n2026-03-02;south;1;8;3\r\n");
        Assert.Empty(compilation.Diagnostics);
        var sheet = Assert.Single(compilation.RuleSet.Project.Samples).Sheet;
        Assert.Equal(SampleMethod.Tally, sheet?.Method);
        Assert.Equal(
            [new(Day(1), Day(1), "north", 0, 10, 0), new(Day(2), Day(2), "north", 2.5m, 10, 7), new(Day(2), Day(2), "south", 1, 8, 3)],
            sheet?.Lines.AsEnumerable() ?? []);
    }

    [Fact]
    public void File_OfContactsThatWereLookedAt_MayLeaveTheirNumberToTheHistory()
    {
        var sheet = Assert.Single(Compile("from,to,looked at,found\n2026-03-02,2026-03-08,40,3\n").RuleSet.Project.Samples).Sheet;
        Assert.Equal(SampleMethod.Review, sheet?.Method);
        Assert.Equal([new SampleLine(Day(2), Day(8), "", 40, null, 3)], sheet?.Lines.AsEnumerable() ?? []);
    }

    [Fact]
    public void Lines_WithMistakes_AreAllReported() =>
        Assert.Equal(["CXR2143", "CXR2143", "CXR2143"], Compile(Tally + "x,1,10,2\n2026-03-01,y,z,2\n").Diagnostics.Select(found => found.Code));

    [Fact]
    public void Line_AfterTheLastDay_IsReported()
    {
        var found = Assert.Single(Compile(Tally + "2026-03-31,1,10,2\n2026-04-01,1,10,2\n").Diagnostics);
        Assert.Equal(("CXR2144", "2026-04-01"), (found.Code, found.Text[found.Span]));
    }

    [Fact]
    public void File_ThatIsNotThere_IsReportedAtItsName()
    {
        var found = Assert.Single(Compile(null).Diagnostics);
        Assert.Equal(("CXR2142", "rules/cxrules.yaml", "meter"), (found.Code, found.Text.File, found.Text[found.Span]));
    }

    [Fact]
    public void Files_NobodyLookedFor_AreNotMissed() =>
        Assert.Empty(RuleCompilation.Create(new([], new SourceText("cxrules.yaml", Project), []), new DateOnly(2026, 1, 1)).Diagnostics);

    [Theory]
    [InlineData("CXR2142")]
    [InlineData("CXR2143")]
    [InlineData("CXR2144")]
    public void Page_Examples_DoWhatTheySay(string code)
    {
        var blocks = PageBlock.Read(Path.Combine(MarkdownBlocks.DocsFolder(), "diagnostics", $"{code}.md"));
        var projects = blocks.Where(block => block.Language == "yaml").Select(block => block.Text).DefaultIfEmpty("samples: { meter-confusion: { file: samples/meter.csv, until: 2026-03-31 } }").ToList();
        var tables = blocks.Where(block => block.Language == "csv").Select(block => new SourceText(block.Label, block.Text)).ToList();
        Assert.Equal([code], Codes(projects[0], tables[0]));
        Assert.Empty(Codes(projects[^1], tables[^1]));
    }

    private static DateOnly Day(int day) => new(2026, 3, day);

    private static IEnumerable<string> Codes(string project, SourceText table) =>
        RuleCompilation.Create(new([], new SourceText("cxrules.yaml", project), []) { Samples = [table] }, new DateOnly(2026, 1, 1)).Diagnostics.Select(found => found.Code);

    private static RuleCompilation Compile(string? file) => RuleCompilation.Create(
        new([], new SourceText("rules/cxrules.yaml", Project), []) { Samples = file is null ? [] : [new("rules/data/meter.csv", file)] },
        new DateOnly(2026, 1, 1));
}
