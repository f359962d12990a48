using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Model.Sources;

namespace CxRules.Streams.Records;

/// <summary>The columns that are read, each once; a column's index is its slot.</summary>
internal sealed class RecordLayout(ContactSource source)
{
    private static readonly string[] OfDelivery = ["arrived at", "partition"];

    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly List<RecordColumn> _columns = [];

    public ImmutableArray<RecordColumn> Columns => [.. _columns];

    /// <summary>The slots of the field's columns, made where they are new; none for a constant.</summary>
    public ImmutableArray<int> SlotsOf(SourceField field) => [.. ColumnsOf(field).Select(name => SlotOf(name, field))];

    private static IEnumerable<string> ColumnsOf(SourceField field) => field.Column is { } first ? field.MoreColumns.Prepend(first) : [];

    private int SlotOf(string name, SourceField field)
    {
        if (!_slots.TryGetValue(name, out var slot))
        {
            slot = _columns.Count;
            _slots.Add(name, slot);
            _columns.Add(new(name, field.Field.Name, false) { IsOfDelivery = IsOfDelivery(name) });
        }

        if (field.Field.Kind == FieldKind.List)
        {
            _columns[slot] = _columns[slot] with { TakesArray = true };
        }

        return slot;
    }

    /// <summary>Two deliveries of one contact may differ there: no other field of the source reads it.</summary>
    private bool IsOfDelivery(string name) =>
        source.Fields.Where(field => ColumnsOf(field).Contains(name)).All(field => OfDelivery.Contains(field.Field.Name));
}

/// <param name="Field">The first field that reads it, for messages.</param>
/// <param name="TakesArray">A JSON array is a value of it.</param>
internal sealed record RecordColumn(string Name, string Field, bool TakesArray)
{
    /// <summary>It says how the record came, and is no part of its content.</summary>
    public bool IsOfDelivery { get; init; }
}
