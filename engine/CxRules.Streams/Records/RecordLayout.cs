using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Model.Sources;

namespace CxRules.Streams.Records;

/// <summary>The columns that are read, each once; a column's index is its slot.</summary>
internal sealed class RecordLayout
{
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly List<RecordColumn> _columns = [];

    public ImmutableArray<RecordColumn> Columns => [.. _columns];

    /// <summary>The slot of the field's column, made where it is new; -1 for a constant.</summary>
    public int SlotOf(SourceField field)
    {
        if (field.Column is not { } name)
        {
            return -1;
        }

        if (!_slots.TryGetValue(name, out var slot))
        {
            slot = _columns.Count;
            _slots.Add(name, slot);
            _columns.Add(new(name, field.Field.Name, false));
        }

        if (field.Field.Kind == FieldKind.List)
        {
            _columns[slot] = _columns[slot] with { TakesArray = true };
        }

        return slot;
    }
}

/// <param name="Field">The first field that reads it, for messages.</param>
/// <param name="TakesArray">A JSON array is a value of it.</param>
internal sealed record RecordColumn(string Name, string Field, bool TakesArray);
