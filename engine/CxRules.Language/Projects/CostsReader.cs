using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CxRules.Language.Yaml;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Language.Projects;

/// <summary>`costs`: dated tables of what a contact costs.</summary>
internal sealed partial class CostsReader(ValueReader values, string? currency)
{
    private const string Example = "- from: 2026-01-01";
    private const decimal Penny = 0.01m;

    private static readonly string[] Keys = ["from", "contacts", "channels", "loaded rate", "note", "acquisition", "escalations"];

    private readonly MoneyReader _money = new(values, currency);

    public (ImmutableArray<CostTable> Tables, string? Note) Read(YamlNode? node)
    {
        var tables = ImmutableArray.CreateBuilder<CostTable>();
        var notes = new List<string>();
        var items = values.Sequence(node, "costs", Example)?.Items ?? [];
        foreach (var item in items)
        {
            if (values.Map(item, "costs", Example) is { } entry && ReadTable(entry) is { } table && IsNext(entry, table, tables))
            {
                tables.Add(table);
                notes.AddRange(values.Text(entry["note"], "note", "note: invented for this sample") is { } note ? [note] : []);
            }
        }

        return (tables.ToImmutable(), notes.Count == 0 ? null : string.Join("; ", notes.Distinct()));
    }

    private CostTable? ReadTable(YamlMapping entry)
    {
        values.CheckKeys(entry, "`costs`", Keys);
        ReportLimits(entry);
        var perContact = PerContact(values.Map(entry["contacts"], "contacts", "contacts: { spend: 410000 GBP per month, contacts: 52000 per month }"));
        var channels = Channels(values.Map(entry["channels"], "channels", "channels: { chat: 3.10 GBP }"));
        var loadedRate = _money.Read(entry["loaded rate"], "loaded rate", "hour", Penny);
        if (entry["from"] is null)
        {
            values.ReportMissing(entry, "This entry of `costs`", "from", "from: 2026-01-01");
        }

        return values.Date(entry["from"], "from") is { } from ? new(from, perContact, channels, loadedRate) : null;
    }

    private void ReportLimits(YamlMapping entry)
    {
        foreach (var key in entry.Entries.Select(item => item.Key))
        {
            if (key.Value is "acquisition" or "escalations")
            {
                values.Report(key.Value == "acquisition" ? ProjectLimits.Acquisition : ProjectLimits.Escalations, key);
            }
        }
    }

    private bool IsNext(YamlMapping entry, CostTable table, ImmutableArray<CostTable>.Builder before)
    {
        if (before.Count == 0 || table.From > before[^1].From)
        {
            return true;
        }

        var descriptor = before.Any(other => other.From == table.From) ? ProjectErrors.DuplicateCosts : ProjectErrors.CostOrder;
        values.Report(descriptor, entry["from"] ?? entry, $"{table.From:yyyy-MM-dd}", $"{before[^1].From:yyyy-MM-dd}");
        return false;
    }

    private decimal? PerContact(YamlMapping? map)
    {
        if (map is null)
        {
            return null;
        }

        values.CheckKeys(map, "`contacts`", ["spend", "contacts"]);
        var spend = _money.Read(map["spend"], "spend", "month", Penny);
        var contacts = ContactsPerMonth(map["contacts"]);
        foreach (var (key, example) in new[] { ("spend", "spend: 410000 GBP per month"), ("contacts", "contacts: 52000 per month") })
        {
            if (map[key] is null)
            {
                values.ReportMissing(map, "`contacts`", key, example);
            }
        }

        return spend / contacts;
    }

    private decimal? ContactsPerMonth(YamlNode? node)
    {
        const string Form = "contacts: 52000 per month";
        if (values.Scalar(node, "contacts", "a number per month", Form) is not { } scalar)
        {
            return null;
        }

        if (PerMonth().Match(scalar.Value) is { Success: true } match && NumberText.TryParse(match.Groups[1].Value, out var number))
        {
            return values.InRange(scalar, "contacts", number, 1, 10_000_000_000);
        }

        values.Report(ProjectErrors.WrongShape, scalar, "contacts", "a number per month", Form);
        return null;
    }

    private ImmutableDictionary<string, decimal> Channels(YamlMapping? map)
    {
        var channels = ImmutableDictionary.CreateBuilder<string, decimal>(StringComparer.OrdinalIgnoreCase);
        var names = new NameTable(values, "channel");
        foreach (var entry in map?.Entries ?? [])
        {
            if (names.Add(entry.Key) && _money.Read(entry.Value, entry.Key.Value, null, 0) is { } fee)
            {
                channels[entry.Key.Value] = fee;
            }
        }

        return channels.ToImmutable();
    }

    [GeneratedRegex(@"^\s*([-−+]?[0-9.,]+)(?:\s+contacts)?\s+per\s+month\s*\z")]
    private static partial Regex PerMonth();
}
