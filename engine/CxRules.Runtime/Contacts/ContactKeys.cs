using System.Text;
using CxRules.Model.Contacts;

namespace CxRules.Runtime.Contacts;

/// <summary>The keys of a batch's rows. For one thread.</summary>
public sealed class ContactKeys(ContactDictionaries dictionaries)
{
    private readonly List<(string Source, ulong Seed)> _bySource = [("", 0)];
    private ulong[] _hashes = [];

    internal ContactKey Of(ContactBatch batch, int row) =>
        new(SourceOf(batch, row).Source, Encoding.UTF8.GetString(batch.Text(dictionaries.Schema.Id)[row]));

    /// <summary>The hashes of the rows' keys, without making the keys. Valid until the next call.</summary>
    public ReadOnlyMemory<ulong> Hash(ContactBatch batch)
    {
        if (_hashes.Length < batch.Count)
        {
            _hashes = new ulong[batch.Capacity];
        }

        Hash(batch, _hashes.AsSpan(0, batch.Count));
        return _hashes.AsMemory(0, batch.Count);
    }

    private void Hash(ContactBatch batch, Span<ulong> hashes)
    {
        var ids = batch.IdHash;
        if (batch.Find(dictionaries.Schema.Source) is not CategoryColumn sources)
        {
            for (var row = 0; row < hashes.Length; row++)
            {
                hashes[row] = ContactKey.Combine(0, ids[row]);
            }

            return;
        }

        Learn();
        for (var row = 0; row < hashes.Length; row++)
        {
            hashes[row] = ContactKey.Combine(_bySource[sources.Codes[row]].Seed, ids[row]);
        }
    }

    private (string Source, ulong Seed) SourceOf(ContactBatch batch, int row)
    {
        if (batch.Find(dictionaries.Schema.Source) is not CategoryColumn sources)
        {
            return _bySource[0];
        }

        Learn();
        return _bySource[sources.Codes[row]];
    }

    private void Learn()
    {
        var known = dictionaries[dictionaries.Schema.Source];
        while (_bySource.Count < known.Count)
        {
            var source = known[_bySource.Count].ToUpperInvariant();
            _bySource.Add((source, ContactKey.SeedOf(source)));
        }
    }
}
