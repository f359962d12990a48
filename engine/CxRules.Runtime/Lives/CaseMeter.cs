using CxRules.Model.Money;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Ledger;

namespace CxRules.Runtime.Lives;

/// <summary>What a case costs, day by day (hour by hour): together it is the case's cost to the last digit.</summary>
internal sealed class CaseMeter
{
    private readonly SortedDictionary<int, AccountPart> _units = [];

    public CaseMeter(CaseFigures figures, ContactLedger ledger)
    {
        foreach (var profile in figures.Series.Profiles)
        {
            foreach (ref readonly var cell in profile.Counts.Span)
            {
                var unit = figures.Series.UnitOf(profile, cell.Slot);
                if (figures.State.Holds(unit))
                {
                    var weight = ledger.SharesOf(profile, cell.Slot, claim => claim?.Claim ?? Claim.Whole).Single(share => share.Case == figures.State).Weight;
                    var stated = cell.Consequences is null ? weight : ledger.SharesOf(profile, cell.Slot, _ => Claim.Whole).Single(share => share.Case == figures.State).Weight;
                    At(unit).Add(cell, weight, stated);
                }
            }
        }
    }

    /// <summary>In the units [first, end); null where the cost of a contact is unknown.</summary>
    public CostRange? Between(int first, int end, string currency)
    {
        var sum = new AccountPart();
        foreach (var (_, part) in _units.Where(entry => entry.Key >= first && entry.Key < end))
        {
            sum.Add(part);
        }

        return sum.Unpriced > 0 ? null : sum.Breakdown(currency).Total;
    }

    private AccountPart At(int unit)
    {
        if (!_units.TryGetValue(unit, out var part))
        {
            _units.Add(unit, part = new AccountPart());
        }

        return part;
    }
}
