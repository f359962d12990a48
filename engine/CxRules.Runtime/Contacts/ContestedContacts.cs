using System.Text;
using CxRules.Model.Contacts;

namespace CxRules.Runtime.Contacts;

/// <summary>
/// The rows of ids that stand with different contents, settled together (semantics.md 9 and 10): the highest version counts, lower ones are
/// superseded; one version with other content is a conflict, of which all but the first by time are quarantined. The order in which
/// the rows were read does not matter.
/// </summary>
public sealed class ContestedContacts(ContactDictionaries dictionaries)
{
    private readonly List<ContactBatch> _batches = [];
    private readonly List<bool[]> _admitted = [];

    public long Superseded { get; private set; }

    public long Quarantined { get; private set; }

    public long Duplicates { get; private set; }

    /// <summary>The rows, with those that count marked once <see cref="Settle"/> has run.</summary>
    public IEnumerable<(ContactBatch Batch, bool[] Admitted)> Batches => _batches.Zip(_admitted);

    /// <summary>Keeps a copy of a row.</summary>
    public void Add(ContactBatch batch, int row)
    {
        if (_batches.Count == 0 || _batches[^1].Count == _batches[^1].Capacity)
        {
            _batches.Add(new ContactBatch(dictionaries, 1024));
            _admitted.Add(new bool[1024]);
        }

        _batches[^1].Append(batch, row);
    }

    /// <summary>Decides about every row.</summary>
    public void Settle()
    {
        foreach (var rows in Rows().GroupBy(row => row.Id, StringComparer.Ordinal))
        {
            var versions = rows.GroupBy(row => row.Version).OrderBy(version => version.Key).ToList();
            foreach (var version in versions)
            {
                var contents = version.GroupBy(row => row.Content).OrderBy(content => content.Min(row => row.OccurredAt)).ThenBy(content => content.Key).ToList();
                var first = contents[0];
                Duplicates += first.Count() - 1;
                Quarantined += contents.Skip(1).Sum(content => (long)content.Count());
                if (version == versions[^1])
                {
                    var (batch, row) = first.Select(row => (row.Batch, row.Row)).First();
                    _admitted[batch][row] = true;
                }
                else
                {
                    Superseded++;
                }
            }
        }
    }

    private IEnumerable<(string Id, long Version, ulong Content, long OccurredAt, int Batch, int Row)> Rows()
    {
        var schema = dictionaries.Schema;
        for (var i = 0; i < _batches.Count; i++)
        {
            var batch = _batches[i];
            for (var row = 0; row < batch.Count; row++)
            {
                yield return (
                    Encoding.UTF8.GetString(batch.Text(schema.Id)[row]),
                    batch.Number(schema.Version).Values[row],
                    batch.ContentHash[row],
                    batch.Number(schema.OccurredAt).Values[row],
                    i,
                    row);
            }
        }
    }
}
