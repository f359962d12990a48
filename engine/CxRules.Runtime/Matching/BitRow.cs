using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CxRules.Runtime.Matching;

/// <summary>
/// Rows of bits, a bit a population, in words of 64. A double row holds two of them: first the populations that hold a contact, then those
/// that hold it or may.
/// </summary>
internal static class BitRow
{
    public static int WordsFor(int bits) => Math.Max(1, (bits + 63) / 64);

    public static bool Has(ReadOnlySpan<ulong> row, int bit) => (row[bit >> 6] >> (bit & 63) & 1) != 0;

    public static void Set(Span<ulong> row, int bit) => row[bit >> 6] |= 1UL << (bit & 63);

    public static void Clear(Span<ulong> row, int bit) => row[bit >> 6] &= ~(1UL << (bit & 63));

    /// <summary>Leaves those of the bits that each of <paramref name="rows"/> has, a part of <paramref name="words"/> from each start on.</summary>
    public static void And(Span<ulong> bits, ReadOnlySpan<ulong> all, ReadOnlySpan<ulong[]> rows, ReadOnlySpan<int> starts)
    {
        ref var target = ref MemoryMarshal.GetReference(bits);
        ref var first = ref MemoryMarshal.GetReference(all[..bits.Length]);
        var i = 0;
        for (; i + Vector256<ulong>.Count <= bits.Length; i += Vector256<ulong>.Count)
        {
            var left = Vector256.LoadUnsafe(ref first, (nuint)i);
            for (var row = 0; row < rows.Length; row++)
            {
                left &= Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(rows[row].AsSpan(starts[row] + i, Vector256<ulong>.Count)));
            }

            left.StoreUnsafe(ref target, (nuint)i);
        }

        for (; i < bits.Length; i++)
        {
            var left = all[i];
            for (var row = 0; row < rows.Length; row++)
            {
                left &= rows[row][starts[row] + i];
            }

            bits[i] = left;
        }
    }

    /// <summary>Takes the bits of another row out.</summary>
    public static void Remove(Span<ulong> row, ReadOnlySpan<ulong> other)
    {
        ref var left = ref MemoryMarshal.GetReference(row);
        ref var right = ref MemoryMarshal.GetReference(other[..row.Length]);
        var i = 0;
        for (; i + Vector256<ulong>.Count <= row.Length; i += Vector256<ulong>.Count)
        {
            Vector256.AndNot(Vector256.LoadUnsafe(ref left, (nuint)i), Vector256.LoadUnsafe(ref right, (nuint)i)).StoreUnsafe(ref left, (nuint)i);
        }

        for (; i < row.Length; i++)
        {
            row[i] &= ~other[i];
        }
    }

    /// <summary>The lowest bit that the rows share; -1 where there is none.</summary>
    public static int FirstShared(ReadOnlySpan<ulong> row, ReadOnlySpan<ulong> other)
    {
        for (var i = 0; i < other.Length; i++)
        {
            if ((row[i] & other[i]) is var shared and not 0)
            {
                return (i << 6) + BitOperations.TrailingZeroCount(shared);
            }
        }

        return -1;
    }

    /// <summary>True when the rows share a bit; a row without words has none.</summary>
    public static bool Intersects(ReadOnlySpan<ulong> row, ReadOnlySpan<ulong> other) => FirstShared(row, other) >= 0;

    /// <summary>The row, or one without words where it has no bit: asking for it then costs nothing.</summary>
    public static ulong[] Compact(ulong[] row) => row.AsSpan().IndexOfAnyExcept(0UL) < 0 ? [] : row;

    /// <summary>Takes a population out of the halves of a double row that <paramref name="outcome"/> rules out.</summary>
    public static void Narrow(Span<ulong> both, int population, Truth outcome)
    {
        if (outcome != Truth.True)
        {
            Clear(both[..(both.Length / 2)], population);
        }

        if (outcome == Truth.False)
        {
            Clear(both[(both.Length / 2)..], population);
        }
    }
}
