using CxRules.Model.Money;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Ledger;

/// <summary>What a case or a contact route adds up to, apart for each disposition and touchpoint of its contacts.</summary>
internal sealed class Account
{
    private readonly Dictionary<(int Disposition, int Touchpoint), AccountPart> _parts = [];

    public IEnumerable<KeyValuePair<(int Disposition, int Touchpoint), AccountPart>> Parts => _parts;

    public long Contacts => _parts.Values.Sum(part => part.Contacts.Count);

    /// <summary>Contacts whose cost is unknown: then so is the account's.</summary>
    public long Unpriced => _parts.Values.Sum(part => part.Unpriced);

    /// <summary>The part of the contacts with these codes.</summary>
    public AccountPart Part(int disposition, int touchpoint)
    {
        if (!_parts.TryGetValue((disposition, touchpoint), out var part))
        {
            _parts.Add((disposition, touchpoint), part = new AccountPart());
        }

        return part;
    }

    public CostBreakdown Breakdown(string currency)
    {
        var all = new AccountPart();
        foreach (var part in _parts.Values)
        {
            all.Add(part);
        }

        return all.Breakdown(currency);
    }
}

/// <summary>Contacts, the customers lost with them and their escalations, each with its weighted cost.</summary>
internal sealed class AccountPart
{
    private MoneySum _contacts;
    private MoneySum _cancellations;
    private MoneySum _escalations;

    public MoneySum Contacts => _contacts;

    public long Unpriced { get; private set; }

    /// <param name="weight">Of the cell's contacts.</param>
    /// <param name="stated">Of the customers who left with a reason.</param>
    public void Add(in Cell cell, in Claim weight, in Claim stated)
    {
        Unpriced += cell.Unpriced;
        _contacts.Add(cell.Contacts, cell.Cost, weight);
        if (cell.Consequences is { } consequences)
        {
            _escalations.Add(consequences.Escalated.Count, consequences.Escalated.Cost, weight);
            _cancellations.Add(consequences.Left.Count, consequences.Left.Cost, weight);
            _cancellations.Add(consequences.LeftWithReason.Count, consequences.LeftWithReason.Cost, stated);
        }
    }

    public void Add(AccountPart other)
    {
        Unpriced += other.Unpriced;
        _contacts.Add(other._contacts);
        _cancellations.Add(other._cancellations);
        _escalations.Add(other._escalations);
    }

    public CostBreakdown Breakdown(string currency) => new(_contacts.Part(currency), _cancellations.Part(currency), _escalations.Part(currency));
}
