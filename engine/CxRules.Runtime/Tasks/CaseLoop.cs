namespace CxRules.Runtime.Tasks;

/// <summary>Those whom a case's contacts name: customers, or agents.</summary>
internal sealed class CaseLoop
{
    private readonly SortedSet<string> _named = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Named => _named;

    /// <summary>Contacts that name nobody.</summary>
    public long Nameless { get; private set; }

    public void Add(string? name)
    {
        if (name is null)
        {
            Nameless++;
        }
        else
        {
            _named.Add(name);
        }
    }
}
