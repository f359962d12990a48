using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace CxRules.Testing.Tests.Naive;

/// <summary>Tails as sums of their terms, each term from MathNet's log-gamma.</summary>
internal static class NaiveStatistics
{
    public const double Least = 1e-300;

    /// <summary>P(Y ≥ y) of a negative binomial with this mean and a larger variance.</summary>
    public static double NegativeBinomialAtLeast(long y, double mean, double variance)
    {
        var tail = new NegativeBinomialTail(mean, variance);
        return AtLeast(y, mean, long.MaxValue, tail.Probability, tail.Ratio);
    }

    /// <summary>P(Y ≤ y).</summary>
    public static double NegativeBinomialAtMost(long y, double mean, double variance)
    {
        var tail = new NegativeBinomialTail(mean, variance);
        return AtMost(y, mean, long.MaxValue, tail.Probability, tail.Ratio);
    }

    public static double BinomialAtLeast(long k, long n, double probability) => probability >= 1 ? k <= n ? 1 : Least
        : AtLeast(k, n * probability, n, i => Math.Exp(LogChoose(n, i) + (i * Math.Log(probability)) + ((n - i) * Math.Log(1 - probability))), i => (n - i) / (i + 1d) * (probability / (1 - probability)));

    public static double BinomialAtMost(long k, long n, double probability) => probability >= 1 ? k >= n ? 1 : Least
        : AtMost(k, n * probability, n, i => Math.Exp(LogChoose(n, i) + (i * Math.Log(probability)) + ((n - i) * Math.Log(1 - probability))), i => (n - i) / (i + 1d) * (probability / (1 - probability)));

    /// <summary>max(1, ΣSS ÷ Σ(n − 1)·mean); 1 where nothing varies about anything.</summary>
    public static double Dispersion(IEnumerable<NaiveSpread> spreads)
    {
        double squares = 0;
        double expected = 0;
        foreach (var spread in spreads.Where(spread => spread.Count > 0))
        {
            squares += spread.Squares;
            expected += (spread.Count - 1) * spread.Mean;
        }

        return expected > 0 ? Math.Max(1, squares / expected) : 1;
    }

    public static double Dispersion(IEnumerable<List<long>> groups) => Dispersion(groups.Select(NaiveSpread.Of));

    public static double StudentQuantile95(int degrees) => StudentT.InvCDF(0, 1, degrees, .95);

    private static double LogChoose(long n, long k) => SpecialFunctions.GammaLn(n + 1d) - SpecialFunctions.GammaLn(k + 1d) - SpecialFunctions.GammaLn(n - k + 1d);

    private static double AtLeast(long y, double mean, long largest, Func<long, double> probability, Func<long, double> ratio) =>
        y <= 0 ? 1
        : y > largest ? Least
        : Math.Max(Least, y > mean ? Up(y, largest, probability(y), ratio) : 1 - Down(y - 1, probability(y - 1), ratio));

    private static double AtMost(long y, double mean, long largest, Func<long, double> probability, Func<long, double> ratio) =>
        y < 0 ? Least
        : y >= largest ? 1
        : Math.Max(Least, y < mean ? Down(y, probability(y), ratio) : 1 - Up(y + 1, largest, probability(y + 1), ratio));

    /// <summary>The sum from <paramref name="from"/> on, where each term is smaller than the one before.</summary>
    private static double Up(long from, long largest, double term, Func<long, double> ratio)
    {
        double sum = 0;
        for (var i = from; i <= largest && term > sum * 1e-18; i++)
        {
            sum += term;
            term *= ratio(i);
        }

        return sum;
    }

    private static double Down(long from, double term, Func<long, double> ratio)
    {
        double sum = 0;
        for (var i = from; i >= 0 && term > sum * 1e-18; i--)
        {
            sum += term;
            term = i == 0 ? 0 : term / ratio(i - 1);
        }

        return sum;
    }

    private sealed class NegativeBinomialTail(double mean, double variance)
    {
        private readonly double _size = mean * mean / (variance - mean);
        private readonly double _q = (variance - mean) / variance;

        public double Probability(long k) => Math.Exp(
            SpecialFunctions.GammaLn(k + _size) - SpecialFunctions.GammaLn(_size) - SpecialFunctions.GammaLn(k + 1d)
            + (_size * Math.Log(mean / variance)) + (k * Math.Log(_q)));

        public double Ratio(long k) => (k + _size) / (k + 1) * _q;
    }
}
