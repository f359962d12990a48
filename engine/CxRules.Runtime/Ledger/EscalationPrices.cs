using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Runtime.Ledger;

/// <summary>
/// What an escalation costs: the base × the kind's money factor of the table in force, once a contact, never multiplied onto the contact's
/// own cost. The time factor is no money.
/// </summary>
internal sealed class EscalationPrices
{
    private readonly CategoryDictionary _kinds;
    private readonly ContactField _field;
    private readonly CostTables _tables;
    private readonly List<(string? Name, long Cost)>[] _prices;
    private readonly Dictionary<int, long> _unnamed = [];

    private EscalationPrices(Project project, ContactDictionaries dictionaries)
    {
        _field = dictionaries.Schema.Escalation;
        _kinds = dictionaries[_field];
        _tables = new CostTables(project);
        _prices = [.. project.Costs.Select(_ => new List<(string?, long)>())];
    }

    /// <summary>Contacts of a kind that the table in force does not name, by the kind as the data spells it.</summary>
    public IEnumerable<KeyValuePair<string, long>> Unnamed => _unnamed.Select(entry => KeyValuePair.Create(_kinds[entry.Key], entry.Value)).OrderBy(entry => entry.Key, StringComparer.Ordinal);

    /// <summary>Null where no table names escalations.</summary>
    public static EscalationPrices? Of(Project project, ContactDictionaries dictionaries) =>
        project.Costs.Any(table => table.Escalations is not null) ? new(project, dictionaries) : null;

    /// <summary>True for an escalated contact whose kind has a price; another kind is noted in <see cref="Unnamed"/>.</summary>
    public bool TryPrice(ContactBatch batch, int row, int day, out long cost)
    {
        cost = 0;
        if (batch.Category(_field).Codes[row] is not (> 0 and var kind) || _tables.On(day) is not (>= 0 and var table))
        {
            return false;
        }

        (var name, cost) = PriceOf(table, kind);
        if (name is null)
        {
            _unnamed[kind] = _unnamed.GetValueOrDefault(kind) + 1;
        }

        return name is not null;
    }

    /// <summary>Adds the kinds that another part of the history saw.</summary>
    public void Absorb(EscalationPrices other)
    {
        foreach (var (kind, count) in other._unnamed)
        {
            _unnamed[kind] = _unnamed.GetValueOrDefault(kind) + count;
        }
    }

    /// <summary>How the escalation of a contact came to its cost; null where it has none.</summary>
    public EscalationPrice? Explain(ContactBatch batch, int row, int day)
    {
        if (batch.Category(_field).Codes[row] is not (> 0 and var kind) || _tables.On(day) is not (>= 0 and var index) || _tables[index].Escalations is not { } costs)
        {
            return null;
        }

        var (name, cost) = PriceOf(index, kind);
        return name is null ? null : new(name, costs.Base, costs.Kinds[name].Money, _tables[index].From, cost);
    }

    private (string? Name, long Cost) PriceOf(int table, int kind)
    {
        var prices = _prices[table];
        while (prices.Count <= kind)
        {
            prices.Add(Price(_tables[table].Escalations, Code.ToBareWord(_kinds[prices.Count])));
        }

        return prices[kind];
    }

    private static (string? Name, long Cost) Price(EscalationCosts? costs, string word)
    {
        var name = costs?.Kinds.Keys.Order(StringComparer.Ordinal).FirstOrDefault(key => Code.ToBareWord(key) == word);
        return costs is null || name is null ? (null, 0) : (name, CostTables.Millionths(costs.Base * costs.Kinds[name].Money));
    }
}
