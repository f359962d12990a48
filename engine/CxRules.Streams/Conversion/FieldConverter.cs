using System.Collections.Immutable;
using System.Text;
using CxRules.Model.Contacts;
using CxRules.Model.Sources;
using CxRules.Streams.Records;

namespace CxRules.Streams.Conversion;

/// <summary>Turns the values of one source field into one column of the batch.</summary>
internal abstract class FieldConverter(FieldMapping mapping)
{
    private readonly Substitutes? _substitutes = Substitutes.Create(mapping.Source);
    private readonly JoinedColumns? _joined = mapping.Slots.Length > 1 ? new(mapping.Slots, mapping.Source) : null;
    private readonly int _slot = mapping.Slots.Length == 1 ? mapping.Slots[0] : -1;

    public FieldMapping Mapping { get; } = mapping;

    public byte[] Constant { get; } = Encoding.UTF8.GetBytes(mapping.Source.Constant ?? "");

    /// <summary>Every row has <see cref="Constant"/>.</summary>
    public bool IsConstant { get; } = mapping.Slots.IsEmpty;

    /// <summary>How a value should be written, for messages.</summary>
    public virtual string Expected => "";

    /// <summary>What is wrong where the value is missing; null where it may be.</summary>
    protected RejectKind? WhenMissing { get; } = mapping.WhenMissing;

    /// <summary>What a record holds for the field.</summary>
    public ReadOnlySpan<byte> ValueOf(RecordReader record) => _slot >= 0 ? record[_slot] : _joined is null ? Constant : _joined.ValueOf(record);

    /// <summary>Writes to this batch from now on.</summary>
    public abstract void Bind(ContactBatch batch);

    /// <summary>Sets the field of a row; null, or why the row is refused.</summary>
    public abstract RejectKind? Convert(ReadOnlySpan<byte> value, int row);

    /// <summary>Sets the field of the first rows to what the constant says.</summary>
    public virtual void Repeat(int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            Convert(Constant, row);
        }
    }

    /// <summary>Takes back the rows from <paramref name="rows"/> on.</summary>
    public virtual void TakeBack(int rows)
    {
    }

    /// <summary>The value to read: trimmed, mapped, and empty where it is missing.</summary>
    protected ReadOnlySpan<byte> Prepare(ReadOnlySpan<byte> value)
    {
        value = Utf8Text.Trim(value);
        return _substitutes is null ? value : _substitutes.For(value);
    }
}

/// <summary>Where a column of the batch comes from.</summary>
/// <param name="Target">The field that is set; differs from the source's where `version` comes from `revised at`.</param>
/// <param name="Slots">The record's; none: every row has the constant.</param>
internal sealed record FieldMapping(SourceField Source, ContactField Target, ImmutableArray<int> Slots, RejectKind? WhenMissing)
{
    /// <summary>The field's place, for messages.</summary>
    public string Place => Source switch
    {
        { Column: null } => $"The field '{Source.Field.Name}'",
        { MoreColumns: [] } => $"Column '{Source.Column}' ({Source.Field.Name})",
        _ => $"One of the columns {string.Join(", ", Source.MoreColumns.Prepend(Source.Column).Select(column => $"'{column}'"))} ({Source.Field.Name})",
    };
}
