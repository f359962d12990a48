using System.Text.Json;

namespace CxRules.Cli.Tests;

public sealed class InitCommandTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void NewFolder_HoldsWhatEveryCommandUnderstands()
    {
        var folder = _scratch["new/rules"];
        var run = Cli.Run("init", folder);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains($"cxrules replay {folder}", run.Out, StringComparison.Ordinal);
        var check = Cli.Run("check", folder, "--fail-level", "warning");
        Assert.True(check.ExitCode == 0, check.Out);
        Assert.Equal(new(0, "", ""), Cli.Run("fmt", "--check", folder));
    }

    /// <summary>The new bill of March, and nothing else: weeks of usual noise open no case.</summary>
    [Fact]
    public void Replay_OpensTheOneCase()
    {
        Cli.Run("init", _scratch["a"]);
        var run = Cli.Run("replay", _scratch["a"], "--format", "json");
        Assert.Equal(0, run.ExitCode);
        var root = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal(0, root.GetProperty("history").GetProperty("rejected").GetInt32());
        Assert.InRange(root.GetProperty("history").GetProperty("accepted").GetInt32(), 1_900, 2_200);
        var only = Assert.Single(root.GetProperty("cases").EnumerateArray());
        Assert.Equal("billing-confusion-spike", only.GetProperty("rule").GetString());
        Assert.StartsWith("2026-03-0", only.GetProperty("opened").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("2026-03-2", only.GetProperty("closed").GetString(), StringComparison.Ordinal);
        Assert.NotEqual(JsonValueKind.Null, only.GetProperty("cost").ValueKind);
        Assert.Equal("complaints-by-phone", Assert.Single(root.GetProperty("contactRoutes").EnumerateArray()).GetProperty("rule").GetString());
    }

    [Fact]
    public void SecondTime_NothingIsOverwritten()
    {
        Cli.Run("init", _scratch.Root);
        File.WriteAllText(_scratch["billing.cxr"], "mine");
        var run = Cli.Run("init", _scratch.Root);
        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains($"`{_scratch["cxrules.yaml"]}` is there already", run.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(_scratch["billing.cxr"]));
    }

    [Fact]
    public void FileInTheWay_IsNamed()
    {
        _scratch.Write("history/contacts.csv", "mine");
        var run = Cli.Run("init", _scratch.Root);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("history/contacts.csv` is there already", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_scratch["cxrules.yaml"]));
    }

    [Fact]
    public void OtherFiles_AreNoHindrance()
    {
        _scratch.Write("notes.txt", "mine");
        Assert.Equal(0, Cli.Run("init", _scratch.Root).ExitCode);
    }

    [Fact]
    public void FileForAFolder_IsMisuse()
    {
        var run = Cli.Run("init", _scratch.Write("a.txt", "x")["a.txt"]);
        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains("is a file: name a folder", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void History_IsTheSameEachTime()
    {
        Cli.Run("init", _scratch["a"]);
        Cli.Run("init", _scratch["b"]);
        Assert.Equal(File.ReadAllBytes(_scratch["a/history/contacts.csv"]), File.ReadAllBytes(_scratch["b/history/contacts.csv"]));
    }
}
