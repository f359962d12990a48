using System.Text;

namespace CxRules.Streams.Conversion;

/// <summary>Yes and no in the spellings that exports use, ignoring case.</summary>
internal sealed class FlagConverter(FieldMapping mapping) : NumberConverter(mapping)
{
    private static readonly (byte[] Word, long Value)[] Words =
    [
        .. new[] { "true", "yes", "y", "t", "1" }.Select(word => (Encoding.ASCII.GetBytes(word), 1L)),
        .. new[] { "false", "no", "n", "f", "0" }.Select(word => (Encoding.ASCII.GetBytes(word), 0L)),
    ];

    protected override RejectKind? Parse(ReadOnlySpan<byte> value, out long result)
    {
        foreach (var (word, number) in Words)
        {
            if (word.Length == value.Length && Ascii.EqualsIgnoreCase(value, word))
            {
                result = number;
                return null;
            }
        }

        result = 0;
        return StreamErrors.BadFlag;
    }
}
