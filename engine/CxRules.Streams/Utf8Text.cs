using System.Runtime.CompilerServices;
using System.Text;

namespace CxRules.Streams;

/// <summary>Work on UTF-8 without decoding it.</summary>
internal static class Utf8Text
{
    /// <summary>Without the white space around it, Unicode's included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> value) =>
        value.IsEmpty || (IsPlain(value[0]) && IsPlain(value[^1])) ? value : TrimSlowly(value);

    private static bool IsPlain(byte edge) => edge is > (byte)' ' and < 0x80;

    private static ReadOnlySpan<byte> TrimSlowly(ReadOnlySpan<byte> value)
    {
        while (!value.IsEmpty && Rune.DecodeFromUtf8(value, out var rune, out var length) == System.Buffers.OperationStatus.Done && Rune.IsWhiteSpace(rune))
        {
            value = value[length..];
        }

        while (!value.IsEmpty && Rune.DecodeLastFromUtf8(value, out var rune, out var length) == System.Buffers.OperationStatus.Done && Rune.IsWhiteSpace(rune))
        {
            value = value[..^length];
        }

        return value;
    }
}
