using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace CxRules.Samples.Tests;

/// <summary>The checked-out files, found from this source file.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(SourceFolder(), "..", ".."));

    public static string PathOf(string path) => Path.Combine([Root, .. path.Split('/')]);

    public static string Text(string path) => File.ReadAllText(PathOf(path));

    public static byte[] Unzipped(string path)
    {
        using var file = File.OpenRead(PathOf(path));
        using var gzip = new GZipStream(file, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        gzip.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path) ?? "";
}
