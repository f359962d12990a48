namespace CxRules.Cli.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("", 0, "cxrules replay RULES", "")]
    [InlineData("--help", 0, "cxrules check  RULES", "")]
    [InlineData("--version", 0, "cxrules 0.", "")]
    [InlineData("check --help", 0, "--fail-level", "")]
    [InlineData("replay --help", 0, "--max-rejects", "")]
    [InlineData("chek rules", 1, "", "there is no command `chek`. Did you mean `check`?")]
    [InlineData("chek rules", 1, "", "See `cxrules --help`.")]
    [InlineData("check", 1, "", "say which rules: `cxrules check RULES`")]
    [InlineData("replay --from 2026-01-01", 1, "", "say which rules: `cxrules replay RULES`")]
    [InlineData("check a b", 1, "", "there is no argument `b` of `cxrules check`. Check takes one file or folder at a time")]
    [InlineData("replay a b.csv", 1, "", "there is no argument `b.csv` of `cxrules replay`. A history is given as `--history FILE`.")]
    [InlineData("fmt --help", 0, "--check", "")]
    [InlineData("fix --help", 0, "--dry-run", "")]
    [InlineData("convert --help", 0, "--to", "")]
    [InlineData("init --help", 0, "DIR", "")]
    [InlineData("fmtt a", 1, "", "there is no command `fmtt`. Did you mean `fmt`?")]
    [InlineData("fmt", 1, "", "say which rules: `cxrules fmt RULES`")]
    [InlineData("fix", 1, "", "say which rules: `cxrules fix RULES`")]
    [InlineData("convert --to yaml", 1, "", "say which file: `cxrules convert FILE --to cxr`")]
    [InlineData("convert a.cxr", 1, "", "--to")]
    [InlineData("convert a.cxr --to json", 1, "", "there is no spelling `json`: cxr, yaml")]
    [InlineData("convert a.cxr b.yaml --to yaml", 1, "", "writes to standard output")]
    [InlineData("fmt a b", 1, "", "Fmt takes one file or folder at a time")]
    [InlineData("fmt a --chek", 1, "", "there is no option `--chek` of `cxrules fmt`. Did you mean `--check`?")]
    [InlineData("fix a --dryrun", 1, "", "Did you mean `--dry-run`?")]
    [InlineData("init a b", 1, "", "there is no argument `b` of `cxrules init`")]
    [InlineData("replay a --maxrejects 3", 1, "", "there is no option `--maxrejects` of `cxrules replay`. Did you mean `--max-rejects`?")]
    [InlineData("check a --format pdf", 1, "", "there is no format `pdf`: pretty, json, markdown, html")]
    [InlineData("check a --fail-level never", 1, "", "there is no level `never`: error, warning")]
    [InlineData("check a --report html", 1, "", "`--report html` is not FORMAT=FILE")]
    [InlineData("check a --report pdf=x", 1, "", "`--report pdf=x` is not FORMAT=FILE")]
    [InlineData("replay a --from 31.12.2026", 1, "", "`31.12.2026` is no day: write 2026-03-31.")]
    [InlineData("replay a --from 2026-02-02 --to 2026-01-01", 1, "", "--from 2026-02-02 is after --to 2026-01-01.")]
    [InlineData("replay a --max-rejects lots", 1, "", "`lots` is no percentage")]
    [InlineData("replay a --max-rejects 101", 1, "", "`101` is no percentage")]
    [InlineData("check /no/such/rules", 1, "", "There is no file or folder `/no/such/rules`.")]
    public void Use_RightOrWrong_SaysSo(string line, int exitCode, string output, string error)
    {
        var run = Cli.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(output, run.Out, StringComparison.Ordinal);
        Assert.Contains(error, run.Error, StringComparison.Ordinal);
        Assert.Equal(exitCode == 0, run.Error.Length == 0);
        Assert.Equal(exitCode != 0, run.Out.Length == 0);
    }

    [Fact]
    public void InternalFault_IsOneLineAndAFile()
    {
        using var error = new StringWriter();
        Assert.Equal(1, InternalFault.Report(new InvalidOperationException("first\nsecond"), ["check", "x"], error));
        var lines = error.ToString().TrimEnd().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Contains("InvalidOperationException: first second", lines[0], StringComparison.Ordinal);
        var file = lines[1][lines[1].IndexOf('/', StringComparison.Ordinal)..];
        Assert.Contains("second", File.ReadAllText(file), StringComparison.Ordinal);
        File.Delete(file);
    }
}
