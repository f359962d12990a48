namespace CxRules.Benchmarks.EndToEnd.RuleSets;

/// <summary>A linear congruential generator modulo 2³² with the multiplier of "Numerical Recipes".</summary>
internal sealed class CongruentialRandom(uint seed)
{
    private uint _state = seed;

    /// <summary>In [0, 1).</summary>
    public double Fraction()
    {
        _state = unchecked((_state * 1664525) + 1013904223);
        return _state / 4294967296.0;
    }

    public int Below(int count) => (int)(Fraction() * count);

    /// <summary>Some of the items, none twice.</summary>
    public List<T> Pick<T>(IEnumerable<T> items, int count)
    {
        var left = items.ToList();
        var picked = new List<T>(count);
        for (var i = 0; i < count; i++)
        {
            var at = Below(left.Count);
            picked.Add(left[at]);
            left.RemoveAt(at);
        }

        return picked;
    }
}
