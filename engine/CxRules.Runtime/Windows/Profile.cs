using CxRules.Runtime.Matching;

namespace CxRules.Runtime.Windows;

/// <summary>
/// What a set of contacts has in common: the populations they belong to and the values that group them. Everything the engine counts
/// is counted once per profile and slot, and adds up: over slots, profiles, parts of a history.
/// </summary>
internal sealed class Profile(ulong[] truth, int[] codes)
{
    /// <summary>Group and owner fields' codes, in the order of <see cref="ProfileLayout.Fields"/>; 0: missing, or of no use to these populations.</summary>
    public int[] Codes { get; } = codes;

    public CellList Cells { get; } = new();

    /// <summary>One entry for each contact with a customer, where a population that counts customers holds it.</summary>
    public List<CustomerEntry>? Customers { get; set; }

    /// <summary>Values of the percentile fields, where a population that needs them holds the contact.</summary>
    public List<ValueEntry>? Values { get; set; }

    public bool Holds(int population) => BitRow.Has(truth, population);

    /// <summary>Adds what another profile with the same key counted.</summary>
    public void Absorb(Profile other)
    {
        Cells.Absorb(other.Cells);
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

/// <summary>The cells of a profile, ascending by slot.</summary>
internal sealed class CellList
{
    private Cell[] _cells = new Cell[4];

    public int Count { get; private set; }

    public ReadOnlySpan<Cell> Span => _cells.AsSpan(0, Count);

    /// <summary>Contacts of all slots.</summary>
    public long Contacts
    {
        get
        {
            var contacts = 0L;
            foreach (ref readonly var cell in Span)
            {
                contacts += cell.Contacts;
            }

            return contacts;
        }
    }

    /// <summary>The cell of a slot, made when new.</summary>
    public ref Cell At(int slot)
    {
        if (Count > 0 && _cells[Count - 1].Slot == slot)
        {
            return ref _cells[Count - 1];
        }

        var index = Count;
        if (Count > 0 && slot < _cells[Count - 1].Slot)
        {
            index = LowerBound(slot);
            if (_cells[index].Slot == slot)
            {
                return ref _cells[index];
            }
        }

        if (Count == _cells.Length)
        {
            Array.Resize(ref _cells, Count * 2);
        }

        Array.Copy(_cells, index, _cells, index + 1, Count - index);
        Count++;
        _cells[index] = new Cell { Slot = slot };
        return ref _cells[index];
    }

    /// <summary>Adds the cells of another list.</summary>
    public void Absorb(CellList other)
    {
        if (Count == 0)
        {
            (_cells, Count) = (other._cells, other.Count);
            return;
        }

        var own = Span.ToArray();
        Count = 0;
        var (left, right) = (0, 0);
        while (left < own.Length || right < other.Count)
        {
            var isOwn = right == other.Count || (left < own.Length && own[left].Slot <= other._cells[right].Slot);
            ref var cell = ref isOwn ? ref own[left++] : ref other._cells[right++];
            At(cell.Slot).Absorb(in cell);
        }
    }

    private int LowerBound(int slot)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _cells[middle].Slot < slot ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
