namespace CxRules.Runtime.Windows;

/// <summary>The cells of a profile, ascending by slot.</summary>
internal sealed class CellList(int capacity = 4) : ICells
{
    private Cell[] _cells = new Cell[capacity];

    public int Count { get; private set; }

    public ReadOnlySpan<Cell> Span => _cells.AsSpan(0, Count);

    public CellList Of(Profile profile) => this;

    public CellList CountsOf(Profile profile) => this;

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
            Array.Resize(ref _cells, Math.Max(4, Count * 2));
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
