using CxRules.Model.Contacts;

namespace CxRules.Runtime.Contacts;

/// <summary>
/// Lets each contact in once. Remembers 16 bytes an id: its hash and its content's. A row that repeats an id with the same content is a
/// duplicate; with other content the id is contested, and only all of its rows together can settle what counts.
/// </summary>
/// <param name="contested">Hashes of ids whose rows are held back, to be settled together.</param>
public sealed class Door(IReadOnlySet<ulong> contested, ContestedContacts heldBack)
{
    private ulong[] _entries = new ulong[2 * 4096];
    private int _count;

    /// <summary>Hashes of the ids that stand with different contents.</summary>
    public HashSet<ulong> Contested { get; } = [];

    public long Duplicates { get; private set; }

    /// <summary>Bytes kept for the ids seen.</summary>
    public long Bytes => sizeof(ulong) * (long)_entries.Length;

    /// <summary>Marks the rows of a batch that are let in.</summary>
    public void Admit(ContactBatch batch, Span<bool> admitted)
    {
        for (var row = 0; row < batch.Count; row++)
        {
            var id = Math.Max(batch.IdHash[row], 1);
            if (contested.Count > 0 && contested.Contains(id))
            {
                heldBack.Add(batch, row);
                admitted[row] = false;
            }
            else
            {
                admitted[row] = Admit(id, batch.ContentHash[row]);
            }
        }
    }

    private bool Admit(ulong id, ulong content)
    {
        var mask = (_entries.Length / 2) - 1;
        for (var slot = (int)(id >> 20) & mask; ; slot = (slot + 1) & mask)
        {
            if (_entries[2 * slot] == 0)
            {
                _entries[2 * slot] = id;
                _entries[(2 * slot) + 1] = content;
                if (++_count * 4 > _entries.Length)
                {
                    Grow();
                }

                return true;
            }

            if (_entries[2 * slot] == id)
            {
                var isDuplicate = _entries[(2 * slot) + 1] == content;
                Duplicates += isDuplicate ? 1 : 0;
                if (!isDuplicate)
                {
                    Contested.Add(id);
                }

                return false;
            }
        }
    }

    private void Grow()
    {
        var old = _entries;
        _entries = new ulong[old.Length * 2];
        var mask = (_entries.Length / 2) - 1;
        for (var i = 0; i < old.Length; i += 2)
        {
            if (old[i] != 0)
            {
                var slot = (int)(old[i] >> 20) & mask;
                while (_entries[2 * slot] != 0)
                {
                    slot = (slot + 1) & mask;
                }

                _entries[2 * slot] = old[i];
                _entries[(2 * slot) + 1] = old[i + 1];
            }
        }
    }
}
