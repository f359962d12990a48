namespace CxRules.Runtime.Windows;

/// <summary>What the contacts of a cell led to, besides the cost of handling them; and which of its records are none.</summary>
internal sealed class Consequences
{
    public Priced Escalated;

    /// <summary>Customers who left and gave no reason.</summary>
    public Priced Left;

    public Priced LeftWithReason;

    /// <summary>Records of the cell that are no contacts.</summary>
    public long Beside;

    public void Absorb(Consequences other)
    {
        Escalated.Absorb(other.Escalated);
        Left.Absorb(other.Left);
        LeftWithReason.Absorb(other.LeftWithReason);
        Beside += other.Beside;
    }
}

/// <summary>How many, and what they cost in millionths of the currency.</summary>
internal struct Priced
{
    public long Count;
    public long Cost;

    public void Add(long cost)
    {
        Count++;
        Cost += cost;
    }

    public void Absorb(Priced other)
    {
        Count += other.Count;
        Cost += other.Cost;
    }
}
