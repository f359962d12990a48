using System.Text;

namespace CxRules.Runtime.Windows;

/// <summary>
/// A fixed sample of ids: those with the smallest hash. It does not depend on the order in which contacts come, and two samples join.
/// </summary>
internal sealed class Evidence(int size)
{
    private readonly List<(ulong Hash, string Id)> _entries = new(size);

    public IReadOnlyList<(ulong Hash, string Id)> Entries => _entries;

    public void Add(ulong hash, ReadOnlySpan<byte> id)
    {
        if (_entries.Count < size || hash <= _entries[^1].Hash)
        {
            Add(hash, Encoding.UTF8.GetString(id));
        }
    }

    public void Add(ulong hash, string id)
    {
        var entry = (hash, id);
        var index = _entries.BinarySearch(entry, EvidenceOrder.Instance);
        if (index >= 0 || ~index >= size)
        {
            return;
        }

        _entries.Insert(~index, entry);
        if (_entries.Count > size)
        {
            _entries.RemoveAt(size);
        }
    }

    public void Absorb(Evidence other)
    {
        if (other == this)
        {
            return;
        }

        foreach (var (hash, id) in other._entries)
        {
            Add(hash, id);
        }
    }

    private sealed class EvidenceOrder : IComparer<(ulong Hash, string Id)>
    {
        public static EvidenceOrder Instance { get; } = new();

        public int Compare((ulong Hash, string Id) x, (ulong Hash, string Id) y)
        {
            var byHash = x.Hash.CompareTo(y.Hash);
            return byHash != 0 ? byHash : string.CompareOrdinal(x.Id, y.Id);
        }
    }
}
