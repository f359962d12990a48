using CxRules.Runtime.Matching;

namespace CxRules.Runtime.Windows;

/// <summary>
/// What a set of contacts has in common: the populations they belong to and the values that group them. Everything the engine counts
/// is counted once per profile and slot, and adds up: over slots, profiles, parts of a history. There may be millions of them, each with a
/// handful of contacts.
/// </summary>
internal sealed class Profile
{
    private readonly ulong[] _keys;
    private readonly int _start;
    private readonly int _words;
    private ICells? _cells;
    private ProfileEntries? _entries;

    public Profile(ulong[] truth, int[] codes)
        : this([.. truth, .. codes.Select(code => (ulong)code)], 0, truth.Length, 0, null)
    {
    }

    /// <param name="keys">Holds its key, from <paramref name="start"/> on: the populations, then the codes.</param>
    /// <param name="words">Of populations.</param>
    /// <param name="log">Where its contacts are kept while they are few; null: it has cells from the first one on.</param>
    public Profile(ulong[] keys, int start, int words, int number, ContactLog? log)
    {
        _keys = keys;
        _start = start;
        _words = words;
        Number = number;
        _cells = log;
    }

    /// <summary>Its place in its table.</summary>
    public int Number { get; }

    /// <summary>How many of its contacts stand in a log.</summary>
    public int Logged { get; set; }

    /// <summary>Its contacts stand in a log so far.</summary>
    public bool IsLogged => _cells is ContactLog;

    /// <summary>What was counted; of a profile in a log a copy, once the log is closed.</summary>
    public CellList Cells => (_cells ??= new CellList()).Of(this);

    /// <summary>The same without evidence.</summary>
    public CellList Counts => (_cells ??= new CellList()).CountsOf(this);

    /// <summary>Cells to add to: from here on it has its own.</summary>
    public CellList OwnCells
    {
        get
        {
            if (_cells is not CellList own)
            {
                _cells = own = new CellList();
            }

            return own;
        }
    }

    public List<CustomerEntry>? Customers
    {
        get => _entries?.Customers;
        set => (_entries ??= new ProfileEntries()).Customers = value;
    }

    public List<ValueEntry>? Values
    {
        get => _entries?.Values;
        set => (_entries ??= new ProfileEntries()).Values = value;
    }

    public bool Holds(int population) => BitRow.Has(_keys.AsSpan(_start, _words), population);

    /// <summary>A group or owner field's code, by its place in <see cref="ProfileLayout.Fields"/>; 0: missing, or of no use to these populations.</summary>
    public int Code(int field) => (int)_keys[_start + _words + field];

    /// <summary>Adds what another profile with the same key counted; what stands in its log is not its own.</summary>
    public void Absorb(Profile other)
    {
        if (other._cells is CellList cells)
        {
            OwnCells.Absorb(cells);
        }

        if (other._entries is not null)
        {
            (_entries ??= new ProfileEntries()).Absorb(other._entries);
        }
    }
}
