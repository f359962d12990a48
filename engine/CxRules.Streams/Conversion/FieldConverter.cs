using System.Collections.Immutable;
using System.Runtime.CompilerServices;
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

    public FieldMapping Mapping { get; } = mapping;

    public byte[] Constant { get; } = Encoding.UTF8.GetBytes(mapping.Source.Constant ?? "");

    /// <summary>Every row has <see cref="Constant"/>.</summary>
    public bool IsConstant { get; } = mapping.Slots.IsEmpty;

    /// <summary>How a value should be written, for messages.</summary>
    public virtual string Expected => "";

    /// <summary>What is wrong where the value is missing; null where it may be.</summary>
    protected RejectKind? WhenMissing { get; } = mapping.WhenMissing;

    /// <summary>Writes to this batch from now on.</summary>
    public abstract void Bind(ContactBatch batch);

    /// <summary>Sets the field of the next rows, from 0 on, to what the records say; -1 stands for a record that says nothing.</summary>
    /// <param name="places">Room for as many.</param>
    /// <param name="refused">Rows of it are left out, and those that are refused now are added.</param>
    public void Convert(RecordReader reader, ReadOnlySpan<int> records, Span<FieldPlace> places, RefusedRows refused)
    {
        Find(reader, records, places);
        Set(reader.Chunk, places, refused);
    }

    /// <summary>Sets the field of a row; null, or why the row is refused.</summary>
    public abstract RejectKind? Set(ReadOnlySpan<byte> value, int row);

    /// <summary>Sets the field of the first rows to what the constant says.</summary>
    public virtual void Repeat(int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            Set(Constant, row);
        }
    }

    protected virtual void Set(RecordChunk chunk, ReadOnlySpan<FieldPlace> places, RefusedRows refused)
    {
        for (var row = 0; row < places.Length; row++)
        {
            if (!refused[row] && Set(chunk[places[row]], row) is { } kind)
            {
                refused.Add(row, kind, this, places[row]);
            }
        }
    }

    /// <summary>The value to read: trimmed, mapped, and empty where it is missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected ReadOnlySpan<byte> Prepare(ReadOnlySpan<byte> value)
    {
        value = Utf8Text.Trim(value);
        return _substitutes is null ? value : _substitutes.For(value);
    }

    private void Find(RecordReader reader, ReadOnlySpan<int> records, Span<FieldPlace> places)
    {
        if (IsConstant)
        {
            Constant.CopyTo(reader.Chunk.RoomToRewrite(Constant.Length));
            places.Fill(reader.Chunk.Rewritten(Constant.Length));
        }
        else if (_joined is null)
        {
            reader.Find(Mapping.Slots[0], records, places);
        }
        else
        {
            _joined.Find(reader, records, places);
        }
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
        _ => $"One of the columns {string.Join(", ", Source.Columns.Select(column => $"'{column}'"))} ({Source.Field.Name})",
    };
}
