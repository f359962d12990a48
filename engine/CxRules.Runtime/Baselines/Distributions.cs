namespace CxRules.Runtime.Baselines;

/// <summary>
/// Tails and quantiles, exact far into the tails: upper tails are computed as such, never as 1 − lower. Sources: Abramowitz and Stegun
/// 26.5 and 6.5; continued fractions by Lentz's method; ln Γ by Lanczos (g = 7, n = 9).
/// </summary>
public static class Distributions
{
    /// <summary>The smallest probability that is told apart from none.</summary>
    public const double Smallest = 1e-300;

    private const double Precision = 1e-16;
    private const double Tiny = 1e-300;
    private const int MaxSteps = 100_000;

    private static readonly double[] Lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
        12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>P(Y ≥ y) of a count with this mean and variance: negative binomial, or Poisson where variance ≤ mean.</summary>
    public static double CountAtLeast(long y, double mean, double variance)
    {
        if (y <= 0)
        {
            return 1;
        }

        return IsPoisson(mean, variance)
            ? Floor(LowerGamma(y, mean))
            : Floor(Beta((variance - mean) / variance, y, mean * mean / (variance - mean)));
    }

    /// <summary>P(Y ≤ y) of the same count.</summary>
    public static double CountAtMost(long y, double mean, double variance)
    {
        if (y < 0)
        {
            return Smallest;
        }

        return IsPoisson(mean, variance)
            ? Floor(UpperGamma(y + 1, mean))
            : Floor(Beta(mean / variance, mean * mean / (variance - mean), y + 1));
    }

    /// <summary>P(K ≥ k) of Bin(n, p).</summary>
    public static double BinomialAtLeast(long k, long n, double p) => k <= 0 ? 1 : k > n ? Smallest : Floor(Beta(p, k, n - k + 1));

    /// <summary>P(K ≤ k) of Bin(n, p).</summary>
    public static double BinomialAtMost(long k, long n, double p) => k >= n ? 1 : k < 0 ? Smallest : Floor(Beta(1 - p, n - k, k + 1));

    /// <summary>The quantile of Student's t: P(T ≤ t) = <paramref name="probability"/>, for 0.5 &lt; probability &lt; 1.</summary>
    public static double StudentQuantile(double probability, double freedom)
    {
        // P(T > t) = ½ I(ν / (ν + t²); ν/2, ½), falling in t: bisect.
        var target = 2 * (1 - probability);
        var (low, high) = (0.0, 1.0);
        while (Beta(freedom / (freedom + (high * high)), freedom / 2, 0.5) > target)
        {
            high *= 2;
        }

        for (var step = 0; step < 200 && high - low > 1e-14 * high; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Beta(freedom / (freedom + (middle * middle)), freedom / 2, 0.5) > target ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>The regularised incomplete beta function I(x; a, b).</summary>
    public static double Beta(double x, double a, double b)
    {
        if (x <= 0 || x >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        var front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Log1Minus(x)));
        return x < (a + 1) / (a + b + 2)
            ? front * BetaFraction(x, a, b) / a
            : 1 - (front * BetaFraction(1 - x, b, a) / b);
    }

    /// <summary>ln Γ(x) for x &gt; 0.</summary>
    public static double LogGamma(double x)
    {
        if (x < 0.5)
        {
            return Math.Log(Math.PI / Math.Sin(Math.PI * x)) - LogGamma(1 - x);
        }

        if (x > 1e6)
        {
            // Stirling's series: Lanczos loses digits to cancellation here.
            return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + (1 / (12 * x));
        }

        var sum = Lanczos[0];
        for (var i = 1; i < Lanczos.Length; i++)
        {
            sum += Lanczos[i] / (x - 1 + i);
        }

        var t = x + 6.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((x - 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }

    private static bool IsPoisson(double mean, double variance) => variance <= mean * (1 + 1e-12);

    private static double Floor(double p) => Math.Clamp(p, Smallest, 1);

    private static double Log1Minus(double x) => x < 1e-4 ? -x - (x * x / 2) - (x * x * x / 3) : Math.Log(1 - x);

    /// <summary>P(a, x): the Poisson's P(Y ≥ a).</summary>
    private static double LowerGamma(double a, double x) => x <= 0 ? 0 : x < a + 1 ? GammaSeries(a, x) : 1 - GammaFraction(a, x);

    private static double UpperGamma(double a, double x) => x <= 0 ? 1 : x < a + 1 ? 1 - GammaSeries(a, x) : GammaFraction(a, x);

    private static double GammaSeries(double a, double x)
    {
        var term = 1 / a;
        var sum = term;
        for (var n = 1; n < MaxSteps && term > sum * Precision; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return sum * Math.Exp((a * Math.Log(x)) - x - LogGamma(a));
    }

    private static double GammaFraction(double a, double x)
    {
        var b = x + 1 - a;
        var c = 1 / Tiny;
        var d = 1 / b;
        var h = d;
        for (var i = 1; i < MaxSteps; i++)
        {
            var an = -i * (i - a);
            b += 2;
            d = 1 / NotZero((an * d) + b);
            c = NotZero(b + (an / c));
            var delta = d * c;
            h *= delta;
            if (Math.Abs(delta - 1) < Precision)
            {
                break;
            }
        }

        return h * Math.Exp((a * Math.Log(x)) - x - LogGamma(a));
    }

    private static double BetaFraction(double x, double a, double b)
    {
        var c = 1.0;
        var d = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        var h = d;
        for (var m = 1; m < MaxSteps; m++)
        {
            var even = m * (b - m) * x / ((a - 1 + (2 * m)) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            h *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + 1 + (2 * m)));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            var delta = d * c;
            h *= delta;
            if (Math.Abs(delta - 1) < Precision)
            {
                break;
            }
        }

        return h;
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
