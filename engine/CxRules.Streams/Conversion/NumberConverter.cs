using CxRules.Model.Contacts;

namespace CxRules.Streams.Conversion;

/// <summary>Values that one number holds.</summary>
internal abstract class NumberConverter(FieldMapping mapping) : FieldConverter(mapping)
{
    private readonly long _missing = mapping.Target.Name == "version" ? 0 : FieldScale.Missing;
    private long[] _values = [];

    public sealed override void Bind(ContactBatch batch) => _values = batch.Number(Mapping.Target).Values;

    public sealed override void Repeat(int rows)
    {
        Set(Constant, 0);
        _values.AsSpan(0, rows).Fill(_values[0]);
    }

    public sealed override RejectKind? Set(ReadOnlySpan<byte> value, int row)
    {
        value = Prepare(value);
        if (value.IsEmpty)
        {
            _values[row] = _missing;
            return WhenMissing;
        }

        return Parse(value, out _values[row]);
    }

    /// <summary>The stored number of a value that is not empty; or what is wrong with it.</summary>
    protected abstract RejectKind? Parse(ReadOnlySpan<byte> value, out long result);
}
