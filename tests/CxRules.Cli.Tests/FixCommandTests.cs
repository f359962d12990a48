namespace CxRules.Cli.Tests;

public sealed class FixCommandTests : IDisposable
{
    private const string Project = "name: a\nowners: { Billing: { email: b@example.test } }\ndispositions: { late-fee: { demand: failure } }\n";
    private const string Slips = "rule r \"R\"\n  author cx\n  if disposition == late-fe && weekly volume > 50\n  then route to Biling\n";
    private const string Mended = "rule r \"R\"\n  author cx\n  if disposition = late-fee and weekly volume > 50\n  then route to Billing\n";

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Slips_AreMendedInRounds()
    {
        _scratch.Write("cxrules.yaml", Project).Write("r.cxr", Slips);
        var run = Cli.Run("fix", _scratch.Root);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(Mended, File.ReadAllText(_scratch["r.cxr"]));
        Assert.Contains($"fixed {_scratch["r.cxr"]}:3:18 CXR1", run.Out, StringComparison.Ordinal);
        Assert.Contains("1 rule in 2 files", run.Out, StringComparison.Ordinal);
        var again = Cli.Run("fix", _scratch.Root);
        Assert.DoesNotContain("fixed", again.Out, StringComparison.Ordinal);
        Assert.Equal(0, again.ExitCode);
    }

    [Fact]
    public void Slips_InYaml_AreMended()
    {
        _scratch.Write("cxrules.yaml", Project).Write("r.yaml", "rules:\n  - rule: r\n    iff: disposition = late-fee\n    then: route to Billing\n");
        Assert.Equal(0, Cli.Run("fix", _scratch.Root).ExitCode);
        Assert.Contains("    if: disposition = late-fee\n", File.ReadAllText(_scratch["r.yaml"]), StringComparison.Ordinal);
    }

    [Fact]
    public void ProjectFile_IsMendedToo()
    {
        _scratch.Write("cxrules.yaml", Project.Replace("owners:", "ownrs:", StringComparison.Ordinal)).Write("r.cxr", Mended);
        Assert.Equal(0, Cli.Run("fix", _scratch.Root).ExitCode);
        Assert.Equal(Project, File.ReadAllText(_scratch["cxrules.yaml"]));
    }

    [Fact]
    public void CrLf_Stays()
    {
        _scratch.Write("cxrules.yaml", Project).Write("r.cxr", Slips.Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Equal(0, Cli.Run("fix", _scratch.Root).ExitCode);
        Assert.Equal(Mended.Replace("\n", "\r\n", StringComparison.Ordinal), File.ReadAllText(_scratch["r.cxr"]));
    }

    [Fact]
    public void DryRun_IsAPatch()
    {
        _scratch.Write("cxrules.yaml", Project).Write("r.cxr", Slips);
        var run = Cli.Run("fix", _scratch.Root, "--dry-run");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            $"--- a/{_scratch["r.cxr"]}\n+++ b/{_scratch["r.cxr"]}\n@@ -1,4 +1,4 @@\n rule r \"R\"\n   author cx\n"
            + "-  if disposition == late-fe && weekly volume > 50\n-  then route to Biling\n+  if disposition = late-fee and weekly volume > 50\n+  then route to Billing\n",
            run.Out);
        Assert.Equal(Slips, File.ReadAllText(_scratch["r.cxr"]));
    }

    [Theory]
    [InlineData("--dry-run")]
    [InlineData("--no-color")]
    public void Errors_ThatRemain_AreShownAndFail(string option)
    {
        _scratch.Write("cxrules.yaml", Project).Write("r.cxr", Slips).Write("s.cxr", "rule s\n  if weekly zebra > 3\n  then route to Billing\n");
        var run = Cli.Run("fix", _scratch.Root, option);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("s.cxr:2", option == "--dry-run" ? run.Error : run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingToFix_ChangesNothing()
    {
        _scratch.Write("cxrules.yaml", Project).Write("r.cxr", Mended);
        var before = File.GetLastWriteTimeUtc(_scratch["r.cxr"]);
        Assert.Equal(0, Cli.Run("fix", _scratch.Root).ExitCode);
        Assert.Equal(before, File.GetLastWriteTimeUtc(_scratch["r.cxr"]));
        Assert.Equal("", Cli.Run("fix", _scratch.Root, "--dry-run").Out);
    }

    [Fact]
    public void ReadOnlyFile_IsLeftAndTold()
    {
        _scratch.Write("cxrules.yaml", Project).Write("r.cxr", Slips);
        File.SetUnixFileMode(_scratch["r.cxr"], UnixFileMode.UserRead);
        var run = Cli.Run("fix", _scratch.Root);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("is left as it is", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("fixed", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no/such", "There is no file or folder")]
    [InlineData("", "There are no rules in")]
    public void Path_WithoutRules_IsMisuse(string path, string message)
    {
        var run = Cli.Run("fix", _scratch[path]);
        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}
