using CxRules.Runtime.Baselines;

namespace CxRules.Runtime.Samples;

/// <summary>The ends of 90 % intervals: what is said to lie above the lower end, or below the upper, is wrong one time in twenty.</summary>
public static class Limits
{
    /// <summary>Of each tail.</summary>
    private const double UsualTail = 0.05;

    /// <summary>The 95 % quantile of the normal distribution.</summary>
    private const double UsualQuantile = 1.6448536269514722;

    private const int Halvings = 200;

    /// <summary>
    /// Of a proportion, by its score (E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
    /// Statistical Association 22, 1927, 209–212): good at small n and near 0 and 1, where p̂ ± z·√(p̂q̂/n) is not.
    /// </summary>
    /// <param name="proportion">p̂, 0 to 1.</param>
    /// <param name="size">n, above 0; need not be whole where it is an effective size.</param>
    /// <param name="quantile">z: that of the normal distribution at one less the tail.</param>
    public static (double Low, double High) Wilson(double proportion, double size, double quantile = UsualQuantile)
    {
        var square = quantile * quantile / size;
        var centre = proportion + (square / 2);
        var half = Math.Sqrt(square * ((proportion * (1 - proportion)) + (square / 4)));
        return (Math.Max(0, (centre - half) / (1 + square)), Math.Min(1, (centre + half) / (1 + square)));
    }

    /// <summary>
    /// Of the mean of a Poisson count: the smallest and the largest mean that do not make the count a surprise (F. Garwood, "Fiducial limits for the
    /// Poisson distribution", Biometrika 28, 1936, 437–442).
    /// </summary>
    /// <param name="tail">The chance of each tail.</param>
    public static (double Low, double High) Garwood(long count, double tail = UsualTail) => (
        count == 0 ? 0 : Mean(0, count, mean => Distributions.CountAtLeast(count, mean, mean) < tail),
        Mean(count, count + 10 + (6 * Math.Sqrt(count + 1.0)), mean => Distributions.CountAtMost(count, mean, mean) > tail));

    /// <summary>The mean up to which something holds.</summary>
    private static double Mean(double low, double high, Func<double, bool> holds)
    {
        for (var i = 0; i < Halvings && high - low > 1e-13 * high; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(middle) ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
