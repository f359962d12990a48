namespace CxRules.Streams.Records;

/// <summary>How JSON stands in its lines, by the first of them.</summary>
internal static class JsonLayout
{
    /// <summary>What a file is that does not hold an object a line; null where it may.</summary>
    public static string? Mistake(ReadOnlySpan<byte> head)
    {
        var bom = head.StartsWith("\uFEFF"u8) ? 3 : 0;
        var text = head[bom..].TrimStart(" \t\r\n"u8);
        var end = text.IndexOfAny((byte)'\n', (byte)'\r');
        var first = (end < 0 ? text : text[..end]).TrimEnd(" \t"u8);
        return first.StartsWith("["u8) ? "a JSON array"
            : first.SequenceEqual("{"u8) && end >= 0 ? "JSON that spreads over lines"
            : null;
    }
}
