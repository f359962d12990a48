namespace CxRules.Runtime.Contacts;

/// <summary>
/// What was seen of each id: its hash and its content's, 16 bytes, in an open table that is at most seven eighths full and grows by half:
/// 18 to 27 bytes an id.
/// </summary>
internal sealed class KnownIds
{
    private ulong[] _entries = new ulong[2 * 4096];
    private int _count;

    public long Bytes => sizeof(ulong) * (long)_entries.Length;

    private int Slots => _entries.Length / 2;

    /// <summary>True where the id is new, and is known from now on.</summary>
    /// <param name="id">Not 0.</param>
    /// <param name="known">The content that it came with first.</param>
    public bool TryAdd(ulong id, ulong content, out ulong known)
    {
        var slot = SlotOf(id);
        known = _entries[(2 * slot) + 1];
        if (_entries[2 * slot] == id)
        {
            return false;
        }

        _entries[2 * slot] = id;
        _entries[(2 * slot) + 1] = content;
        if (++_count > Slots / 8 * 7)
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
        var entries = _entries;
        var slots = (ulong)Slots;
        var seen = 0UL;
        foreach (var id in ids)
        {
            seen ^= entries[2 * (int)Math.BigMul(id, slots, out _)];
        }

        return seen;
    }

    /// <summary>The id's slot, or the free one it would take.</summary>
    private int SlotOf(ulong id)
    {
        var slot = (int)Math.BigMul(id, (ulong)Slots, out _);
        while (_entries[2 * slot] != 0 && _entries[2 * slot] != id)
        {
            slot = slot + 1 == Slots ? 0 : slot + 1;
        }

        return slot;
    }

    private void Grow()
    {
        var old = _entries;
        _entries = new ulong[2 * (Slots + (Slots / 2))];
        for (var i = 0; i < old.Length; i += 2)
        {
            if (old[i] != 0)
            {
                var slot = SlotOf(old[i]);
                _entries[2 * slot] = old[i];
                _entries[(2 * slot) + 1] = old[i + 1];
            }
        }
    }
}
