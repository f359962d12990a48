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

    /// <summary>What a path finds in lists, and what is added up, is put together in the chunk's own room.</summary>
    [Fact]
    public void NestedRecords_AfterWarmUp_AllocateNothing()
    {
        using var history = new History(
            HistoryFormat.Json,
            History.Map("id", "id"),
            History.Map("occurred at", "at"),
            History.Map("channel", "parts[].sessions[].media"),
            History.Map("disposition", "parts[kind=agent].sessions[].code") with { Take = ValueChoice.Last },
            History.Map("length", "parts[kind=agent].sessions[].time") with { IsSum = true, MoreColumns = ["more"], Unit = DurationUnit.Milliseconds },
            History.Map("labels", "parts[].sessions[].tags[]"));
        history.Source = history.Source with { Records = ["data"] };
        history.Add("{\"data\":[" + string.Join(",\n", Enumerable.Range(0, WarmUp + Measured).Select(Nested)) + "]}");
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
        Assert.InRange(rows, Measured / 2, Measured);
        Assert.Empty(reader.Rejects);
        Assert.True(perRow < 1, string.Create(CultureInfo.InvariantCulture, $"{perRow} bytes a row"));
    }

    private static string Nested(int i) =>
        $$"""{"id":{{i}},"at":"2026-03-01T10:00:00Z","parts":[{"kind":"customer","sessions":[{"media":"voice","tags":["a{{i % 7}}"]}]},{"sessions":[{"code":"c{{i % 9}}","time":{{i % 500}},"tags":["b\u0041",null]},{"code":"d{{i % 9}}","time":7}],"kind":"agent"}],"more":"{{i % 60}}"}""";

    private static string[] Values(int i) =>
    [
        $"c{i}", $"2026-03-{1 + (i / 2000):00} 10:{i / 60 % 60:00}:{i % 60:00}", $"channel {i % 5}", $"disposition {i % 60}",
        $"{i % 900}", $"{i % 5}.25", i % 3 == 0 ? "yes" : "no", $"{i}", $"{i % 100}.50", $"a{i % 7};b{i % 11}",
    ];
}
