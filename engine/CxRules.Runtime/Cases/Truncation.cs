using CxRules.Runtime.Baselines;

namespace CxRules.Runtime.Cases;

/// <summary>
/// A case is only there because its count reached the smallest one that fires, c. Of excesses δ, the one that would show at least what was
/// seen with chance q, among all days that fire, solves P(Y ≥ y; δ) = q·P(Y ≥ c; δ) (Fithian, Sun and Taylor 2014, for a truncated
/// Student's t).
/// </summary>
internal static class Truncation
{
    /// <summary>Standard errors below what was seen within which δ is looked for.</summary>
    private const double Reach = 20;

    /// <summary>Steps to a standard error.</summary>
    private const int Fineness = 20;

    /// <summary>A count is c from half a contact below on.</summary>
    private const double Continuity = 0.5;

    private const int Steps = 60;

    /// <summary>δ, in contacts; far below 0 where the count hardly reached c.</summary>
    /// <param name="threshold">c, at most <paramref name="observed"/>.</param>
    public static double Excess(long observed, double expected, double error, int freedom, long threshold, double chance)
    {
        // With few degrees of freedom both tails are alike again far below: the first δ below what was seen is the one that is meant.
        var high = (double)observed - expected;
        var least = high - (Reach * error);
        var low = high;
        while (IsAbove(low))
        {
            if (low <= least)
            {
                return low;
            }

            (low, high) = (low - (error / Fineness), low);
        }

        for (var step = 0; step < Steps; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = IsAbove(middle) ? (low, middle) : (middle, high);
        }

        return (low + high) / 2;

        bool IsAbove(double excess) => Tail(observed - expected - excess) > chance * Tail(threshold - Continuity - expected - excess);

        double Tail(double distance)
        {
            var t = distance / error;
            var beyond = Distributions.Beta(freedom / (freedom + (t * t)), freedom / 2.0, 0.5) / 2;
            return t >= 0 ? beyond : 1 - beyond;
        }
    }
}
