using System.IO.Compression;
using System.Text;

namespace CxRules.Streams.Tests;

public sealed class GzipTests
{
    private const string Header = "id,at,ch\n";

    [Fact]
    public void Gzip_ByItsFirstBytes_IsUnpackedUnderAnyName()
    {
        using var history = History.Csv();
        history.Add(Pack(Header + "1,2026-01-01,web\n"), "history.csv").Add(Header + "2,2026-01-01,web\n", "plain.gz");
        Assert.Equal(["1", "2"], history.Read().Values("id"));
    }

    [Fact]
    public void Members_OneAfterAnother_AreOneFile()
    {
        using var history = History.Csv();
        history.Add([.. Pack(Header + "1,2026-01-01,web\n2,2026"), .. Pack("-01-01,web\n"), .. Pack("3,2026-01-01,web")]);
        Assert.Equal(["1", "2", "3"], history.Read().Values("id"));
    }

    [Theory]
    [InlineData(false, 20)]
    [InlineData(false, 5000)]
    [InlineData(true, 20)]
    [InlineData(true, 5000)]
    public void Gzip_ThatEndsEarly_GivesTheWholeRowsBeforeThat(bool json, int rows)
    {
        var random = new Random(3);
        var ids = Enumerable.Range(0, rows).Select(_ => $"{random.NextInt64():x}").ToArray();
        var text = json
            ? string.Concat(ids.Select(id => $"{{\"at\":\"2026-01-01\",\"ch\":\"web\",\"id\":\"{id}\"}}\n"))
            : "at,ch,id\n" + string.Concat(ids.Select(id => $"2026-01-01,web,{id}\n"));
        var packed = Pack(text);
        foreach (var length in new[] { packed.Length / 3, packed.Length / 2, packed.Length - 9, packed.Length - 1 })
        {
            using var history = json ? History.Json() : History.Csv();
            var contents = history.Add(packed[..length]).Read();
            Assert.Equal("CXR4047", contents.Failure?.Code);
            Assert.Empty(contents.Rejects);
            Assert.Equal(ids.Take(contents.Rows.Count), contents.Values("id"));
            Assert.True(contents.Rows.Count >= (rows * (long)length / packed.Length) - 40 && (length < packed.Length - 20 || contents.Rows.Count >= rows - 1), $"{contents.Rows.Count} rows of {rows} at {length} of {packed.Length}");
        }
    }

    [Fact]
    public void Gzip_WithAWrongChecksum_IsDamaged()
    {
        using var history = History.Csv();
        var packed = Pack(Header + "1,2026-01-01,web\n");
        packed[^6] ^= 1;
        var contents = history.Add(packed).Read();
        Assert.Equal("CXR4047", contents.Failure?.Code);
    }

    internal static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
