using CxRules.Model.Contacts;

namespace CxRules.Runtime.Journeys;

/// <summary>Contacts that cannot be counted before what happened to their customers is known: copies of their rows.</summary>
internal sealed class HeldContacts(ContactDictionaries dictionaries)
{
    private const int BatchSize = 1024;

    private readonly List<ContactBatch> _batches = [];

    public IEnumerable<(ContactBatch Batch, int Row)> Rows => _batches.SelectMany(batch => Enumerable.Range(0, batch.Count).Select(row => (batch, row)));

    public void Add(ContactBatch batch, int row)
    {
        if (_batches.Count == 0 || _batches[^1].Count == _batches[^1].Capacity)
        {
            _batches.Add(new ContactBatch(dictionaries, BatchSize));
        }

        _batches[^1].Append(batch, row);
    }

    public void Absorb(HeldContacts other)
    {
        // The last one is the one that is added to, and need not be full.
        _batches.InsertRange(0, other._batches);
        other._batches.Clear();
    }

    public void Clear() => _batches.Clear();
}
