namespace CxRules.Streams.Records;

/// <summary>Several values in one place of a record, each behind a separator.</summary>
internal static class Parts
{
    /// <summary>ASCII's unit separator: no number has one.</summary>
    public const byte Separator = 0x1f;

    /// <summary>Takes the next part; false behind the last.</summary>
    public static bool TryTake(ref ReadOnlySpan<byte> parts, out ReadOnlySpan<byte> part)
    {
        part = default;
        if (parts.IsEmpty)
        {
            return false;
        }

        var start = parts[0] == Separator ? 1 : 0;
        var end = parts[start..].IndexOf(Separator);
        part = end < 0 ? parts[start..] : parts[start..(start + end)];
        parts = end < 0 ? default : parts[(start + end)..];
        return true;
    }
}
