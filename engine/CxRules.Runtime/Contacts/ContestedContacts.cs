using CxRules.Model.Contacts;

namespace CxRules.Runtime.Contacts;

/// <summary>
/// The rows of ids that stand with different contents, settled together (semantics.md 9 and 10): the highest version counts, lower ones are
/// superseded; one version with other content is a conflict, of which all but the first are quarantined: the first to arrive in a log, the
/// first by time in an export, where the order of rows does not matter. An id whose first row came too late is late as a whole.
/// </summary>
public sealed class ContestedContacts(ContactDictionaries dictionaries, RowOrder order = RowOrder.None)
{
    private const int BatchSize = 1024;

    private readonly ContactKeys _keys = new(dictionaries);
    private readonly List<ContactBatch> _batches = [];
    private readonly List<bool[]> _admitted = [];
    private readonly List<bool> _isLate = [];

    public long Superseded { get; private set; }

    public long Quarantined { get; private set; }

    public long Duplicates { get; private set; }

    public long Late { get; private set; }

    /// <summary>The rows, with those that count marked once <see cref="Settle"/> has run.</summary>
    public IEnumerable<(ContactBatch Batch, bool[] Admitted)> Batches => _batches.Zip(_admitted);

    /// <summary>Keeps a copy of a row.</summary>
    /// <param name="isLate">It came after its partition's watermark had passed it.</param>
    public void Add(ContactBatch batch, int row, bool isLate)
    {
        if (_batches.Count == 0 || _batches[^1].Count == _batches[^1].Capacity)
        {
            _batches.Add(new ContactBatch(dictionaries, BatchSize));
            _admitted.Add(new bool[BatchSize]);
        }

        _batches[^1].Append(batch, row);
        _isLate.Add(isLate);
    }

    /// <summary>Decides about every row.</summary>
    public void Settle()
    {
        foreach (var rows in Rows().GroupBy(row => row.Key))
        {
            Settle([.. rows]);
        }
    }

    private void Settle(List<HeldRow> rows)
    {
        var isLate = _isLate[rows[0].Place];
        var versions = rows.GroupBy(row => row.Version).OrderBy(version => version.Key).ToList();
        foreach (var version in versions)
        {
            var contents = version.GroupBy(row => row.Content).OrderBy(content => content.Min(First)).ThenBy(content => content.Key).ToList();
            var first = contents[0].ToList();
            Duplicates += first.Count - 1;
            Quarantined += contents.Skip(1).Sum(content => (long)content.Count());
            if (version != versions[^1])
            {
                Superseded++;
            }
            else if (isLate)
            {
                Late++;
            }
            else
            {
                _admitted[first[0].Place / BatchSize][first[0].Place % BatchSize] = true;
            }
        }
    }

    private long First(HeldRow row) => order == RowOrder.Arrival ? row.Place : row.OccurredAt;

    private IEnumerable<HeldRow> Rows()
    {
        var schema = dictionaries.Schema;
        for (var place = 0; place < _isLate.Count; place++)
        {
            var (batch, row) = (_batches[place / BatchSize], place % BatchSize);
            yield return new(_keys.Of(batch, row), batch.Number(schema.Version).Values[row], batch.ContentHash[row], batch.Number(schema.OccurredAt).Values[row], place);
        }
    }

    /// <param name="Place">The how manieth row that was held back, from 0.</param>
    private readonly record struct HeldRow(ContactKey Key, long Version, ulong Content, long OccurredAt, int Place);
}

/// <summary>What the order of a history's rows says.</summary>
public enum RowOrder
{
    /// <summary>Nothing: the history is an export.</summary>
    None,

    /// <summary>When they arrived: the history is a log.</summary>
    Arrival,
}
