using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CxRules.Cli.Tests;

public sealed class ReplayCommandTests : IDisposable
{
    private const string Source = "source: crm\nformat: csv\nzone: Europe/London\nfields:\n  id: id\n  occurred at: at\n  channel: channel\n  disposition: reason\n";
    private const string Rule = "if disposition = billing and daily volume > baseline × 1.5 and beyond chance then route to Billing with cost estimate\n";

    private readonly Scratch _scratch = new Scratch().Write("rules/spike.cxr", Rule).Write("h/all.csv", History());

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Spike_IsOneCaseForItsOwner()
    {
        Project(null).Write("rules/crm.source.yaml", Source);
        var root = Json(Cli.Run("replay", _scratch["rules"], "--history", _scratch["h/all.csv"], "--format", "json"));
        var @case = Assert.Single(root.GetProperty("cases").EnumerateArray());
        Assert.Equal(("spike", "2026-03-10"), (@case.GetProperty("rule").GetString(), @case.GetProperty("peak").GetString()));
        Assert.Equal("Billing", @case.GetProperty("owners")[0].GetString());
        Assert.Equal("GBP", @case.GetProperty("cost").GetProperty("currency").GetString());
    }

    [Theory]
    [InlineData("pretty", "1 case")]
    [InlineData("markdown", "| 2026-03-11 |")]
    [InlineData("html", "<table class=\"ranking\">")]
    public void Formats_ShowTheCase(string format, string expected)
    {
        Project("h/*.csv").Write("rules/crm.source.yaml", Source);
        var run = Cli.Run("replay", _scratch["rules"], "--format", format);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(expected, run.Out, StringComparison.Ordinal);
        Assert.Contains("Billing", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void History_InPartsOrWhole_DecidesAlike()
    {
        Project(null).Write("rules/crm.source.yaml", Source);
        var lines = History().Split('\n');
        _scratch.Write("parts/a.csv", string.Join('\n', lines[..500]) + "\n").WriteGzip("parts/b.csv.gz", string.Join('\n', lines[500..].Prepend(lines[0])));
        var whole = Json(Cli.Run("replay", _scratch["rules"], "--history", _scratch["h/all.csv"], "--format", "json"));
        var parts = Json(Cli.Run("replay", _scratch["rules"], "--history", _scratch["parts/*"], "--format", "json"));
        Assert.Equal(whole.GetProperty("cases").ToString(), parts.GetProperty("cases").ToString());
        Assert.Equal(2, parts.GetProperty("history").GetProperty("files").GetArrayLength());
    }

    [Fact]
    public void Source_BesideTheHistory_IsFound()
    {
        Project(null).Write("h/crm.source.yaml", Source);
        Assert.Equal(0, Cli.Run("replay", _scratch["rules"], "--history", _scratch["h/all.csv"]).ExitCode);
    }

    [Theory]
    [InlineData("state: accepted, at: 2026-03-12", "error", 0, "\"state\": \"accepted\"", "")]
    [InlineData("state: closed, at: 2026-03-12", "error", 0, "\"state\": \"routed\"", "warning[CXR2308]")]
    [InlineData("state: closed, at: 2026-03-12", "warning", 2, "\"state\": \"routed\"", "warning[CXR2308]")]
    [InlineData("state: verified, at: 2026-03-12", "error", 3, "", "error[CXR2306]")]
    public void Transitions_AreTakenOrReported(string step, string level, int exitCode, string expected, string said)
    {
        Project("h/*.csv").Write("rules/crm.source.yaml", Source);
        var id = Assert.Single(Json(Cli.Run("replay", _scratch["rules"], "--format", "json")).GetProperty("cases").EnumerateArray()).GetProperty("id").GetString();
        _scratch.Write("a.transitions.yaml", $"transitions: [{{ case: {id}, by: Anna, {step} }}]\n");

        var run = Cli.Run("replay", _scratch["rules"], "--transitions", _scratch["a.transitions.yaml"], "--format", "json", "--fail-level", level);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(expected, run.Out, StringComparison.Ordinal);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such.yaml", "There is no file")]
    [InlineData("rules", "is a folder")]
    public void Transitions_ThatAreNotThere_AreRefused(string file, string said)
    {
        Project("h/*.csv").Write("rules/crm.source.yaml", Source);

        var run = Cli.Run("replay", _scratch["rules"], "--transitions", _scratch[file]);

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatCannotRunYet_IsRefusedByReplayAndNotByCheck()
    {
        Project(null).Write("rules/crm.source.yaml", Source).Write("rules/spike.cxr", "rule watch\nif csharp \"contact.Transfers > 2\" then route to Billing\n");
        File.AppendAllText(_scratch["rules/cxrules.yaml"], "csharp: on\n");
        Assert.Equal(0, Cli.Run("check", _scratch["rules"]).ExitCode);
        var run = Cli.Run("replay", _scratch["rules"], "--history", _scratch["h/all.csv"]);
        Assert.Equal((3, ""), (run.ExitCode, run.Out));
        Assert.Contains("error[CXR1205]: `replay` cannot evaluate `csharp` yet.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void RulesOfATable_AreReadFromTheRuleSetAndRun()
    {
        const string Rule = "for each row of \"tables/limits.csv\" as t\nrule busy\nif disposition = t.code and daily volume > t.limit contacts then route to Billing\n";
        Project(null).Write("rules/crm.source.yaml", Source).Write("rules/spike.cxr", Rule).Write("rules/tables/limits.csv", "code,limit\nbilling,20\n");
        var root = Json(Cli.Run("replay", _scratch["rules"], "--history", _scratch["h/all.csv"], "--format", "json"));
        Assert.Equal("busy/billing", root.GetProperty("cases").EnumerateArray().First().GetProperty("rule").GetString());
        _scratch.Write("rules/spike.cxr", Rule.Replace("tables/limits.csv", "../limits.csv", StringComparison.Ordinal)).Write("limits.csv", "code,limit\nbilling,20\n");
        Assert.Contains("it would be outside the rule set", Cli.Run("check", _scratch["rules"]).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1, "Nothing says how to read the history.")]
    [InlineData("one", 0, "")]
    [InlineData("one two", 1, "Several sources could describe the history")]
    [InlineData("one two --source two", 0, "")]
    [InlineData("one two --source tow", 1, "did you mean `two`?")]
    public void Source_IsPicked(string sources, int exitCode, string message)
    {
        Project(null);
        var words = sources.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in words.TakeWhile(word => word[0] != '-'))
        {
            _scratch.Write($"rules/{name}.source.yaml", Source.Replace("source: crm", $"source: {name}", StringComparison.Ordinal));
        }

        var run = Cli.Run(["replay", _scratch["rules"], "--history", _scratch["h/all.csv"], .. words.SkipWhile(word => word[0] != '-')]);
        Assert.True(exitCode == run.ExitCode, run.Error);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rules", "No history is given")]
    [InlineData("rules --history nowhere.csv", "There is no history file `nowhere.csv`.")]
    public void History_Missing_IsTold(string line, string message)
    {
        Project(null).Write("rules/crm.source.yaml", Source);
        var words = line.Split(' ');
        var run = Cli.Run(["replay", _scratch[words[0]], .. words[1..]]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void SeveralRuleSets_AreListed()
    {
        _scratch.Write("a/cxrules.yaml", "name: a\n").Write("a/a.cxr", Rule).Write("b/cxrules.yaml", "name: b\n").Write("b/b.cxr", Rule);
        var run = Cli.Run("replay", _scratch.Root, "--history", _scratch["h/all.csv"]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"holds 2 rule sets, and a replay is of one: `{_scratch["a"]}`, `{_scratch["b"]}`.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void BrokenRules_AreShownAndNothingRuns()
    {
        Project(null).Write("rules/crm.source.yaml", Source).Write("rules/bad.cxr", "if dispositon = billing then route to Billing\n");
        var run = Cli.Run("replay", _scratch["rules"], "--history", _scratch["h/all.csv"]);
        Assert.Equal((3, ""), (run.ExitCode, run.Out));
        Assert.Contains("bad.cxr:1:4", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void FromAndTo_BoundTheEvaluations()
    {
        Project("h/all.csv").Write("rules/crm.source.yaml", Source);
        Assert.Equal(0, Json(Cli.Run("replay", _scratch["rules"], "--to", "2026-03-01", "--format", "json")).GetProperty("cases").GetArrayLength());
    }

    private Scratch Project(string? history) => _scratch.Write("rules/cxrules.yaml", $$"""
        name: test
        zone: Europe/London
        currency: GBP
        owners: { Billing: { email: billing@example.test } }
        costs:
          - from: 2025-01-01
            contacts: { spend: 1000 GBP per month, contacts: 200 per month }
        {{(history is null ? "" : $"history: {{ files: [\"../{history}\"] }}")}}

        """);

    /// <summary>Seventy days of about twenty contacts about bills, and a hundred and twenty on 10 March.</summary>
    private static string History()
    {
        var text = new StringBuilder("id,at,channel,reason\n");
        for (var day = 0; day < 75; day++)
        {
            var date = new DateOnly(2026, 1, 5).AddDays(day);
            var count = date == new DateOnly(2026, 3, 10) ? 120 : 20 + (day * 7 % 5);
            for (var contact = 0; contact < count; contact++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{day}-{contact},{date:yyyy-MM-dd} {9 + (contact % 8):00}:{contact % 60:00},phone,billing\n");
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
