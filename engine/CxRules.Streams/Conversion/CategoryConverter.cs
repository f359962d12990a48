using System.Text;
using System.Text.Unicode;
using CxRules.Model.Contacts;

namespace CxRules.Streams.Conversion;

/// <summary>Codes: what stood in the source once is looked up by its bytes ever after.</summary>
internal sealed class CategoryConverter(FieldMapping mapping, CategoryDictionary dictionary) : FieldConverter(mapping)
{
    private readonly Utf8Table _known = new();
    private readonly bool _isKind = mapping.Target.Name == ContactSchema.Default.Kind.Name;
    private int[] _codes = [];

    /// <summary>The kinds of records are known; any other field has codes of its own.</summary>
    private bool IsOne(ReadOnlySpan<byte> value)
    {
        if (!_isKind || value.IsEmpty)
        {
            return true;
        }

        foreach (var kind in RecordKind.All)
        {
            if (Ascii.EqualsIgnoreCase(value, kind))
            {
                return true;
            }
        }

        return false;
    }

    public override void Bind(ContactBatch batch) => _codes = batch.Category(Mapping.Target).Codes;

    public override void Repeat(int rows)
    {
        Set(Constant, 0);
        _codes.AsSpan(0, rows).Fill(_codes[0]);
    }

    public override RejectKind? Set(ReadOnlySpan<byte> value, int row)
    {
        if (!_known.TryGet(value, out var code))
        {
            if (!Utf8.IsValid(value))
            {
                return StreamErrors.InvalidText;
            }

            var prepared = Prepare(value);
            if (!IsOne(prepared))
            {
                return StreamErrors.UnknownKind;
            }

            code = dictionary.Add(prepared);
            _known.Add(value, code);
        }

        _codes[row] = code;
        return code == 0 ? WhenMissing : null;
    }
}
