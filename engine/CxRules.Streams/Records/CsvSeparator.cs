namespace CxRules.Streams.Records;

/// <summary>Which character separates fields.</summary>
internal static class CsvSeparator
{
    private const char Comma = ',';
    private const char Semicolon = ';';

    /// <summary>The format's own; `;` where a CSV header has semicolons and no comma, as Excel writes it where the comma is a decimal point.</summary>
    public static char Of(char separator, ReadOnlySpan<byte> head)
    {
        var end = head.IndexOfAny((byte)'\n', (byte)'\r');
        var header = end < 0 ? head : head[..end];
        return separator == Comma && !header.Contains((byte)Comma) && header.Contains((byte)Semicolon) ? Semicolon : separator;
    }
}
