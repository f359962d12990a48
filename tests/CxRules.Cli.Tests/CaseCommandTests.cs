using System.Globalization;
using System.Text;
using System.Text.Json;
using CxRules.Model.Cases;

namespace CxRules.Cli.Tests;

/// <summary>`cxrules case`, over 75 days of about twenty contacts about bills, and a hundred and twenty on 10 March: one case, opened at the midnight after.</summary>
public sealed class CaseCommandTests : IDisposable
{
    private const string Before = "# Ours.\ntransitions:\n  - { case: ID, state: acknowledged, at: 2026-03-11T10:00, by: Ben }   # seen\n";

    private readonly Scratch _scratch;
    private readonly string _id;

    public CaseCommandTests()
    {
        _scratch = new Scratch()
            .Write("rules/spike.cxr", "if disposition = billing and daily volume > baseline × 1.5 and beyond chance then route to Billing with cost estimate\n")
            .Write("rules/crm.source.yaml", "source: crm\nformat: csv\nzone: Europe/London\nfields:\n  id: id\n  occurred at: at\n  channel: channel\n  disposition: reason\n  customer: customer\n")
            .Write("rules/cxrules.yaml", "name: test\nzone: Europe/London\ncurrency: GBP\nowners: { Billing: { email: billing@example.test } }\ncosts:\n  - { from: 2025-01-01, contacts: { spend: 1000 GBP per month, contacts: 200 per month } }\nhistory: { files: [\"../h/*.csv\"] }\n")
            .Write("h/all.csv", History());
        _id = Assert.Single(Json(Cli.Run("case", "list", _scratch["rules"], "--format", "json")).GetProperty("cases").EnumerateArray()).GetProperty("id").GetString() ?? "";
        _scratch.Write("a.transitions.yaml", Before.Replace("ID", _id, StringComparison.Ordinal));
    }

    private string Written => File.ReadAllText(_scratch["a.transitions.yaml"]);

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void List_ShowsStateAndOwner()
    {
        var run = Case("list");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches($"^{_id}  acknowledged 2026-03-11  spike +Billing +[0-9]+ GBP\n$", run.Out);
        Assert.Contains("No such case.", Case("list", "--state", "declined").Out, StringComparison.Ordinal);
        Assert.Contains("Did you mean `declined`?", Case("list", "--state", "declind").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_SaysWhoCanDoWhatNext()
    {
        var run = Case("show", _id[..5]);

        Assert.Contains("2026-03-11 10:00 acknowledged by Ben", run.Out, StringComparison.Ordinal);
        Assert.Contains("Next: its owner can accept, decline, dispute; the CX lead can merge, false-alarm.", run.Out, StringComparison.Ordinal);
        Assert.Equal("acknowledged", Json(Case("show", _id, "--format", "json")).GetProperty("state").GetString());
    }

    [Fact]
    public void Step_ThatIsPossible_IsAddedBelowTheOthers()
    {
        var run = Case("decline", _id, "--by", "Anna Berg", "--on", "2026-03-12", "--reason", "fine, as it is", "--review", "2026-06-30", "--cap", "3000 GBP");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith(Before.Replace("ID", _id, StringComparison.Ordinal), Written, StringComparison.Ordinal);
        Assert.EndsWith($"  - case: {_id}\n    state: declined\n    at: 2026-03-12\n    by: Anna Berg\n    because: 'fine, as it is'\n    review by: 2026-06-30\n    cap: 3000 GBP\n", Written, StringComparison.Ordinal);
        Assert.Contains("declined by Anna Berg: fine, as it is, review by 2026-06-30, cap 3,000 GBP", run.Out, StringComparison.Ordinal);
        Assert.Equal("declined", Json(Case("show", _id, "--format", "json")).GetProperty("state").GetString());
    }

    [Fact]
    public void Step_InANewFile_MakesIt()
    {
        var run = Cli.Run("case", "accept", _scratch["rules"], _id, "--by", "Anna", "--on", "2026-03-12T09:30", "--transitions", _scratch["new.transitions.yaml"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal($"transitions:\n  - {{ case: {_id}, state: accepted, at: 2026-03-12T09:30, by: Anna }}\n", File.ReadAllText(_scratch["new.transitions.yaml"]));
    }

    [Theory]
    [InlineData(3, "cannot become closed", "close")]
    [InlineData(1, "needs --because", "dispute")]
    [InlineData(1, "needs --review-by 2026-06-30", "decline", "--because", "no")]
    [InlineData(1, "`much` is not an amount of money", "decline", "--because", "no", "--review-by", "2026-06-30", "--cap", "much")]
    [InlineData(1, "is no owner", "route", "--owner", "Biling")]
    [InlineData(1, "there is no option `--cap`", "accept", "--cap", "3 GBP")]
    public void Step_ThatCannotBe_LeavesTheFileAsItIs(int exitCode, string said, string verb, params string[] more)
    {
        var run = Case(verb, [_id, "--by", "Anna", "--on", "2026-03-12", .. more]);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Out));
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.Equal(Before.Replace("ID", _id, StringComparison.Ordinal), Written);
    }

    [Fact]
    public void Step_WithoutADay_IsNow()
    {
        var run = Case("accept", _id, "--by", "Anna");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("The history ends before that time.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0000000000000000")]
    [InlineData("")]
    public void Step_OfNoCase_IsRefused(string id)
    {
        var run = Case("accept", id, "--by", "Anna", "--on", "2026-03-12");

        Assert.Equal(1, run.ExitCode);
        Assert.NotEmpty(run.Error);
        Assert.Equal(Before.Replace("ID", _id, StringComparison.Ordinal), Written);
    }

    [Fact]
    public void Told_CountsWhoHeardOfIt()
    {
        Assert.Contains("say who was told", Case("told", _id, "--by", "CX").Error, StringComparison.Ordinal);

        var run = Case("told", _id, "--by", "CX", "--on", "2026-03-13", "--customers", "k1", "k2", "--format", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith($"told:\n  - {{ case: {_id}, at: 2026-03-13, by: CX, customers: [k1, k2] }}\n", Written, StringComparison.Ordinal);
        var loop = Json(run).GetProperty("loops").EnumerateArray().First();
        Assert.Equal((2, 40, 5m), (loop.GetProperty("told").GetInt32(), loop.GetProperty("spokeUp").GetInt32(), loop.GetProperty("coverage").GetDecimal()));
    }

    [Fact]
    public void Verbs_AreThoseOfTheTable()
    {
        var help = Cli.Run("case", "--help").Out;

        Assert.All(CaseVerb.All, verb => Assert.Contains($"  {verb.Name} <RULES> <ID>", help, StringComparison.Ordinal));
        Assert.Contains("Did you mean `accept`?", Cli.Run("case", "acept").Error, StringComparison.Ordinal);
        Assert.Contains("say which rules: `cxrules case accept RULES`", Cli.Run("case", "accept").Error, StringComparison.Ordinal);
    }

    private Cli Case(string verb, params string[] more) => Cli.Run(["case", verb, _scratch["rules"], .. more, "--transitions", _scratch["a.transitions.yaml"]]);

    private static string History()
    {
        var text = new StringBuilder("id,at,channel,reason,customer\n");
        for (var day = 0; day < 75; day++)
        {
            var date = new DateOnly(2026, 1, 5).AddDays(day);
            var count = date == new DateOnly(2026, 3, 10) ? 120 : 20 + (day * 7 % 5);
            for (var contact = 0; contact < count; contact++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{day}-{contact},{date:yyyy-MM-dd} {9 + (contact % 8):00}:{contact % 60:00},phone,billing,k{contact % 40}\n");
            }
        }

        return text.ToString();
    }

    private static JsonElement Json(Cli run)
    {
        Assert.True(run.ExitCode == 0, run.Error);
        return JsonDocument.Parse(run.Out).RootElement;
    }
}
