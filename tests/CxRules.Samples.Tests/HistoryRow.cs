using System.Globalization;
using System.Text;

namespace CxRules.Samples.Tests;

/// <summary>A row of the telecom history as any reader of the file sees it: written apart from the generator.</summary>
internal sealed record HistoryRow(
    string Id, DateTimeOffset At, string Channel, string Disposition, string Region, string Customer, int? HandleSeconds, string Csat, bool Abandoned, bool Cancelled)
{
    public DateOnly Day => DateOnly.FromDateTime(At.DateTime);

    public static IReadOnlyList<HistoryRow> ReadAll(byte[] csv)
    {
        var lines = Encoding.ASCII.GetString(csv).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var columns = lines[0].Split(',').Select((name, index) => (name, index)).ToDictionary(column => column.name, column => column.index);
        return [.. lines.Skip(1).Select(line => Read(line.Split(','), columns))];
    }

    private static HistoryRow Read(string[] cells, Dictionary<string, int> columns)
    {
        string Cell(string name) => cells[columns[name]];
        var handle = Cell("handle_seconds");
        return new(
            Cell("contact_id"),
            DateTimeOffset.ParseExact(Cell("started_at"), "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            Cell("channel"), Cell("disposition"), Cell("region"), Cell("customer_id"),
            handle.Length == 0 ? null : int.Parse(handle, CultureInfo.InvariantCulture),
            Cell("csat"), Cell("abandoned") == "true", Cell("cancelled") == "true");
    }
}
