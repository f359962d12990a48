namespace CxRules.Benchmarks.Simulation;

/// <summary>Counts with a mean and a variance of <c>dispersion × mean</c>: Poisson, or negative binomial.</summary>
internal static class Counts
{
    /// <summary>Above this, e^−mean leaves the doubles: the draw is made of parts, which add up to the same law.</summary>
    private const double Largest = 400;

    public static long Draw(SplitMix64 random, double mean, double dispersion)
    {
        var sum = 0L;
        for (; mean > Largest; mean -= Largest)
        {
            sum += Invert(random, Largest, dispersion);
        }

        return mean <= 0 ? sum : sum + Invert(random, mean, dispersion);
    }

    /// <summary>By inversion: P(0), then the recurrence from one count to the next.</summary>
    private static long Invert(SplitMix64 random, double mean, double dispersion)
    {
        var isPoisson = dispersion <= 1 + 1e-9;
        var size = isPoisson ? 0 : mean / (dispersion - 1);
        var odds = isPoisson ? 0 : (dispersion - 1) / dispersion;
        var mass = isPoisson ? Math.Exp(-mean) : Math.Exp(-size * Math.Log(dispersion));
        var left = random.Fraction() - mass;
        var count = 0L;
        while (left >= 0 && count < 100_000)
        {
            mass *= isPoisson ? mean / (count + 1) : (size + count) / (count + 1) * odds;
            count++;
            left -= mass;
        }

        return count;
    }
}
