using System.Buffers.Text;

namespace CxRules.Streams.Conversion;

/// <summary>Whole numbers; a fraction of zeros (`3.0`, as table programs write it) is let pass.</summary>
internal sealed class IntegerConverter(FieldMapping mapping) : NumberConverter(mapping)
{
    protected override RejectKind? Parse(ReadOnlySpan<byte> value, out long result)
    {
        if (Utf8Digits.TryParse(value, out var digitsAlone))
        {
            result = digitsAlone;
            return null;
        }

        var point = value.IndexOf((byte)'.');
        var whole = point > 0 && point + 1 < value.Length && value[(point + 1)..].IndexOfAnyExcept((byte)'0') < 0 ? value[..point] : value;
        if (Utf8Parser.TryParse(whole, out result, out var read) && read == whole.Length && result != long.MinValue)
        {
            return null;
        }

        var digits = whole[0] is (byte)'-' or (byte)'+' ? whole[1..] : whole;
        return !digits.IsEmpty && digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 ? StreamErrors.NumberTooLarge : StreamErrors.BadInteger;
    }
}
