namespace CxRules.Runtime.Tasks;

/// <summary>Those whom a case's contacts name: customers, or agents.</summary>
public sealed class CaseLoop
{
    private readonly SortedDictionary<string, long> _named = new(StringComparer.Ordinal);

    /// <summary>With the UTC ticks of their first contact, by ordinal.</summary>
    public IReadOnlyDictionary<string, long> Named => _named;

    /// <summary>Contacts that name nobody.</summary>
    public long Nameless { get; private set; }

    internal void Add(string? name, long occurredAt)
    {
        if (name is null)
        {
            Nameless++;
        }
        else
        {
            _named[name] = _named.TryGetValue(name, out var first) ? Math.Min(first, occurredAt) : occurredAt;
        }
    }
}
