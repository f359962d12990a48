using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Model.Money;

namespace CxRules.Runtime.Ledger;

/// <summary>
/// Adds up the known costs of cases and contact routes. Values that are one code for the language are one line. The lines of each
/// list add up to the same total, exactly.
/// </summary>
internal sealed class LedgerTotals(string currency, CodeNames names, CategoryDictionary dispositions, CategoryDictionary touchpoints)
{
    /// <summary>Shares of a cost that does not divide are cut here; the first owner gets what is left.</summary>
    private const int Decimals = 18;

    private readonly Dictionary<string, CostShare> _owners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CostShare> _dispositions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CostShare> _touchpoints = new(StringComparer.Ordinal);

    public ImmutableArray<CostShare> ByOwner => Ranked(_owners);

    public ImmutableArray<CostShare> ByDisposition => Ranked(_dispositions);

    public ImmutableArray<CostShare> ByTouchpoint => Ranked(_touchpoints);

    /// <summary>Adds an account with a known cost, which its owners share equally.</summary>
    public void Add(Account account, ImmutableArray<string> owners)
    {
        foreach (var (owner, cost) in Split(account.Breakdown(currency).Total, owners.IsEmpty ? [CodeNames.None] : owners))
        {
            Add(_owners, owner, owner, cost);
        }

        foreach (var (codes, part) in account.Parts.Where(entry => entry.Value.Contacts.Count > 0))
        {
            var cost = part.Breakdown(currency).Total;
            Add(_dispositions, names.Disposition(dispositions[codes.Disposition]), cost);
            Add(_touchpoints, names.Touchpoint(touchpoints[codes.Touchpoint]), cost);
        }
    }

    /// <summary>The cost in equal shares that add up to it exactly.</summary>
    internal static IEnumerable<(string Owner, CostRange Cost)> Split(CostRange cost, ImmutableArray<string> owners)
    {
        var share = new CostRange(Cut(cost.Low / owners.Length), Cut(cost.Mid / owners.Length), Cut(cost.High / owners.Length), cost.Currency);
        var others = owners.Length - 1;
        yield return (owners[0], new(cost.Low - (others * share.Low), cost.Mid - (others * share.Mid), cost.High - (others * share.High), cost.Currency));
        foreach (var owner in owners.Skip(1))
        {
            yield return (owner, share);
        }
    }

    private static decimal Cut(decimal amount) => decimal.Round(amount, Decimals, MidpointRounding.ToZero);

    private static void Add(Dictionary<string, CostShare> lines, string name, CostRange cost) => Add(lines, name == CodeNames.None ? name : Code.ToBareWord(name), name, cost);

    private static void Add(Dictionary<string, CostShare> lines, string key, string name, CostRange cost) =>
        lines[key] = lines.TryGetValue(key, out var line)
            ? new(string.CompareOrdinal(name, line.Name) < 0 ? name : line.Name, line.Cost + cost)
            : new(name, cost);

    private static ImmutableArray<CostShare> Ranked(Dictionary<string, CostShare> lines) =>
        [.. lines.Values.OrderByDescending(line => line.Cost.Mid).ThenBy(line => line.Name, StringComparer.Ordinal)];
}
