using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CxRules.Streams.Records;

/// <summary>Finds the records and fields of text without quotes: 64 bytes at a time, by the separators and line breaks in them.</summary>
internal static class RecordIndex
{
    private const byte LineFeed = (byte)'\n';
    private const byte Return = (byte)'\r';

    /// <summary>Fills the index of a chunk that ends with a line break.</summary>
    // Compiled in full at once: it takes most of a first second.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill(RecordChunk chunk, byte separator)
    {
        var separators = Vector512.Create(separator);
        var feeds = Vector512.Create(LineFeed);
        var returns = Vector512.Create(Return);
        var length = chunk.Length;
        ref var text = ref MemoryMarshal.GetArrayDataReference(chunk.Buffer);
        var start = 0;
        var firstField = 0;
        var fields = 0;
        var line = 0;
        for (var block = 0; block < length; block += Vector512<byte>.Count)
        {
            var bytes = Vector512.LoadUnsafe(ref text, (nuint)block);
            var breaks = (Vector512.Equals(bytes, feeds) | Vector512.Equals(bytes, returns)).ExtractMostSignificantBits();
            var ends = breaks | Vector512.Equals(bytes, separators).ExtractMostSignificantBits();
            if (block + Vector512<byte>.Count > length)
            {
                var inside = (1UL << (length - block)) - 1;
                breaks &= inside;
                ends &= inside;
            }

            ref var room = ref MemoryMarshal.GetReference(chunk.RoomForFields(Vector512<byte>.Count));
            var before = fields;
            for (var rest = ends; rest != 0; rest &= rest - 1)
            {
                room = block + (int)ulong.TrailingZeroCount(rest);
                room = ref Unsafe.Add(ref room, 1);
                fields++;
            }

            chunk.AddFields(fields - before);
            for (var rest = breaks; rest != 0; rest &= rest - 1)
            {
                var bit = rest & (0 - rest);
                var end = block + (int)ulong.TrailingZeroCount(rest);
                var next = before + (int)ulong.PopCount(ends & (bit - 1)) + 1;
                if (end == start && end > 0 && Unsafe.Add(ref text, end) == LineFeed && Unsafe.Add(ref text, end - 1) == Return)
                {
                    // The second half of a CRLF.
                    start++;
                    firstField = next;
                    continue;
                }

                chunk.Add(new(start, end, line++, firstField, next - firstField));
                start = end + 1;
                firstField = next;
            }
        }
    }
}
