namespace CxRules.Cli.Tests;

public sealed class ConvertCommandTests : IDisposable
{
    private const string Sentences = "# why\nrule r \"Late fees\"\n  author   cx\n\n  if a = b\n     and (c = d or e)  # or\n  then route to Billing\n";
    private const string Yaml = "rules:\n  # why\n  - rule: r\n    title: Late fees\n    author: cx\n    if:\n      - a = b\n      - (c = d or e)  # or\n    then: route to Billing\n";

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("a.cxr", Sentences, "yaml", Yaml)]
    [InlineData("a.yaml", Yaml, "cxr", Sentences)]
    [InlineData("a.cxr", Sentences, "CXR", Sentences)]
    [InlineData("a.yaml", Yaml, "yaml", Yaml)]
    public void File_IsWrittenToStandardOutput(string name, string text, string to, string expected)
    {
        _scratch.Write(name, text);
        Assert.Equal(new(0, expected, ""), Cli.Run("convert", _scratch[name], "--to", to));
        Assert.Equal(text, File.ReadAllText(_scratch[name]));
        Assert.Single(Directory.GetFiles(_scratch.Root));
    }

    [Fact]
    public void CrLf_Stays()
    {
        _scratch.Write("a.cxr", Sentences.Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Equal(Yaml.Replace("\n", "\r\n", StringComparison.Ordinal), Cli.Run("convert", _scratch["a.cxr"], "--to", "yaml").Out);
    }

    [Fact]
    public void BrokenFile_ShowsItsErrors()
    {
        var run = Cli.Run("convert", _scratch.Write("a.cxr", "if then\n")["a.cxr"], "--to", "yaml");
        Assert.Equal((3, ""), (run.ExitCode, run.Out));
        Assert.Contains("error[CXR1", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void BrokenProject_DoesNotMatter()
    {
        _scratch.Write("cxrules.yaml", "nonsense: [\n").Write("a.cxr", Sentences);
        Assert.Equal(0, Cli.Run("convert", _scratch["a.cxr"], "--to", "yaml").ExitCode);
    }

    [Theory]
    [InlineData("", "is a folder: convert one file at a time")]
    [InlineData("no.cxr", "There is no file or folder")]
    [InlineData("cxrules.yaml", "is no file of rules")]
    [InlineData("s.source.yaml", "is no file of rules")]
    public void Path_ThatIsNoFileOfRules_IsMisuse(string path, string message)
    {
        _scratch.Write("cxrules.yaml", "name: a\n").Write("s.source.yaml", "source: a\n").Write("x/a.cxr", Sentences).Write("x/b.cxr", "rule b if a = b then route to X");
        var run = Cli.Run("convert", _scratch[path], "--to", "yaml");
        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}
