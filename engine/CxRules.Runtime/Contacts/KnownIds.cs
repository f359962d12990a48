namespace CxRules.Runtime.Contacts;

/// <summary>
/// What was seen of each id: its hash and its content's, 16 bytes, in an open table that is at most seven eighths full and grows by half:
/// 18 to 27 bytes an id. It stands in blocks, and grows in place: an id's slot is its hash's share of all slots, so in a larger table no id
/// stands before another that it stood behind, and none comes down.
/// </summary>
internal sealed class KnownIds
{
    private const int BlockBits = 13;
    private const int BlockSlots = 1 << BlockBits;

    private readonly List<ulong[]> _blocks = [NewBlock()];
    private ulong[][] _table;
    private int _slots = BlockSlots;
    private int _count;

    /// <summary>How far behind its slot an id stands at most.</summary>
    private int _farthest;

    public KnownIds() => _table = [.. _blocks];

    public long Bytes => 2 * sizeof(ulong) * (long)_slots;

    /// <summary>True where the id is new, and is known from now on.</summary>
    /// <param name="id">Not 0.</param>
    /// <param name="known">The content that it came with first.</param>
    public bool TryAdd(ulong id, ulong content, out ulong known)
    {
        var entry = EntryOf(id);
        known = entry[1];
        if (entry[0] == id)
        {
            return false;
        }

        (entry[0], entry[1]) = (id, content);
        if (++_count > _slots / 8 * 7)
        {
            Grow();
        }

        return true;
    }

    /// <summary>
    /// Fetches the places of ids that are soon added: the table is larger than any cache, and look-ups that do not wait for each other are
    /// fetched side by side.
    /// </summary>
    /// <returns>Of no meaning.</returns>
    public ulong Fetch(ReadOnlySpan<ulong> ids)
    {
        var seen = 0UL;
        foreach (var id in ids)
        {
            seen ^= At(SlotOf(id))[0];
        }

        return seen;
    }

    private static ulong[] NewBlock() => new ulong[2 * BlockSlots];

    private int SlotOf(ulong id) => (int)Math.BigMul(id, (ulong)_slots, out _);

    private Span<ulong> At(int slot) => _table[slot >> BlockBits].AsSpan(2 * (slot & (BlockSlots - 1)), 2);

    /// <summary>The id's entry, or the free one it would take.</summary>
    private Span<ulong> EntryOf(ulong id)
    {
        var slot = SlotOf(id);
        for (var distance = 0; ; distance++)
        {
            var entry = At(slot);
            if (entry[0] == 0 || entry[0] == id)
            {
                _farthest = Math.Max(_farthest, distance);
                return entry;
            }

            slot = slot + 1 == _slots ? 0 : slot + 1;
        }
    }

    private void Grow()
    {
        var old = _slots;
        while (_slots < old + (old / 2))
        {
            _blocks.Add(NewBlock());
            _slots += BlockSlots;
        }

        _table = [.. _blocks];

        // From here on an id's new slot is not below the place it stood at, so what is moved from above never meets what still waits below.
        var sure = Math.Min(old, (4 * _farthest) + 8);
        var low = new List<(ulong Id, ulong Content)>();
        for (var slot = 0; slot < sure; slot++)
        {
            if (Take(slot) is { Id: not 0 } entry)
            {
                low.Add(entry);
            }
        }

        _farthest = 0;
        for (var slot = old - 1; slot >= sure; slot--)
        {
            Place(Take(slot));
        }

        low.ForEach(Place);
    }

    private (ulong Id, ulong Content) Take(int slot)
    {
        var entry = At(slot);
        var taken = (entry[0], entry[1]);
        entry.Clear();
        return taken;
    }

    private void Place((ulong Id, ulong Content) taken)
    {
        if (taken.Id != 0)
        {
            var entry = EntryOf(taken.Id);
            (entry[0], entry[1]) = taken;
        }
    }
}
