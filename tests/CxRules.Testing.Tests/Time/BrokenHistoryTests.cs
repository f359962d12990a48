using System.Globalization;
using System.Text;
using CxRules.Streams;

namespace CxRules.Testing.Tests.Time;

/// <summary>A history that cannot be read to its end fails with the same words whichever thread meets the place, and never hangs.</summary>
public sealed class BrokenHistoryTests
{
    private const string Rules = "rule all\n  if channel = phone then route to Desk\n";

    private const string Source = """
        source: calls
        format: csv
        fields: { id: id, occurred at: at, channel: channel }
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Replay_OfAFileWithoutAColumn_NamesTheFileAndTheColumn(int threads)
    {
        var failure = Fails(threads, History(60_000, "phone"), "id,at\nx,2026-01-01T00:00:00Z\n");
        Assert.Equal("CXR4043", failure.Code);
        Assert.Equal("01.csv", Path.GetFileName(failure.File));
        Assert.Contains("'channel'", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Replay_OfAHopelessFile_StopsAtTheSameRow(int threads)
    {
        var failure = Fails(threads, History(40_000, "phone"), History(150_000, ""));
        Assert.Equal("01.csv", Path.GetFileName(failure.File));
        Assert.Equal(100_001, failure.Line);
    }

    private static HistoryException Fails(int threads, params string[] files) =>
        Assert.Throws<HistoryException>(() => new WrittenReplay(Rules, Source) { Threads = threads }.Run(files));

    private static string History(int rows, string channel)
    {
        var text = new StringBuilder("id,at,channel\n");
        for (var row = 0; row < rows; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{channel}{row},2026-01-{1 + (row % 28):00}T00:00:00Z,{channel}\n");
        }

        return text.ToString();
    }
}
