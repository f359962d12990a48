using CxRules.Language.Diagnostics;
using CxRules.Language.Text;

namespace CxRules.Testing.RuleSets;

/// <summary>A file of text, read within the limits of the language.</summary>
internal static class TextFile
{
    /// <summary>Null where its bytes are no text, which is reported.</summary>
    public static SourceText? Read(string file, DiagnosticBag diagnostics) => SourceDecoder.Decode(Shown(file), ReadBytes(file), diagnostics);

    /// <summary>As messages show a path.</summary>
    public static string Shown(string file)
    {
        var shown = file.Replace(Path.DirectorySeparatorChar, '/');
        return shown == "." ? "" : shown.StartsWith("./", StringComparison.Ordinal) ? shown[2..] : shown;
    }

    /// <summary>At most one byte more than may be decoded: a device or a giant file is refused, not read.</summary>
    private static ReadOnlySpan<byte> ReadBytes(string file)
    {
        using var stream = File.OpenRead(file);
        var bytes = new byte[Math.Min(stream.CanSeek ? stream.Length : SourceDecoder.ByteLimit, SourceDecoder.ByteLimit) + 1];
        return bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }
}
