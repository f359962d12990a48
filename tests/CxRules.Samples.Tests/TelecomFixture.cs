using System.Text.Json;
using CxRules.Samples.Telecom;

namespace CxRules.Samples.Tests;

/// <summary>The year as the generator makes it now, and as it is committed.</summary>
public sealed class TelecomFixture : IDisposable
{
    internal TelecomYear Generated { get; } = TelecomYear.Generate();

    internal byte[] Committed { get; } = SampleFile.Unzipped("samples/telecom/history/2026.csv.gz");

    internal JsonDocument Truth { get; } = JsonDocument.Parse(SampleFile.Text("samples/telecom/truth.json"));

    internal IReadOnlyList<HistoryRow> Rows => field ??= HistoryRow.ReadAll(Committed);

    internal JsonElement Event(string id) =>
        Truth.RootElement.GetProperty("events").EnumerateArray().Single(planted => planted.GetProperty("id").GetString() == id);

    public void Dispose() => Truth.Dispose();
}

/// <summary>The year is generated once for all its tests.</summary>
[CollectionDefinition(Name)]
public sealed class TelecomCollection : ICollectionFixture<TelecomFixture>
{
    public const string Name = "telecom";
}
