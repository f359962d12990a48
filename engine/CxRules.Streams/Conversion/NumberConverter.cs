using CxRules.Model.Contacts;
using CxRules.Streams.Records;

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
        return Mapping.Source.IsSum ? Add(value, row) : One(value, row);
    }

    private RejectKind? One(ReadOnlySpan<byte> value, int row)
    {
        value = Prepare(value);
        if (value.IsEmpty)
        {
            _values[row] = _missing;
            return WhenMissing;
        }

        return Parse(value, out _values[row]);
    }

    /// <summary>What is missing adds nothing; where all is, the sum is missing too, and a `map` may say what that means.</summary>
    private RejectKind? Add(ReadOnlySpan<byte> parts, int row)
    {
        _values[row] = _missing;
        Int128 sum = 0;
        while (Parts.TryTake(ref parts, out var part))
        {
            var value = Prepare(part);
            if (value.IsEmpty)
            {
                continue;
            }

            if (Parse(value, out var number) is { } kind)
            {
                return kind;
            }

            sum += number;
            if (Int128.Abs(sum) > long.MaxValue)
            {
                return StreamErrors.NumberTooLarge;
            }

            _values[row] = (long)sum;
        }

        return _values[row] == _missing ? One(default, row) : null;
    }

    /// <summary>The stored number of a value that is not empty; or what is wrong with it.</summary>
    protected abstract RejectKind? Parse(ReadOnlySpan<byte> value, out long result);
}
