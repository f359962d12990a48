namespace CxRules.Runtime.Baselines;

/// <summary>How many counts a set has, their sum, and the sum of their squares.</summary>
internal readonly record struct CountSet(int Count, double Sum, double SumOfSquares);

/// <summary>
/// The reference counts of one group and chance test, by the instant they are references of. Each is needed for a week of evaluations
/// and never changes: what a signal did to those windows is at least a week old.
/// </summary>
internal sealed class Alignments(int units)
{
    private readonly CountSet[] _sets = new CountSet[units + 1];
    private readonly bool[] _isKnown = new bool[units + 1];

    public bool TryGet(int index, out CountSet set)
    {
        set = _sets[index];
        return _isKnown[index];
    }

    public void Set(int index, CountSet set)
    {
        _sets[index] = set;
        _isKnown[index] = true;
    }
}
