using System.Text.Json;

namespace CxRules.Cli.Tests;

public sealed class CheckCommandTests : IDisposable
{
    private const string Card = "if disposition=billing-confusion and weekly volume > baseline×1.3 then route to Billing with cost estimate\n";

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Card_Alone_HasNoErrors()
    {
        var run = Cli.Run("check", _scratch.Write("card.cxr", Card)["card.cxr"], "--format", "json");
        Assert.Equal(0, run.ExitCode);
        var root = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal((1, 1), (root.GetProperty("files").GetInt32(), root.GetProperty("rules").GetInt32()));
        Assert.DoesNotContain(root.GetProperty("diagnostics").EnumerateArray(), diagnostic => diagnostic.GetProperty("severity").GetString() == "error");
    }

    [Fact]
    public void Mistake_Pretty_PointsAtItsLine()
    {
        var run = Cli.Run("check", _scratch.Write("card.cxr", Card.Replace("then route", "then rout", StringComparison.Ordinal))["card.cxr"]);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("card.cxr:1:72", run.Out, StringComparison.Ordinal);
        Assert.Contains("^^^^", run.Out, StringComparison.Ordinal);
        Assert.Contains("docs/diagnostics/CXR", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_AboveSeveral_ChecksEach()
    {
        _scratch.Write("a/cxrules.yaml", "name: a\n").Write("a/a.cxr", Card).Write("b/cxrules.yaml", "name: b\n").Write("b/b.cxr", "if then\n");
        var run = Cli.Run("check", _scratch.Root);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("2 rules in 4 files", run.Out, StringComparison.Ordinal);
        Assert.Contains("b/b.cxr:1", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Color_OnTheTerminalOnly()
    {
        var path = _scratch.Write("bad.cxr", "if then\n")["bad.cxr"];
        Assert.DoesNotContain('\e', Cli.Run("check", path).Out);
        Assert.Contains('\e', Cli.Run(80, "check", path).Out);
        Assert.DoesNotContain('\e', Cli.Run(80, "check", path, "--no-color").Out);
    }

    [Fact]
    public void Reports_AreWrittenBesideStandardOutput()
    {
        var path = _scratch.Write("card.cxr", Card)["card.cxr"];
        var run = Cli.Run("check", path, "--report", $"json={_scratch["r.json"]}", "--report", $"html={_scratch["r.html"]}");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(1, JsonDocument.Parse(File.ReadAllText(_scratch["r.json"])).RootElement.GetProperty("rules").GetInt32());
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(_scratch["r.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_ThatCannotBeWritten_IsToldAndFails()
    {
        var run = Cli.Run("check", _scratch.Write("card.cxr", Card)["card.cxr"], "--report", $"json={_scratch["no/such/folder.json"]}");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("cannot be written", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error", 0)]
    [InlineData("warning", 2)]
    public void Warnings_FailOnlyWhenAsked(string level, int exitCode)
    {
        _scratch.Write("cxrules.yaml", "name: a\nowners: { Billing: {} }\n").Write("a.cxr", Card);
        var run = Cli.Run("check", _scratch.Root, "--fail-level", level);
        Assert.Contains("warning[CXR3", run.Out, StringComparison.Ordinal);
        Assert.Equal(exitCode, run.ExitCode);
    }
}
