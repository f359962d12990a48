using CxRules.Model.Contacts;

namespace CxRules.Runtime.Contacts;

/// <summary>
/// Lets each contact in once, and says of every other row what became of it (semantics.md 5 to 10). A row that repeats an id with the same
/// content is a duplicate; with other content the id is contested, and only all of its rows together can settle what counts. A row
/// that says that its contact is erased speaks for all rows of that contact, earlier ones too. Both take a second reading.
/// </summary>
/// <param name="findings">What the first reading learned.</param>
/// <param name="heldBack">Takes the rows of contested ids.</param>
/// <param name="log">What the rows of a log are held against; null for an export, whose rows have no order.</param>
public sealed class Door(ContactDictionaries dictionaries, DoorFindings findings, ContestedContacts heldBack, Watermarks? log = null)
{
    /// <summary>How far a contact may be ahead of its arrival: one wrong clock must not make all others late.</summary>
    public static TimeSpan ClockTolerance { get; } = TimeSpan.FromMinutes(5);

    private readonly KnownIds _ids = new();
    private readonly HashSet<ulong> _contested = [];
    private readonly HashSet<ContactKey> _erased = [.. findings.Erased];
    private readonly HashSet<ulong> _erasedHashes = [.. findings.Erased.Select(key => key.Hash)];
    private readonly ContactKeys _keys = new(dictionaries);

    /// <summary>What this reading learned.</summary>
    public DoorFindings Findings => new(_contested, _erased);

    public long Duplicates { get; private set; }

    public long Late { get; private set; }

    /// <summary>Rows further ahead of their arrival than any clock may be.</summary>
    public long Quarantined { get; private set; }

    public long Erased { get; private set; }

    /// <summary>Bytes kept for the ids seen.</summary>
    public long Bytes => _ids.Bytes;

    /// <summary>
    /// Fetches what is known of the ids of rows that are soon admitted. A thread may do so while another admits rows: nothing is decided by it.
    /// </summary>
    /// <param name="keys">As <see cref="ContactKeys"/> hashes them.</param>
    /// <returns>Of no meaning.</returns>
    public ulong Approach(ReadOnlySpan<ulong> keys) => _ids.Fetch(keys);

    /// <summary>Marks the rows of a batch that are let in.</summary>
    /// <param name="keys">The rows', as <see cref="ContactKeys"/> hashes them.</param>
    public void Admit(ContactBatch batch, ReadOnlySpan<ulong> keys, Span<bool> admitted)
    {
        var schema = dictionaries.Schema;
        var rows = new Rows(
            batch,
            batch.Number(schema.OccurredAt).Values,
            (batch.Find(schema.ArrivedAt) as NumberColumn)?.Values,
            (batch.Find(schema.Partition) as CategoryColumn)?.Codes,
            (batch.Find(schema.Erased) as NumberColumn)?.Values);
        for (var row = 0; row < keys.Length; row++)
        {
            admitted[row] = Admit(rows, row, keys[row]);
        }
    }

    private bool Admit(Rows rows, int row, ulong key)
    {
        if (IsErased(rows, row, key))
        {
            Erased++;
            return false;
        }

        if (log is not null && rows.ArrivedAt is not null && rows.OccurredAt[row] > rows.ArrivedAt[row] + ClockTolerance.Ticks)
        {
            Quarantined++;
            return false;
        }

        var isLate = IsLate(rows.Partitions?[row] ?? 0, rows.OccurredAt[row]);
        if (findings.Contested.Count > 0 && findings.Contested.Contains(key))
        {
            heldBack.Add(rows.Batch, row, isLate);
            return false;
        }

        return Admit(key, rows.Batch.ContentHash[row], isLate);
    }

    private bool Admit(ulong key, ulong content, bool isLate)
    {
        if (_ids.TryAdd(key, content, out var known))
        {
            Late += isLate ? 1 : 0;
            return !isLate;
        }

        if (known == content)
        {
            Duplicates++;
        }
        else
        {
            _contested.Add(key);
        }

        return false;
    }

    private bool IsErased(Rows rows, int row, ulong key)
    {
        if (rows.Erased is null)
        {
            return false;
        }

        if (rows.Erased[row] == 1)
        {
            _erased.Add(_keys.Of(rows.Batch, row));
            _erasedHashes.Add(key);
            return true;
        }

        return _erasedHashes.Contains(key) && _erased.Contains(_keys.Of(rows.Batch, row));
    }

    private bool IsLate(int partition, long occurredAt)
    {
        if (log is null)
        {
            return false;
        }

        var isLate = log.IsLate(partition, occurredAt);
        log.Advance(partition, occurredAt);
        return isLate;
    }

    /// <summary>The columns of a batch that decide; null where the source has none.</summary>
    private readonly record struct Rows(ContactBatch Batch, long[] OccurredAt, long[]? ArrivedAt, int[]? Partitions, long[]? Erased);
}
