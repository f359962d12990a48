using System.Text.Json;

namespace CxRules.Cli.Tests.BadInputs;

public sealed class BadRulesTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public static IEnumerable<object[]> Rows => BadRules.All.Select((row, index) => new object[] { index, row.Name });

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [MemberData(nameof(Rows))]
    public void Check_BadInput_SaysWhatAndWhere(int index, string name)
    {
        var row = BadRules.All[index];
        Assert.Equal(name, row.Name);
        foreach (var (path, content) in row.Folder)
        {
            _scratch.Write(path, content);
        }

        var run = Cli.Run("check", _scratch.Root, "--format", "json");
        Assert.Equal("", run.Error);
        var errors = JsonDocument.Parse(run.Out).RootElement.GetProperty("diagnostics").EnumerateArray().Where(diagnostic => diagnostic.GetProperty("severity").GetString() == "error").ToArray();
        Assert.Equal(row.Expected, errors.Select(Place));
        Assert.All(errors, error => Assert.NotEmpty(error.GetProperty("help").GetString() ?? ""));
        Assert.Equal(row.Expected.Length == 0 ? 0 : 3, run.ExitCode);
    }

    private string Place(JsonElement diagnostic)
    {
        var file = Path.GetRelativePath(_scratch.Root, diagnostic.GetProperty("file").GetString() ?? "");
        return $"{diagnostic.GetProperty("code").GetString()} {file}:{diagnostic.GetProperty("line").GetInt32()}:{diagnostic.GetProperty("column").GetInt32()}";
    }
}
