using System.Numerics;
using System.Runtime.InteropServices;

namespace CxRules.Runtime.Matching;

/// <summary>Rows of bits, a bit a population, in words of 64.</summary>
internal static class BitRow
{
    public static int WordsFor(int bits) => Math.Max(1, (bits + 63) / 64);

    public static ulong[] Filled(int words)
    {
        var row = new ulong[words];
        Array.Fill(row, ulong.MaxValue);
        return row;
    }

    public static bool Has(ReadOnlySpan<ulong> row, int bit) => (row[bit >> 6] >> (bit & 63) & 1) != 0;

    public static void Set(Span<ulong> row, int bit) => row[bit >> 6] |= 1UL << (bit & 63);

    public static void Clear(Span<ulong> row, int bit) => row[bit >> 6] &= ~(1UL << (bit & 63));

    public static void And(Span<ulong> row, ReadOnlySpan<ulong> other)
    {
        var i = 0;
        if (Vector.IsHardwareAccelerated && row.Length >= Vector<ulong>.Count)
        {
            var vectors = MemoryMarshal.Cast<ulong, Vector<ulong>>(row);
            var others = MemoryMarshal.Cast<ulong, Vector<ulong>>(other);
            for (var v = 0; v < vectors.Length; v++)
            {
                vectors[v] &= others[v];
            }

            i = vectors.Length * Vector<ulong>.Count;
        }

        for (; i < row.Length; i++)
        {
            row[i] &= other[i];
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

    /// <summary>Takes a population out of the rows that <paramref name="outcome"/> rules out.</summary>
    public static void Narrow(Span<ulong> truth, Span<ulong> possible, int population, Truth outcome)
    {
        if (outcome != Truth.True)
        {
            Clear(truth, population);
        }

        if (outcome == Truth.False)
        {
            Clear(possible, population);
        }
    }
}
