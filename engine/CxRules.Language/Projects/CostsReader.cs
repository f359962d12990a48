using System.Collections.Immutable;
using CxRules.Language.Shapes;
using CxRules.Language.Yaml;
using CxRules.Model.Projects;

namespace CxRules.Language.Projects;

/// <summary>`costs`: dated tables of what a contact costs.</summary>
internal sealed class CostsReader(ValueReader values, string? currency)
{
    private readonly MoneyReader _money = new(values, currency);

    /// <summary>The project's, else that of the first amount; null where there is neither.</summary>
    public string? Currency => _money.Currency;

    public (ImmutableArray<CostTable> Tables, string? Note) Read(Slot<ListShape<MapShape>> slot)
    {
        var tables = ImmutableArray.CreateBuilder<CostTable>();
        var notes = new List<string>();
        foreach (var item in values.Read(slot))
        {
            if (values.Read(item) is { } entry && ReadTable(entry) is { } table && IsNext(entry, table, tables))
            {
                tables.Add(table);
                notes.AddRange(values.Read(CostKeys.Note.In(entry)) is { } note ? [note] : []);
            }
        }

        return (tables.ToImmutable(), notes.Count == 0 ? null : string.Join("; ", notes.Distinct()));
    }

    private CostTable? ReadTable(YamlMapping entry)
    {
        var perContact = PerContact(values.Read(CostKeys.PerContact.In(entry)));
        var channels = Channels(CostKeys.Channels.In(entry));
        var loadedRate = _money.Read(CostKeys.LoadedRate.In(entry));
        var acquisition = _money.Read(CostKeys.Acquisition.In(entry));
        var escalations = new EscalationReader(values, _money).Read(CostKeys.Escalations.In(entry));
        return values.Read(CostKeys.From.In(entry)) is { } from
            ? new(from, perContact, channels, loadedRate) { Acquisition = acquisition, Escalations = escalations }
            : null;
    }

    private bool IsNext(YamlMapping entry, CostTable table, ImmutableArray<CostTable>.Builder before)
    {
        if (before.Count == 0 || table.From > before[^1].From)
        {
            return true;
        }

        var descriptor = before.Any(other => other.From == table.From) ? ProjectErrors.DuplicateCosts : ProjectErrors.CostOrder;
        values.Report(descriptor, CostKeys.From.In(entry).Node ?? entry, $"{table.From:yyyy-MM-dd}", $"{before[^1].From:yyyy-MM-dd}");
        return false;
    }

    private decimal? PerContact(YamlMapping? map)
    {
        var spend = _money.Read(CostKeys.Spend.In(map));
        var contacts = RateText.Read(values, CostKeys.Handled.In(map));
        return spend / contacts;
    }

    private ImmutableDictionary<string, decimal> Channels(Slot<NamesShape<MoneyShape>> slot)
    {
        var channels = ImmutableDictionary.CreateBuilder<string, decimal>(StringComparer.OrdinalIgnoreCase);
        var names = new NameTable(values, "channel");
        foreach (var (name, fee) in values.Read(slot))
        {
            if (names.Add(name) && _money.Read(fee) is { } amount)
            {
                channels[name.Value] = amount;
            }
        }

        return channels.ToImmutable();
    }
}
