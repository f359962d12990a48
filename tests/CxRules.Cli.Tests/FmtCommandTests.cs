using System.Text;

namespace CxRules.Cli.Tests;

public sealed class FmtCommandTests : IDisposable
{
    private const string Sentence = "if a=b and   weekly volume>3 then route to Billing # why\n";
    private const string SentenceFormatted = "if a = b\n   and weekly volume > 3\nthen route to Billing  # why\n";
    private const string Yaml = "rules:\n- rule: r\n  then: [route to Billing]\n  if: a=b\n";
    private const string YamlFormatted = "rules:\n  - rule: r\n    then: route to Billing\n    if: a = b\n";
    private const string Broken = "rule x\n  if then\n";

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("a.cxr", Sentence, SentenceFormatted)]
    [InlineData("a.yaml", Yaml, YamlFormatted)]
    public void File_IsRewrittenAndListed(string name, string text, string expected)
    {
        var path = _scratch.Write(name, text)[name];
        var run = Cli.Run("fmt", path);
        Assert.Equal(new(0, path + "\n", ""), run);
        Assert.Equal(expected, File.ReadAllText(path));
        Assert.Equal(new(0, "", ""), Cli.Run("fmt", path));
        Assert.Equal(new(0, "", ""), Cli.Run("fmt", "--check", path));
    }

    [Fact]
    public void Check_ListsAndChangesNothing()
    {
        _scratch.Write("b.cxr", "rule b " + Sentence).Write("a.yaml", YamlFormatted).Write("cxrules.yaml", "name:   a\n");
        var run = Cli.Run("fmt", _scratch.Root, "--check");
        Assert.Equal((3, _scratch["b.cxr"] + "\n"), (run.ExitCode, run.Out));
        Assert.Contains("1 of 2 files would change", run.Error, StringComparison.Ordinal);
        Assert.Equal("rule b " + Sentence, File.ReadAllText(_scratch["b.cxr"]));
    }

    [Fact]
    public void Folder_ProjectAndSources_AreNotTouched()
    {
        const string project = "name:   a\nzone:  UTC\n";
        const string source = "source:   s\nformat: csv\nfields: { id: a,occurred at: b,  channel: c }\n";
        _scratch.Write("cxrules.yaml", project).Write("s.source.yaml", source).Write("deep/er/a.cxr", Sentence);
        Assert.Equal((0, _scratch["deep/er/a.cxr"] + "\n"), (Cli.Run("fmt", _scratch.Root) is var run ? run.ExitCode : 0, run.Out));
        Assert.Equal(project, File.ReadAllText(_scratch["cxrules.yaml"]));
        Assert.Equal(source, File.ReadAllText(_scratch["s.source.yaml"]));
    }

    [Fact]
    public void BrokenFile_StaysAndTheOthersAreFormatted()
    {
        _scratch.Write("a.cxr", "rule a " + Sentence).Write("broken.cxr", Broken);
        var run = Cli.Run("fmt", _scratch.Root);
        Assert.Equal((3, _scratch["a.cxr"] + "\n"), (run.ExitCode, run.Out));
        Assert.Contains("error[CXR1", run.Error, StringComparison.Ordinal);
        Assert.Contains("broken.cxr:2", run.Error, StringComparison.Ordinal);
        Assert.Equal(Broken, File.ReadAllText(_scratch["broken.cxr"]));
    }

    [Fact]
    public void UnreadableText_IsTold()
    {
        byte[] bytes = [.. "if a = "u8, 0xff, 0xfe, 0xff];
        _scratch.Write("a.cxr", bytes);
        var run = Cli.Run("fmt", _scratch["a.cxr"]);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("error[CXR", run.Error, StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(_scratch["a.cxr"]));
    }

    [Fact]
    public void CrLf_StaysWhereItIsThroughout()
    {
        _scratch.Write("a.cxr", Sentence.Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Equal(0, Cli.Run("fmt", _scratch["a.cxr"]).ExitCode);
        Assert.Equal(SentenceFormatted.Replace("\n", "\r\n", StringComparison.Ordinal), File.ReadAllText(_scratch["a.cxr"]));
        Assert.Equal(new(0, "", ""), Cli.Run("fmt", "--check", _scratch["a.cxr"]));
    }

    [Fact]
    public void ByteOrderMark_Goes()
    {
        _scratch.Write("a.cxr", [0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(SentenceFormatted)]);
        Assert.Equal(3, Cli.Run("fmt", "--check", _scratch["a.cxr"]).ExitCode);
        Assert.Equal(0, Cli.Run("fmt", _scratch["a.cxr"]).ExitCode);
        Assert.Equal(Encoding.UTF8.GetBytes(SentenceFormatted), File.ReadAllBytes(_scratch["a.cxr"]));
    }

    [Fact]
    public void FileMode_Stays()
    {
        var path = _scratch.Write("a.cxr", Sentence)["a.cxr"];
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead;
        File.SetUnixFileMode(path, mode);
        Assert.Equal(0, Cli.Run("fmt", path).ExitCode);
        Assert.Equal(mode, File.GetUnixFileMode(path));
        Assert.Equal([path], Directory.GetFiles(_scratch.Root));
    }

    [Fact]
    public void Link_KeepsPointing()
    {
        _scratch.Write("real.cxr", "rule real " + Sentence);
        File.CreateSymbolicLink(_scratch["link.cxr"], _scratch["real.cxr"]);
        Assert.Equal(0, Cli.Run("fmt", _scratch["link.cxr"]).ExitCode);
        Assert.NotNull(new FileInfo(_scratch["link.cxr"]).LinkTarget);
        Assert.StartsWith("rule real\n", File.ReadAllText(_scratch["real.cxr"]), StringComparison.Ordinal);
    }

    [Fact]
    public void ReadOnlyFile_IsLeftAndTold()
    {
        var path = _scratch.Write("a.cxr", Sentence)["a.cxr"];
        _scratch.Write("b.cxr", "rule b " + Sentence);
        _scratch.Write("a.cxr", "rule a " + Sentence);
        File.SetUnixFileMode(path, UnixFileMode.UserRead);
        var run = Cli.Run("fmt", _scratch.Root);
        Assert.Equal((1, _scratch["b.cxr"] + "\n"), (run.ExitCode, run.Out));
        Assert.Contains($"{path} is left as it is", run.Error, StringComparison.Ordinal);
        Assert.Equal("rule a " + Sentence, File.ReadAllText(path));
    }

    [Theory]
    [InlineData("no/such", "There is no file or folder")]
    [InlineData("", "There are no rules in")]
    [InlineData("a.txt", "is no file of rules")]
    public void Path_WithoutRules_IsMisuse(string path, string message)
    {
        _scratch.Write("a.txt", "x");
        var run = Cli.Run("fmt", _scratch[path]);
        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}
