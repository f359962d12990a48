using CxRules.Testing.RuleSets;

namespace CxRules.Cli.Tests.RuleSets;

public sealed class HistoryFilesTests : IDisposable
{
    private readonly Scratch _scratch = new Scratch().Write("h/2.csv.gz", "").Write("h/1.csv.gz", "").Write("h/1.txt", "").Write("h/deep/er/3.csv.gz", "").Write("odd[1]*.csv", "");

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("h/1.txt", "h/1.txt")]
    [InlineData("h/*.csv.gz", "h/1.csv.gz h/2.csv.gz")]
    [InlineData("h/?.txt", "h/1.txt")]
    [InlineData("*/1.txt", "h/1.txt")]
    [InlineData("**/*.gz", "h/1.csv.gz h/2.csv.gz h/deep/er/3.csv.gz")]
    [InlineData("h/**/er/*", "h/deep/er/3.csv.gz")]
    [InlineData("h/../h/1.txt", "h/1.txt")]
    [InlineData("odd[1]*.csv", "odd[1]*.csv")]
    public void Pattern_FindsByPath(string pattern, string expected)
    {
        var files = HistoryFiles.Find([pattern], _scratch.Root, out var missing);
        Assert.Null(missing);
        Assert.Equal(expected.Split(' '), files.Select(file => Path.GetRelativePath(_scratch.Root, file)));
    }

    [Theory]
    [InlineData("h/*.json")]
    [InlineData("nowhere/*.csv")]
    [InlineData("h/9.csv")]
    public void Pattern_ThatNamesNothing_IsTold(string pattern)
    {
        HistoryFiles.Find(["h/1.txt", pattern], _scratch.Root, out var missing);
        Assert.Equal(pattern, missing);
    }

    [Fact]
    public void Files_StandInTheOrderOfThePatternsEachOnce()
    {
        var files = HistoryFiles.Find(["h/2.csv.gz", "h/*.csv.gz", "h/2.csv.gz"], _scratch.Root, out var missing);
        Assert.Null(missing);
        Assert.Equal(["h/2.csv.gz", "h/1.csv.gz"], files.Select(file => Path.GetRelativePath(_scratch.Root, file)));
    }
}
