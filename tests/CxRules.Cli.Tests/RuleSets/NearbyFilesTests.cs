using CxRules.Testing.RuleSets;

namespace CxRules.Cli.Tests.RuleSets;

public sealed class NearbyFilesTests : IDisposable
{
    private readonly Scratch _scratch = new Scratch().Write("rules/trees.cxr", "").Write("history/2026.csv", "");

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("rules/tree.cxr", "rules/trees.cxr")]
    [InlineData("rulse", "rules")]
    [InlineData("rules/potholes.cxr", null)]
    [InlineData("nowhere/trees.cxr", null)]
    public void Hint_NamesWhatIsBeside(string path, string? expected) =>
        Assert.Equal(expected is null ? "" : $" Did you mean `{_scratch[expected]}`?", NearbyFiles.Hint(_scratch[path]));

    [Fact]
    public void Replay_AFolderForAHistory_SaysHowToNameItsFiles()
    {
        _scratch.Write("rules/trees.cxr", "if disposition = trees and daily volume > 1 then route to PARK");
        var run = Cli.Run("replay", _scratch["rules"], "--history", _scratch["history"]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("is a folder: name the files in it", run.Error, StringComparison.Ordinal);
    }
}
