using System.IO.Compression;

namespace CxRules.Samples.Tests;

/// <summary>What a file of the repository holds.</summary>
internal static class SampleFile
{
    public static string Text(string path) => File.ReadAllText(Repository.PathOf(path));

    public static byte[] Unzipped(string path)
    {
        using var file = File.OpenRead(Repository.PathOf(path));
        using var gzip = new GZipStream(file, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        gzip.CopyTo(bytes);
        return bytes.ToArray();
    }
}
