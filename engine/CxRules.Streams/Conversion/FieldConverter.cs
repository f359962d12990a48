using System.Text;
using CxRules.Model.Contacts;
using CxRules.Model.Sources;

namespace CxRules.Streams.Conversion;

/// <summary>Turns the values of one source field into one column of the batch.</summary>
internal abstract class FieldConverter(FieldMapping mapping)
{
    private readonly Substitutes? _substitutes = Substitutes.Create(mapping.Source);

    public FieldMapping Mapping { get; } = mapping;

    /// <summary>The record's slot; -1: every row has <see cref="Constant"/>.</summary>
    public int Slot { get; } = mapping.Slot;

    public byte[] Constant { get; } = Encoding.UTF8.GetBytes(mapping.Source.Constant ?? "");

    /// <summary>How a value should be written, for messages.</summary>
    public virtual string Expected => "";

    /// <summary>What is wrong where the value is missing; null where it may be.</summary>
    protected RejectKind? WhenMissing { get; } = mapping.WhenMissing;

    /// <summary>Writes to this batch from now on.</summary>
    public abstract void Bind(ContactBatch batch);

    /// <summary>Sets the field of a row; null, or why the row is refused.</summary>
    public abstract RejectKind? Convert(ReadOnlySpan<byte> value, int row);

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
internal sealed record FieldMapping(SourceField Source, ContactField Target, int Slot, RejectKind? WhenMissing)
{
    /// <summary>The field's place, for messages.</summary>
    public string Place => Source.Column is { } column ? $"Column '{column}' ({Source.Field.Name})" : $"The field '{Source.Field.Name}'";
}
