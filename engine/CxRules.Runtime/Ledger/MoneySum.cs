using CxRules.Model.Money;

namespace CxRules.Runtime.Ledger;

/// <summary>Weighted costs, added up exactly: weights have <see cref="Claims.Decimals"/> decimals and costs are whole millionths.</summary>
internal struct MoneySum
{
    private const decimal Millionths = 1_000_000m;
    private decimal _low;
    private decimal _mid;
    private decimal _high;

    /// <summary>What was added, each counted whole.</summary>
    public long Count { get; private set; }

    public void Add(long count, long cost, in Claim weight)
    {
        Count += count;
        _low += weight.Low * cost;
        _mid += weight.Mid * cost;
        _high += weight.High * cost;
    }

    public void Add(in MoneySum other)
    {
        Count += other.Count;
        _low += other._low;
        _mid += other._mid;
        _high += other._high;
    }

    public readonly CostRange Total(string currency) => new(_low / Millionths, _mid / Millionths, _high / Millionths, currency);

    public readonly CostPart Part(string currency) => new(Count, Total(currency));
}
