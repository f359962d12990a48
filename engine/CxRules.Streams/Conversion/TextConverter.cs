using System.Text.Unicode;
using CxRules.Model.Contacts;

namespace CxRules.Streams.Conversion;

/// <summary>Texts, kept as UTF-8; ids without the white space around them, others as they stand.</summary>
internal sealed class TextConverter(FieldMapping mapping) : FieldConverter(mapping)
{
    private readonly bool _trims = mapping.Target.Name == "id";
    private TextColumn? _column;

    public override void Bind(ContactBatch batch) => _column = batch.Text(Mapping.Target);

    public override RejectKind? Set(ReadOnlySpan<byte> value, int row)
    {
        var prepared = Prepare(value);
        if (!Utf8.IsValid(prepared))
        {
            return StreamErrors.InvalidText;
        }

        var changed = _trims || prepared.IsEmpty || !value.Overlaps(prepared);
        _column?.Append(changed ? prepared : value);
        return prepared.IsEmpty ? WhenMissing : null;
    }
}
