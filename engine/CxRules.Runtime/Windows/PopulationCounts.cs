using System.Numerics;

namespace CxRules.Runtime.Windows;

/// <summary>Of how many contacts something is true, population by population.</summary>
/// <param name="words">Of populations.</param>
internal sealed class PopulationCounts(int words)
{
    private readonly long[] _counts = new long[64 * words];

    public long this[int population] => _counts[population];

    /// <summary>Counts a contact in each population of a word of them.</summary>
    public void Add(int word, ulong populations)
    {
        for (var rest = populations; rest != 0; rest &= rest - 1)
        {
            _counts[(word << 6) + BitOperations.TrailingZeroCount(rest)]++;
        }
    }

    public void Absorb(PopulationCounts other)
    {
        for (var population = 0; population < _counts.Length; population++)
        {
            _counts[population] += other._counts[population];
        }
    }
}
