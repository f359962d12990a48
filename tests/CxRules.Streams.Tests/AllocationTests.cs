using System.Globalization;
using CxRules.Model.Contacts;
using CxRules.Model.Sources;

namespace CxRules.Streams.Tests;

public sealed class AllocationTests
{
    private const int WarmUp = 20_000;
    private const int Measured = 20_000;

    [Theory]
    [InlineData(HistoryFormat.Csv)]
    [InlineData(HistoryFormat.Tsv)]
    [InlineData(HistoryFormat.JsonLines)]
    public void Rows_AfterWarmUp_AllocateNothing(HistoryFormat format)
    {
        string[] columns = ["id", "occurred at", "channel", "disposition", "length", "score", "flagged", "count", "price", "labels"];
        using var history = new History(format, [.. columns.Select(name => History.Map(name, name))]);
        history.Add(format == HistoryFormat.JsonLines
            ? string.Concat(Enumerable.Range(0, WarmUp + Measured).Select(i => "{" + string.Join(',', columns.Zip(Values(i), (name, value) => $"\"{name}\":\"{value}\"")) + "}\n"))
            : string.Join(format == HistoryFormat.Csv ? ',' : '\t', columns) + "\n"
                + string.Concat(Enumerable.Range(0, WarmUp + Measured).Select(i => string.Join(format == HistoryFormat.Csv ? ',' : '\t', Values(i)) + "\n")));
        var dictionaries = history.Dictionaries();
        var batch = new ContactBatch(dictionaries, 1000);
        using var reader = HistoryReader.Open(history.Source, history.Files, dictionaries);
        for (var read = 0; read < WarmUp; read += batch.Count)
        {
            Assert.True(reader.Read(batch));
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var rows = 0;
        while (reader.Read(batch))
        {
            rows += batch.Count;
        }

        var perRow = (double)(GC.GetAllocatedBytesForCurrentThread() - before) / rows;
        Assert.Equal(Measured, rows);
        Assert.Empty(reader.Rejects);
        Assert.True(perRow < 1, string.Create(CultureInfo.InvariantCulture, $"{perRow} bytes a row"));
    }

    private static string[] Values(int i) =>
    [
        $"c{i}", $"2026-03-{1 + (i / 2000):00} 10:{i / 60 % 60:00}:{i % 60:00}", $"channel {i % 5}", $"disposition {i % 60}",
        $"{i % 900}", $"{i % 5}.25", i % 3 == 0 ? "yes" : "no", $"{i}", $"{i % 100}.50", $"a{i % 7};b{i % 11}",
    ];
}
