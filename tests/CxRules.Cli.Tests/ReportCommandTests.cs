using System.Text.Json;

namespace CxRules.Cli.Tests;

public sealed class ReportCommandTests : IDisposable
{
    private const string CaseId = "06daefc039b6fda8";
    private static readonly string s_sample = Repository.PathOf("samples/money");
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("", "overview")]
    [InlineData("--pareto", "pareto")]
    [InlineData("--portfolio", "portfolio")]
    [InlineData("--owner logistics", "owner")]
    [InlineData("--case 06dae", "case")]
    [InlineData("--causes", "causes")]
    [InlineData("--channels", "channels")]
    [InlineData("--satisfaction", "satisfaction")]
    public void Report_OfEachKind_IsWrittenInEveryFormat(string options, string name)
    {
        var words = options.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(name, Json(words).GetProperty("report").GetString());
        foreach (var (format, expected) in new[] { ("pretty", "money-by-hand"), ("markdown", "## "), ("html", "<!DOCTYPE html>") })
        {
            var run = Run([.. words, "--format", format]);
            Assert.Equal((0, ""), (run.ExitCode, run.Error));
            Assert.Contains(expected, run.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Pareto_OfTheMoneySample_AddsUpToItsReplay()
    {
        var root = Json("--pareto");
        var replay = JsonDocument.Parse(Cli.Run("replay", s_sample, "--format", "json").Out).RootElement;
        var total = replay.GetProperty("totals").GetProperty("cost").GetProperty("mid").GetDecimal();
        Assert.Equal(1018m, total);
        foreach (var by in (string[])["disposition", "touchpoint", "owner", "demand"])
        {
            Assert.Equal(total, root.GetProperty("drivers").GetProperty(by).EnumerateArray().Sum(line => line.GetProperty("found").GetDecimal()));
        }

        Assert.Equal(10, root.GetProperty("all").GetProperty("contacts").GetInt64());
    }

    [Fact]
    public void Channels_OfTheMoneySample_AreThoseOfItsRows()
    {
        var channels = Json("--channels").GetProperty("channels").EnumerateArray().Select(line => (line.GetProperty("channel").GetString(), line.GetProperty("contacts").GetInt64()));
        Assert.Equal([("phone", 8L), ("chat", 2L)], channels);
    }

    [Fact]
    public void Ratings_WhereThereAreNone_AreUnknownWithTheReason()
    {
        var satisfaction = Json("--satisfaction").GetProperty("satisfaction");
        Assert.Equal("no contact has a rating", satisfaction.GetProperty("unknownBecause").GetString());
        Assert.Equal(JsonValueKind.Null, satisfaction.GetProperty("all").GetProperty("pointsLost").ValueKind);
    }

    [Fact]
    public void ReportFiles_SeveralFormats_AreWrittenBesideOutput()
    {
        var run = Run("--portfolio", "--report", $"html={_scratch["p.html"]}", "--report", $"markdown={_scratch["p.md"]}");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("money-by-hand: portfolio", run.Out, StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(_scratch["p.html"]), StringComparison.Ordinal);
        Assert.StartsWith("## money-by-hand: portfolio", File.ReadAllText(_scratch["p.md"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("state: accepted, at: 2026-03-06T12:00", 0, "accepted", "")]
    [InlineData("state: closed, at: 2026-03-06T12:00", 0, "routed", "CXR2308")]
    [InlineData("state: verified, at: 2026-03-06T12:00", 3, "", "CXR2306")]
    public void Transitions_AreTakenOrReported(string step, int exitCode, string state, string said)
    {
        _scratch.Write("a.transitions.yaml", $"transitions: [{{ case: {CaseId}, by: Anna, {step} }}]\n");
        var run = Run("--portfolio", "--transitions", _scratch["a.transitions.yaml"]);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(state, run.Out, StringComparison.Ordinal);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--pareto --causes", "Report one thing at a time: --pareto or --causes.")]
    [InlineData("--owner Legal --case 06dae", "Report one thing at a time: --owner or --case.")]
    [InlineData("--owner Logistic", "There is no owner `Logistic`. Did you mean `Logistics`?")]
    [InlineData("--owner Zebra", "There is no owner `Zebra`. There are: `Legal`, `Logistics`, `Marketing`, `Shops`.")]
    [InlineData("--case 06daefc039b6fda9", "There is no case `06daefc039b6fda9`. Did you mean `06daefc039b6fda8`?")]
    [InlineData("--from 2026-04-01 --to 2026-03-01", "--from 2026-04-01 is after --to 2026-03-01.")]
    [InlineData("--parreto", "there is no option `--parreto` of `cxrules report`. Did you mean `--pareto`?")]
    [InlineData("pareto", "What to report is named by an option")]
    [InlineData("--transitions no-such.yaml", "There is no file `no-such.yaml`.")]
    [InlineData("--history nowhere.csv", "There is no history file `nowhere.csv`")]
    public void WrongUse_IsRefusedWithAWayOut(string options, string message)
    {
        var run = Run(options.Split(' '));
        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--pareto")]
    [InlineData("--portfolio")]
    [InlineData("--channels")]
    [InlineData("--causes")]
    [InlineData("--satisfaction")]
    [InlineData("--owner Legal")]
    public void Report_OfAnEmptyHistory_IsStillAPage(string options)
    {
        _scratch.Write("h/empty.csv", "id,at,channel,reason,customer,seconds,cancelled,why,escalation\n");
        foreach (var format in (string[])["pretty", "markdown", "html", "json"])
        {
            var run = Run([.. options.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--history", _scratch["h/empty.csv"], "--format", format]);
            Assert.Equal((0, ""), (run.ExitCode, run.Error));
        }
    }

    [Fact]
    public void Terminal_HasColourAndAPipeHasNone()
    {
        Assert.Contains("\e[1m", Cli.Run(120, "report", s_sample).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\e", Run("--pareto").Out, StringComparison.Ordinal);
    }

    private static Cli Run(params string[] options) => Cli.Run(["report", s_sample, .. options]);

    private static JsonElement Json(params string[] options)
    {
        var run = Run([.. options, "--format", "json"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return JsonDocument.Parse(run.Out).RootElement;
    }
}
