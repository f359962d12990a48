namespace CxRules.Model.Contacts;

/// <summary>
/// Contacts as columns, a row a contact. A reader fills it, the engine reads it, and it is filled again: nothing is allocated for
/// a contact. Only the columns that <see cref="ContactDictionaries"/> asks for exist.
/// </summary>
public sealed class ContactBatch
{
    private readonly Column?[] _columns;

    public ContactBatch(ContactDictionaries dictionaries, int capacity = 8192)
    {
        Dictionaries = dictionaries;
        Capacity = capacity;
        _columns = [.. dictionaries.Schema.Fields.Select(field => dictionaries.Needs(field) ? Column.Create(field.Kind, capacity) : null)];
        IdHash = new ulong[capacity];
        ContentHash = new ulong[capacity];
        FileIndex = new int[capacity];
        Line = new int[capacity];
    }

    public ContactDictionaries Dictionaries { get; }

    public int Capacity { get; }

    /// <summary>Rows that are set.</summary>
    public int Count { get; set; }

    /// <summary>The how manieth batch of its history, from 0; rows of one with a lower number stand before those of a higher.</summary>
    public int Sequence { get; set; }

    /// <summary><see cref="Hashing.StableHash"/> of the contact's id (UTF-8).</summary>
    public ulong[] IdHash { get; }

    /// <summary><see cref="Hashing.StableHash"/> over the row's record as it stands in the file, so that two rows with one id can be told apart.</summary>
    public ulong[] ContentHash { get; }

    /// <summary>Index of the history file the row came from.</summary>
    public int[] FileIndex { get; }

    /// <summary>The line, from 1, on which the row starts.</summary>
    public int[] Line { get; }

    public CategoryColumn Category(ContactField field) => (CategoryColumn)Required(field);

    public NumberColumn Number(ContactField field) => (NumberColumn)Required(field);

    public TextColumn Text(ContactField field) => (TextColumn)Required(field);

    public ListColumn List(ContactField field) => (ListColumn)Required(field);

    /// <summary>The field's column, or null where no rule needs it.</summary>
    public Column? Find(ContactField field) => _columns[field.Ordinal];

    /// <summary>Appends a row of another batch over the same dictionaries.</summary>
    public void Append(ContactBatch other, int row)
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            if (_columns[i] is { } target && other._columns[i] is { } source)
            {
                source.CopyTo(target, row, Count);
            }
        }

        IdHash[Count] = other.IdHash[row];
        ContentHash[Count] = other.ContentHash[row];
        FileIndex[Count] = other.FileIndex[row];
        Line[Count] = other.Line[row];
        Count++;
    }

    /// <summary>Makes the batch empty: every value missing.</summary>
    public void Clear()
    {
        foreach (var column in _columns)
        {
            column?.Clear(Count);
        }

        Count = 0;
    }

    private Column Required(ContactField field) =>
        _columns[field.Ordinal] ?? throw new InvalidOperationException($"The column '{field.Name}' was not asked for.");
}
