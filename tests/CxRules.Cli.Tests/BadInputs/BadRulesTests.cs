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
        var told = string.Join('\n', errors.Select(Place));
        Assert.True(errors.Length == 0 == (row.Expected.Length == 0), told);
        Assert.All(row.Expected, expected => Assert.True(errors.Any(error => Fits(Place(error), expected)), $"{expected} is not among:\n{told}"));
        var kinds = errors.DistinctBy(error => Place(error).Split(':')[0] + error.GetProperty("line").GetInt32()).Count();
        Assert.True(kinds == row.Expected.Length, $"more than {string.Join(", ", row.Expected)}:\n{told}");
        Assert.All(errors, error => Assert.NotEmpty(error.GetProperty("help").GetString() ?? ""));
        Assert.Equal(row.Expected.Length == 0 ? 0 : 3, run.ExitCode);
    }

    private string Place(JsonElement diagnostic)
    {
        var file = Path.GetRelativePath(_scratch.Root, diagnostic.GetProperty("file").GetString() ?? "");
        return $"{diagnostic.GetProperty("code").GetString()} {file}:{diagnostic.GetProperty("line").GetInt32()}:{diagnostic.GetProperty("column").GetInt32()} {diagnostic.GetProperty("message").GetString()}";
    }

    /// <summary>`CXR113 a.cxr:1` fits `CXR1131 a.cxr:1:4 …`.</summary>
    private static bool Fits(string place, string expected)
    {
        var (code, at) = (expected.Split(' ')[0], expected.Split(' ')[1]);
        var parts = place.Split(' ');
        return parts[0].StartsWith(code, StringComparison.Ordinal) && (parts[1] + ":").StartsWith(at + ":", StringComparison.Ordinal);
    }
}
