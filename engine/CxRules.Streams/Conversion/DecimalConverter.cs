namespace CxRules.Streams.Conversion;

/// <summary>Decimals and money, in millionths.</summary>
/// <param name="bad">What a value is that is no number.</param>
internal sealed class DecimalConverter(FieldMapping mapping, RejectKind bad) : NumberConverter(mapping)
{
    protected override RejectKind? Parse(ReadOnlySpan<byte> value, out long result) =>
        Utf8Decimal.TryParse(value, out result, out var tooLarge) ? null : tooLarge ? StreamErrors.NumberTooLarge : bad;
}
