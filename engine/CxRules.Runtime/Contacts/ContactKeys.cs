using System.Text;
using CxRules.Model.Contacts;

namespace CxRules.Runtime.Contacts;

/// <summary>The keys of a batch's rows.</summary>
internal sealed class ContactKeys(ContactDictionaries dictionaries)
{
    private readonly List<(string Source, ulong Seed)> _bySource = [("", 0)];

    public ContactKey Of(ContactBatch batch, int row) =>
        new(SourceOf(batch, row).Source, Encoding.UTF8.GetString(batch.Text(dictionaries.Schema.Id)[row]));

    /// <summary>The hash of the row's key, without making the key.</summary>
    public ulong HashOf(ContactBatch batch, int row) => ContactKey.Combine(SourceOf(batch, row).Seed, batch.IdHash[row]);

    private (string Source, ulong Seed) SourceOf(ContactBatch batch, int row)
    {
        var field = dictionaries.Schema.Source;
        if (batch.Find(field) is not CategoryColumn sources)
        {
            return _bySource[0];
        }

        while (_bySource.Count < dictionaries[field].Count)
        {
            var source = dictionaries[field][_bySource.Count].ToUpperInvariant();
            _bySource.Add((source, ContactKey.SeedOf(source)));
        }

        return _bySource[sources.Codes[row]];
    }
}
