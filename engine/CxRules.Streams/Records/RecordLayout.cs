using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Model.Sources;

namespace CxRules.Streams.Records;

/// <summary>The columns that are read, each once; a column's index is its slot.</summary>
internal sealed class RecordLayout(ContactSource source)
{
    private static readonly string[] OfDelivery = ["arrived at", "partition"];

    private readonly Dictionary<(string Name, ValuesTaken Taken), int> _slots = [];
    private readonly List<RecordColumn> _columns = [];

    public ImmutableArray<RecordColumn> Columns => [.. _columns];

    /// <summary>The slots of the field's columns, made where they are new; none for a constant.</summary>
    public ImmutableArray<int> SlotsOf(SourceField field) => [.. field.Columns.Select(name => SlotOf(name, field))];

    private static ValuesTaken TakenOf(SourceField field) =>
        field.Field.Kind == FieldKind.List ? ValuesTaken.List
        : field.IsSum ? ValuesTaken.All
        : field.Take == ValueChoice.Last ? ValuesTaken.Last
        : ValuesTaken.First;

    private int SlotOf(string name, SourceField field)
    {
        var taken = TakenOf(field);
        if (!_slots.TryGetValue((name, taken), out var slot))
        {
            slot = _columns.Count;
            _slots.Add((name, taken), slot);
            _columns.Add(new(name, field.Field.Name, taken) { IsOfDelivery = IsOfDelivery(name) });
        }

        return slot;
    }

    /// <summary>Two deliveries of one contact may differ there: no other field of the source reads it.</summary>
    private bool IsOfDelivery(string name) =>
        source.Fields.Where(field => field.Columns.Contains(name)).All(field => OfDelivery.Contains(field.Field.Name));
}

/// <param name="Field">The first field that reads it, for messages.</param>
internal sealed record RecordColumn(string Name, string Field, ValuesTaken Taken)
{
    /// <summary>A JSON array is a value of it.</summary>
    public bool TakesArray => Taken == ValuesTaken.List;

    /// <summary>It says how the record came, and is no part of its content.</summary>
    public bool IsOfDelivery { get; init; }
}

/// <summary>What counts where a path of a JSON record finds several values.</summary>
internal enum ValuesTaken
{
    First,
    Last,
    All,
    List,
}
