namespace CxRules.Runtime.Baselines;

/// <summary>
/// φ, how much more counts vary than Poisson's: max(1, ΣSS ÷ Σ(n − 1)·ȳ) over sets of comparable counts (statistics.md, "Chance").
/// </summary>
public struct Dispersion
{
    private double _squares;
    private double _expected;

    /// <summary>max(1, …); 1 where nothing was added.</summary>
    public readonly double Value => _expected > 0 ? Math.Max(1, _squares / _expected) : 1;

    /// <summary>Adds a set: its size, sum, and sum of squares.</summary>
    public void Add(int n, double sum, double sumOfSquares)
    {
        if (n > 1)
        {
            var mean = sum / n;
            _squares += sumOfSquares - (sum * mean);
            _expected += (n - 1) * mean;
        }
    }
}
