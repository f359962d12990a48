using System.Buffers;
using System.Text;
using CxRules.Language.Diagnostics;

namespace CxRules.Language.Text;

/// <summary>Makes text of a file's bytes: UTF-8, with or without a byte order mark, or UTF-16 with one.</summary>
public static class SourceDecoder
{
    /// <summary>Bytes a file may have.</summary>
    public const int ByteLimit = 1 << 20;

    /// <summary>The text without its byte order mark; null, with one located error, where the bytes are no text.</summary>
    /// <param name="file">The path as messages show it.</param>
    public static SourceText? Decode(string file, ReadOnlySpan<byte> bytes, DiagnosticBag diagnostics)
    {
        if (bytes.Length > ByteLimit)
        {
            diagnostics.Report(EncodingErrors.TooLarge, new(file, ""), new(0, 0), bytes.Length, ByteLimit);
            return null;
        }

        return bytes switch
        {
            [0xFF, 0xFE, 0, 0, ..] => DecodeUtf8(file, bytes, diagnostics),
            [0xFF, 0xFE, ..] => DecodeUtf16(file, bytes[2..], Encoding.Unicode, diagnostics),
            [0xFE, 0xFF, ..] => DecodeUtf16(file, bytes[2..], Encoding.BigEndianUnicode, diagnostics),
            [0xEF, 0xBB, 0xBF, ..] => DecodeUtf8(file, bytes[3..], diagnostics),
            _ => DecodeUtf8(file, bytes, diagnostics),
        };
    }

    private static SourceText? DecodeUtf8(string file, ReadOnlySpan<byte> bytes, DiagnosticBag diagnostics)
    {
        var zero = bytes.IndexOf((byte)0);
        var valid = ValidPrefix(zero < 0 ? bytes : bytes[..zero]);
        if (zero >= 0)
        {
            return Refuse(file, Encoding.UTF8.GetString(bytes[..valid]), EncodingErrors.Binary, null, diagnostics);
        }

        var content = Encoding.UTF8.GetString(bytes[..valid]);
        return valid == bytes.Length
            ? new(file, content)
            : Refuse(file, content, EncodingErrors.NotUtf8, bytes[valid], diagnostics);
    }

    private static SourceText? DecodeUtf16(string file, ReadOnlySpan<byte> bytes, Encoding encoding, DiagnosticBag diagnostics)
    {
        var content = encoding.GetString(bytes[..(bytes.Length & ~1)]);
        var zero = content.IndexOf('\0', StringComparison.Ordinal);
        if (zero >= 0)
        {
            return Refuse(file, content[..zero], EncodingErrors.Binary, null, diagnostics);
        }

        // The decoder puts U+FFFD where the input is wrong; written in the file it is one too, and just as lost.
        var wrong = content.IndexOf('\uFFFD', StringComparison.Ordinal);
        return wrong < 0 && bytes.Length % 2 == 0
            ? new(file, content)
            : Refuse(file, wrong < 0 ? content : content[..wrong], EncodingErrors.NotUtf16, null, diagnostics);
    }

    /// <summary>How many bytes are UTF-8 before the first that is not.</summary>
    private static int ValidPrefix(ReadOnlySpan<byte> bytes)
    {
        var position = 0;
        while (position < bytes.Length && Rune.DecodeFromUtf8(bytes[position..], out _, out var consumed) == OperationStatus.Done)
        {
            position += consumed;
        }

        return position;
    }

    /// <summary>Reports at the end of what could be read, so that line and column are those an editor shows.</summary>
    private static SourceText? Refuse(string file, string readable, DiagnosticDescriptor descriptor, object? argument, DiagnosticBag diagnostics)
    {
        var text = new SourceText(file, readable);
        diagnostics.Report(descriptor, text, new(readable.Length, 0), argument);
        return null;
    }
}
