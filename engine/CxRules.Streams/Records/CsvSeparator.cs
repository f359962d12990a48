namespace CxRules.Streams.Records;

/// <summary>Which character separates fields.</summary>
internal static class CsvSeparator
{
    private const byte Comma = (byte)',';
    private const byte Semicolon = (byte)';';

    /// <summary>The format's own; `;` where a CSV header has semicolons and no comma, as Excel writes it where the comma is a decimal point.</summary>
    public static byte Of(byte separator, ReadOnlySpan<byte> head)
    {
        var end = head.IndexOfAny((byte)'\n', (byte)'\r');
        var header = end < 0 ? head : head[..end];
        return separator == Comma && !header.Contains(Comma) && header.Contains(Semicolon) ? Semicolon : separator;
    }
}
