using CxRules.Model.Money;

namespace CxRules.Runtime.Ledger;

/// <summary>What a case or a contact route adds up to.</summary>
internal sealed class Account
{
    private decimal _low;
    private decimal _mid;
    private decimal _high;

    public long Contacts { get; private set; }

    /// <summary>Contacts whose cost is unknown: then so is the account's.</summary>
    public long Unpriced { get; private set; }

    /// <param name="cost">Of all the contacts, in millionths.</param>
    public void Add(long contacts, long unpriced, long cost, Claim weight)
    {
        Contacts += contacts;
        Unpriced += unpriced;
        _low += weight.Low * cost;
        _mid += weight.Mid * cost;
        _high += weight.High * cost;
    }

    public CostRange Total(string currency) => new(_low / 1_000_000m, _mid / 1_000_000m, _high / 1_000_000m, currency);
}
