using System.Globalization;
using System.Text;

namespace CxRules.Samples.Telecom;

/// <summary>`truth.json`: one line an event and one for its days, so that a change can be read in a diff.</summary>
internal static class TruthFile
{
    public static string Write(TelecomYear year)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{{\n  \"history\": \"history/2026.csv.gz\",\n  \"sha256\": \"{year.Sha256}\",\n");
        text.Append(CultureInfo.InvariantCulture, $"  \"contacts\": {year.Contacts},\n  \"currency\": \"GBP\",\n  \"events\": [\n");
        text.AppendJoin(",\n", year.Planted.Select(Event));
        return text.Append("\n  ]\n}\n").ToString();
    }

    private static string Event(PlantedTotal total)
    {
        var (planted, days) = (total.Event, total.Days);
        var region = planted.Region is null ? "null" : $"\"{planted.Region}\"";
        return string.Create(CultureInfo.InvariantCulture, $$"""
                {
                  "id": "{{planted.Id}}", "kind": "{{planted.Kind.ToString().ToLowerInvariant()}}", "title": "{{planted.Title}}",
                  "disposition": "{{planted.Disposition}}", "region": {{region}},
                  "from": "{{days.Keys.First():yyyy-MM-dd}}", "to": "{{days.Keys.Last():yyyy-MM-dd}}", "contacts": {{total.Contacts}}, "cost": {{total.Cost:0.00}},
                  "days": { {{string.Join(", ", days.Select(day => string.Create(CultureInfo.InvariantCulture, $"\"{day.Key:yyyy-MM-dd}\": {day.Value}")))}} }
                }
            """);
    }
}
