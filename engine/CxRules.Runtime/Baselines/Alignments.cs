namespace CxRules.Runtime.Baselines;

/// <summary>How many counts a set has, their sum, and the sum of their squares.</summary>
internal readonly record struct CountSet(int Count, double Sum, double SumOfSquares);

/// <summary>
/// The reference counts of one group and chance test, by the instant they are references of. Each is needed for a week of evaluations
/// and never changes: what a signal did to those windows is at least a week old. Only the last ones are kept.
/// </summary>
/// <param name="kept">How many instants lie in a week; 1 at least.</param>
internal sealed class Alignments(int kept)
{
    private readonly (int Instant, CountSet Set)[] _sets = new (int, CountSet)[kept];

    public bool TryGet(int instant, out CountSet set)
    {
        (var known, set) = _sets[instant % kept];
        return known == instant + 1;
    }

    // 0 is none.
    public void Set(int instant, CountSet set) => _sets[instant % kept] = (instant + 1, set);
}
