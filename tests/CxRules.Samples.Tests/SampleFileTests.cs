namespace CxRules.Samples.Tests;

public sealed class SampleFileTests
{
    public static TheoryData<string, string> SourceCopies { get; } = new()
    {
        { "samples/telecom/telecom.source.yaml", "rules/telecom/telecom.source.yaml" },
        { "samples/telecom/telecom.source.yaml", "samples/telecom/history/telecom.source.yaml" },
        { "samples/boston-311/history/boston-311.source.yaml", "rules/boston-311/boston-311.source.yaml" },
        { "samples/cfpb/history/cfpb.source.yaml", "rules/cfpb/cfpb.source.yaml" },
    };

    [Fact]
    public void CardsSentence_File_HoldsItVerbatimAndNothingElse() =>
        Assert.Equal(
            "if disposition=billing-confusion and weekly volume > baseline×1.3 then route to Billing with cost estimate\n",
            SampleFile.Text("samples/telecom/billing-confusion.cxr"));

    [Theory]
    [MemberData(nameof(SourceCopies))]
    public void SourceFile_Copy_SaysTheSame(string original, string copy) => Assert.Equal(SampleFile.Text(original), SampleFile.Text(copy));

    [Theory]
    [InlineData("City of Boston")]
    [InlineData("PDDL")]
    [InlineData("58,251")]
    [InlineData("addresses and coordinates were dropped")]
    public void BostonsReadme_Provenance_IsStated(string part) => Assert.Contains(part, SampleFile.Text("samples/boston-311/README.md"), StringComparison.Ordinal);

    [Fact]
    public void BostonsHistory_Lines_AreAsPublished()
    {
        var text = System.Text.Encoding.UTF8.GetString(SampleFile.Unzipped("samples/boston-311/history/2011-07_2011-12.csv.gz"));

        Assert.StartsWith("case_enquiry_id,open_dt,", text, StringComparison.Ordinal);
        Assert.Equal(58_251, text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1);
    }

    [Theory]
    [InlineData("Consumer Financial Protection Bureau")]
    [InlineData("public domain")]
    [InlineData("34,962")]
    [InlineData("`Company public response` was dropped")]
    public void BanksReadme_Provenance_IsStated(string part) => Assert.Contains(part, SampleFile.Text("samples/cfpb/README.md"), StringComparison.Ordinal);

    [Fact]
    public void BanksHistory_Lines_AreAsPublished()
    {
        var lines = System.Text.Encoding.UTF8.GetString(SampleFile.Unzipped("samples/cfpb/history/2017-05_2021-06.csv.gz")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("Complaint ID,Submitted via,Date submitted,Date received,State,Product,Sub-product,Issue,Sub-issue,Company response to consumer,Timely response?", lines[0]);
        Assert.Equal(34_962, lines.Length - 1);
    }

    /// <summary>What the page says of 24 September 2018: a batch of referrals, most of them written days before.</summary>
    [Fact]
    public void BanksKnownDay_Complaints_AreMostlyForwarded()
    {
        var day = System.Text.Encoding.UTF8.GetString(SampleFile.Unzipped("samples/cfpb/history/2017-05_2021-06.csv.gz")).Split('\n')
            .Select(line => line.Split(',')).Where(cells => cells.Length > 5 && cells[3] == "2018-09-24" && cells[5] == "Checking or savings account").ToList();

        Assert.Equal((31, 24, 26), (day.Count, day.Count(cells => cells[1] == "Referral"), day.Count(cells => cells[2] != cells[3])));
    }

    [Theory]
    [InlineData("samples/telecom/cxrules.yaml")]
    [InlineData("rules/telecom/cxrules.yaml")]
    [InlineData("rules/boston-311/cxrules.yaml")]
    [InlineData("rules/cfpb/cxrules.yaml")]
    public void CostTable_Note_SaysTheCostsAreInvented(string project) =>
        Assert.Contains(SampleFile.Text(project).Split('\n'), line => line.Trim().StartsWith("note: \"invented", StringComparison.Ordinal));

    [Theory]
    [InlineData("    dotnet run -c Release --project engine/CxRules.Cli -- replay samples/telecom/billing-confusion.cxr --history samples/telecom/history/2026.csv.gz")]
    [InlineData("    dotnet test CxRules.sln")]
    public void Readme_TwoCommands_StandOnTheirOwnLines(string command) => Assert.Contains(command, SampleFile.Text("README.md").ReplaceLineEndings("\n").Split('\n'));

    [Theory]
    [InlineData("rules/boston-311/trees.cxr", "rule tree-emergencies", "rule storm-damage")]
    [InlineData("samples/telecom/billing-confusion.cxr", "if disposition", null)]
    public void Readme_QuotedRule_IsTheFilesOwn(string file, string from, string? to)
    {
        var text = SampleFile.Text(file).ReplaceLineEndings("\n");
        var start = text.IndexOf(from, StringComparison.Ordinal);
        var end = to is null ? text.Length : text.IndexOf(to, StringComparison.Ordinal);
        var quoted = string.Join('\n', text[start..end].TrimEnd().Split('\n').Select(line => line.Length == 0 ? line : "    " + line));

        Assert.Contains(quoted, SampleFile.Text("README.md").ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }
}
