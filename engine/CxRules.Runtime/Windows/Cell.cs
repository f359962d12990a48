namespace CxRules.Runtime.Windows;

/// <summary>What was counted in one slot.</summary>
internal struct Cell
{
    public int Slot;
    public long Contacts;

    /// <summary>Millionths of the currency.</summary>
    public long Cost;

    /// <summary>Contacts whose cost is unknown.</summary>
    public long Unpriced;

    /// <summary>Sum and count for each averaged field, in turn.</summary>
    public long[]? Sums;

    public Evidence? Evidence;

    /// <summary>Null where the contacts led to nothing that costs.</summary>
    public Consequences? Consequences;

    /// <summary>Adds what another cell of the same slot counted.</summary>
    public void Absorb(in Cell other)
    {
        Contacts += other.Contacts;
        Cost += other.Cost;
        Unpriced += other.Unpriced;
        if (other.Sums is not null)
        {
            Sums ??= new long[other.Sums.Length];
            for (var i = 0; i < Sums.Length; i++)
            {
                Sums[i] += other.Sums[i];
            }
        }

        if (other.Evidence is not null)
        {
            (Evidence ??= other.Evidence).Absorb(other.Evidence);
        }

        if (other.Consequences is not null)
        {
            (Consequences ??= new Consequences()).Absorb(other.Consequences);
        }
    }
}
