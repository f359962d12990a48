using System.IO.Compression;
using System.Text;

namespace CxRules.Cli.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class Scratch : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("cxrules-test-").FullName;

    public string this[string path] => Path.Combine(Root, path);

    public Scratch Write(string path, string content) => Write(path, Encoding.UTF8.GetBytes(content));

    public Scratch Write(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path]) ?? Root);
        File.WriteAllBytes(this[path], content);
        return this;
    }

    public Scratch WriteGzip(string path, string content)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(content));
        }

        return Write(path, bytes.ToArray());
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
