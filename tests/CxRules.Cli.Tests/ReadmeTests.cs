namespace CxRules.Cli.Tests;

/// <summary>README.md, docs/money.md, docs/cases.md and docs/reports.md say what the program does: their commands are run, and what they show is held against what they print.</summary>
public sealed class ReadmeTests : IDisposable
{

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("README.md", 5)]
    [InlineData("docs/money.md", 3)]
    [InlineData("docs/cases.md", 2)]
    [InlineData("docs/reports.md", 7)]
    public void Blocks_ShowWhatTheCommandsPrint(string page, int count)
    {
        var file = Path.Combine(Repository.Root, page);
        var lines = File.ReadAllLines(file);
        var blocks = ReadmeBlock.All(lines).ToArray();
        Assert.Equal(count, blocks.Length);
        foreach (var block in blocks.Reverse())
        {
            var output = Output(block);
            var (from, written) = block.Written(lines);
            if (Environment.GetEnvironmentVariable("CXRULES_UPDATE_BASELINES") == "1")
            {
                var end = written.Length == 0 ? from : from + written.Length + 2;
                lines = [.. lines[..from], "```text", .. block.Shorten(output), "```", .. lines[end..]];
                File.WriteAllText(file, string.Join('\n', lines) + "\n");
                continue;
            }

            Assert.True(written.Length > 0 && ReadmeBlock.Fits(written, output), $"{page}, line {block.Marker + 1} is out of date: run this test with CXRULES_UPDATE_BASELINES=1. It prints:\n{string.Join('\n', output)}");
        }
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/money.md")]
    [InlineData("docs/reports.md")]
    public void Commands_AllSucceed(string page)
    {
        var commands = ReadmeBlock.Commands(File.ReadAllLines(Path.Combine(Repository.Root, page))).Distinct(StringComparer.Ordinal).ToArray();
        Assert.True(commands.Length >= 4, string.Join('\n', commands));
        foreach (var command in commands)
        {
            var run = Run(command.Replace("html=", $"html={_scratch.Root}/", StringComparison.Ordinal), Repository.Root);
            Assert.True(run is { ExitCode: 0, Error: "" }, $"{command}: {run.ExitCode} {run.Error}");
        }
    }

    [Theory]
    [InlineData("a|b|c", "a|b|c", true)]
    [InlineData("a|…|c", "a|b|b|c", true)]
    [InlineData("a|…|c", "a|c", true)]
    [InlineData("a|…", "a|b", true)]
    [InlineData("a|…|c", "a|b", false)]
    [InlineData("a|b", "a|b|c", false)]
    [InlineData("a|b|c", "a|b", false)]
    [InlineData("…|b|…|d", "a|b|c|d", true)]
    public void Fits_GapsStandForAnything(string written, string output, bool fits) => Assert.Equal(fits, ReadmeBlock.Fits(written.Split('|'), output.Split('|')));

    private string[] Output(ReadmeBlock block)
    {
        var root = Repository.Root;
        if (block.Slip is { } slip)
        {
            root = _scratch.Root;
            var folder = Path.GetDirectoryName(slip.File) ?? "";
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories))
            {
                _scratch.Write(Path.GetRelativePath(Repository.Root, file), File.ReadAllBytes(file));
            }

            var text = File.ReadAllText(_scratch[slip.File]);
            Assert.Contains(slip.Right, text, StringComparison.Ordinal);
            var at = text.IndexOf($"= {slip.Right}", StringComparison.Ordinal) + 2;
            _scratch.Write(slip.File, text[..at] + slip.Wrong + text[(at + slip.Right.Length)..]);
        }

        var run = Run(block.Command, root);
        Assert.Equal((block.Slip is null ? 0 : 3, ""), (run.ExitCode, run.Error));
        return run.Out.Replace(root + "/", "", StringComparison.Ordinal).TrimEnd('\n').Split('\n');
    }

    private static Cli Run(string command, string root) => Cli.Run(command.Split(' ')
        .Select(word => word.StartsWith("rules/", StringComparison.Ordinal) || word.StartsWith("samples/", StringComparison.Ordinal) ? Path.Combine(root, word) : word)
        .ToArray());
}
