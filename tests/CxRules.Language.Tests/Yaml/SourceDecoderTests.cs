using System.Text;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;

namespace CxRules.Language.Tests.Yaml;

public sealed class SourceDecoderTests
{
    public static TheoryData<byte[], string> Texts => new()
    {
        { "rule ä × 😀\n"u8.ToArray(), "rule ä × 😀\n" },
        { [0xEF, 0xBB, 0xBF, .. "rule a"u8], "rule a" },
        { [], "" },
        { [0xEF, 0xBB, 0xBF], "" },
        { [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a × 😀\r\n")], "a × 😀\r\n" },
        { [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("a × 😀\r\n")], "a × 😀\r\n" },
    };

    public static TheoryData<byte[], string, int, int> NoTexts => new()
    {
        { [.. "a\nb"u8, 0xE9, .. "c"u8], "CXR1130", 2, 2 },
        { [.. "ä"u8, 0xC3], "CXR1130", 1, 2 },
        { [0x93, .. "quoted"u8, 0x94], "CXR1130", 1, 1 },
        { [.. "a\r\nb"u8, 0, .. "c"u8], "CXR1131", 2, 2 },
        { [0x1F, 0x8B, 8, 0, 0, 0], "CXR1131", 1, 2 },
        { Encoding.Unicode.GetBytes("no mark"), "CXR1131", 1, 2 },
        { [0xFF, 0xFE, 0, 0, 97, 0, 0, 0], "CXR1131", 1, 1 },
        { [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a\nb"), 0x00, 0xD8, 97, 0], "CXR1132", 2, 2 },
        { [0xFF, 0xFE, 97, 0, 98], "CXR1132", 1, 2 },
        { new byte[SourceDecoder.ByteLimit + 1], "CXR1133", 1, 1 },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Decode_TextInAKnownEncoding_IsReadWithoutItsMark(byte[] bytes, string expected)
    {
        var bag = new DiagnosticBag();

        var text = SourceDecoder.Decode("a.cxr", bytes, bag);

        Assert.Empty(bag.ToImmutable());
        Assert.Equal(("a.cxr", expected), (text?.File, text?.Content));
    }

    [Theory]
    [MemberData(nameof(NoTexts))]
    public void Decode_NoText_IsOneLocatedError(byte[] bytes, string code, int line, int column)
    {
        var bag = new DiagnosticBag();

        Assert.Null(SourceDecoder.Decode("a.cxr", bytes, bag));

        var found = Assert.Single(bag.ToImmutable());
        Assert.Equal((code, new LinePosition(line, column)), (found.Code, found.Start));
    }

    [Fact]
    public void Decode_RandomBytes_GivesATextOrOneError()
    {
        var random = new Random(5);
        for (var run = 0; run < 20_000; run++)
        {
            var bytes = new byte[random.Next(20)];
            random.NextBytes(bytes);
            var bag = new DiagnosticBag();

            var text = SourceDecoder.Decode("a.cxr", bytes, bag);

            Assert.Equal(text is null ? 1 : 0, bag.Count);
        }
    }
}
