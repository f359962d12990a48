using System.Runtime.CompilerServices;
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

    public static void And(Span<ulong> row, ReadOnlySpan<ulong> other)
    {
        ref var left = ref MemoryMarshal.GetReference(row);
        ref var right = ref MemoryMarshal.GetReference(other[..row.Length]);
        nuint i = 0;
        for (; i + (nuint)Vector256<ulong>.Count <= (nuint)row.Length; i += (nuint)Vector256<ulong>.Count)
        {
            (Vector256.LoadUnsafe(ref left, i) & Vector256.LoadUnsafe(ref right, i)).StoreUnsafe(ref left, i);
        }

        for (; i < (nuint)row.Length; i++)
        {
            Unsafe.Add(ref left, i) &= Unsafe.Add(ref right, i);
        }
    }

    /// <summary>True when the rows share a bit.</summary>
    public static bool Intersects(ReadOnlySpan<ulong> row, ReadOnlySpan<ulong> other)
    {
        for (var i = 0; i < row.Length; i++)
        {
            if ((row[i] & other[i]) != 0)
            {
                return true;
            }
        }

        return false;
    }

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
