namespace CxRules.Runtime.Windows;

/// <summary>What does not add up, and is kept contact by contact.</summary>
internal sealed class ProfileEntries
{
    /// <summary>One entry for each contact with a customer, where a population that counts customers holds it.</summary>
    public List<CustomerEntry>? Customers { get; set; }

    /// <summary>Values of the percentile fields, where a population that needs them holds the contact.</summary>
    public List<ValueEntry>? Values { get; set; }

    public void Absorb(ProfileEntries other)
    {
        Customers = Joined(Customers, other.Customers);
        Values = Joined(Values, other.Values);
    }

    private static List<T>? Joined<T>(List<T>? own, List<T>? other)
    {
        if (own is null || other is null)
        {
            return own ?? other;
        }

        own.AddRange(other);
        return own;
    }
}

internal readonly record struct CustomerEntry(int Slot, int Customer, long OccurredAt);

internal readonly record struct ValueEntry(int Slot, int Field, long Value);
