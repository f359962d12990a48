using System.Collections.Immutable;

namespace CxRules.Streams.Files;

/// <summary>Files that are no text, told by their first bytes.</summary>
/// <param name="Kind">What to say when they stand at the start.</param>
internal sealed record FileSignature(RejectKind Kind, string Name, ImmutableArray<byte> Start)
{
    private static readonly ImmutableArray<FileSignature> Known =
    [
        new(StreamErrors.NotUtf8, "UTF-32", [0xff, 0xfe, 0, 0]),
        new(StreamErrors.NotUtf8, "UTF-16", [0xff, 0xfe]),
        new(StreamErrors.NotUtf8, "UTF-16", [0xfe, 0xff]),
        new(StreamErrors.NotText, "a zip archive or an Excel workbook", [(byte)'P', (byte)'K', 3, 4]),
        new(StreamErrors.NotText, "a Parquet file", [.. "PAR1"u8]),
        new(StreamErrors.NotText, "a PDF document", [.. "%PDF-"u8]),
        new(StreamErrors.NotText, "an old Excel workbook", [0xd0, 0xcf, 0x11, 0xe0]),
        new(StreamErrors.NotText, "compressed with bzip2", [.. "BZh"u8]),
        new(StreamErrors.NotText, "compressed with xz", [0xfd, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0]),
        new(StreamErrors.NotText, "compressed with zstd", [0x28, 0xb5, 0x2f, 0xfd]),
        new(StreamErrors.NotText, "compressed with gzip twice", [0x1f, 0x8b]),
    ];

    private static readonly FileSignature Binary = new(StreamErrors.NotText, "binary", [0]);

    /// <summary>Why a file with this head is no text; null where it may be.</summary>
    public static FileSignature? Find(ReadOnlySpan<byte> head)
    {
        foreach (var signature in Known)
        {
            if (head.StartsWith(signature.Start.AsSpan()))
            {
                return signature;
            }
        }

        return head.Contains((byte)0) ? Binary : null;
    }
}
