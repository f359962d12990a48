namespace CxRules.Runtime.Windows;

/// <summary>Contacts as columns, a row a contact, with the bytes of their ids one behind the other.</summary>
internal sealed class LogBlock
{
    /// <summary>Each column is large enough to be left where it is when memory is tidied up.</summary>
    public const int Capacity = 1 << 15;

    private const int UsualIdLength = 10;

    private readonly int[] _profiles = new int[Capacity];
    private readonly int[] _slots = new int[Capacity];

    /// <summary>Null while no contact has a cost.</summary>
    private long[]? _costs;

    /// <summary>Null while no contact has an id.</summary>
    private int[]? _idEnds;

    private byte[] _ids = [];

    public int Count { get; private set; }

    public bool IsFull => Count == Capacity;

    public Span<int> Profiles => _profiles.AsSpan(0, Count);

    public int SlotOf(int row) => _slots[row];

    public long? CostOf(int row) => _costs is { } costs && costs[row] != long.MinValue ? costs[row] : null;

    /// <summary>Empty where none was kept.</summary>
    public ReadOnlySpan<byte> IdOf(int row) => _idEnds is { } ends ? _ids.AsSpan((row == 0 ? 0 : ends[row - 1])..ends[row]) : [];

    /// <param name="cost">Null: unknown.</param>
    public void Add(int profile, int slot, long? cost, ReadOnlySpan<byte> id)
    {
        (_profiles[Count], _slots[Count]) = (profile, slot);
        if (cost is not null && _costs is null)
        {
            _costs = new long[Capacity];
            _costs.AsSpan(0, Count).Fill(long.MinValue);
        }

        if (_costs is { } costs)
        {
            costs[Count] = cost ?? long.MinValue;
        }

        if (!id.IsEmpty && _idEnds is null)
        {
            (_idEnds, _ids) = (new int[Capacity], new byte[UsualIdLength * Capacity]);
        }

        if (_idEnds is { } ends)
        {
            var start = Count == 0 ? 0 : ends[Count - 1];
            if (start + id.Length > _ids.Length)
            {
                Array.Resize(ref _ids, Math.Max(_ids.Length + (_ids.Length / 4), start + id.Length));
            }

            id.CopyTo(_ids.AsSpan(start));
            ends[Count] = start + id.Length;
        }

        Count++;
    }
}
