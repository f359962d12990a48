using CxRules.Runtime.Baselines;

namespace CxRules.Benchmarks.Detection;

/// <summary>
/// The quasi-Poisson regression of Farrington et al. (1996) as Noufaily et al. (2013) improved it: a linear trend of the logarithm, past outbreaks
/// weighted down by their scaled Anscombe residuals (above 2.58), and a negative binomial tail. Seasonal factors are left out: all
/// references share the weekday or hour.
/// </summary>
/// <param name="Mean">Predicted for the evaluated position.</param>
/// <param name="Dispersion">φ, at least 1.</param>
/// <param name="TrendChance">The two-sided p of the trend; null without one.</param>
internal sealed record Farrington(double Mean, double Dispersion, double? TrendChance)
{
    private const double WeightsThreshold = 2.58;
    private const double TrendLevel = 0.05;
    private const int Steps = 50;

    /// <summary>A trend stays where it is significant and does not lead beyond what was ever seen.</summary>
    public static Farrington Of(double[] counts, double[] times)
    {
        var trend = Fit(counts, times, hasTrend: true);
        return trend is { TrendChance: < TrendLevel } && trend.Mean <= counts.Max() ? trend : Fit(counts, times, hasTrend: false);
    }

    /// <summary>The regression with or without a trend.</summary>
    /// <param name="times">Of the counts; the evaluated position is at 0.</param>
    public static Farrington Fit(double[] counts, double[] times, bool hasTrend)
    {
        double[] weights = [.. Enumerable.Repeat(1.0, counts.Length)];
        var first = Regression.Of(counts, times, weights, hasTrend);
        var phi = Math.Max(1, first.Dispersion);
        var residuals = counts.Select((count, i) => first.Anscombe(i) / Math.Sqrt(phi)).ToArray();
        var gamma = counts.Length / residuals.Sum(s => s > WeightsThreshold ? 1 / (s * s) : 1);
        var second = Regression.Of(counts, times, [.. residuals.Select(s => s > WeightsThreshold ? gamma / (s * s) : gamma)], hasTrend);
        phi = Math.Max(1, second.Dispersion);
        return new(Math.Exp(second.Intercept), phi, hasTrend ? second.TrendChance(phi) : null);
    }

    /// <summary>P(Y ≥ y) under the prediction.</summary>
    public double PValue(long count) => Distributions.CountAtLeast(count, Math.Max(Mean, 1e-9), Dispersion * Math.Max(Mean, 1e-9));

    /// <summary>A log-linear fit by iteratively reweighted least squares.</summary>
    private sealed class Regression
    {
        private readonly double[] _counts;
        private readonly double[] _times;
        private readonly double[] _weights;
        private readonly bool _hasTrend;
        private (double A, double B, double C) _information;

        private Regression(double[] counts, double[] times, double[] weights, bool hasTrend)
        {
            (_counts, _times, _weights, _hasTrend) = (counts, times, weights, hasTrend);
            Intercept = Math.Log(Math.Max(1e-4, counts.Zip(weights, (count, weight) => count * weight).Sum() / weights.Sum()));
        }

        public double Intercept { get; private set; }

        private double Slope { get; set; }

        public double Dispersion => _counts.Select((count, i) => _weights[i] * (count - Mean(i)) * (count - Mean(i)) / Mean(i)).Sum() / (_counts.Length - (_hasTrend ? 2 : 1));

        public static Regression Of(double[] counts, double[] times, double[] weights, bool hasTrend)
        {
            var fit = new Regression(counts, times, weights, hasTrend);
            for (var step = 0; step < Steps && fit.Improve(); step++)
            {
            }

            return fit;
        }

        public double Anscombe(int i)
        {
            var mean = Mean(i);
            var (a, b, c) = _information;
            var t = _times[i];
            var leverage = _weights[i] * mean * (_hasTrend ? (c - (2 * b * t) + (a * t * t)) / ((a * c) - (b * b)) : 1 / a);
            return 1.5 * ((Math.Cbrt(_counts[i] * _counts[i]) * Math.Pow(mean, -1.0 / 6)) - Math.Sqrt(mean)) / Math.Sqrt(1 - leverage);
        }

        public double TrendChance(double phi)
        {
            var (a, b, c) = _information;
            var freedom = _counts.Length - 2.0;
            var t = Slope / Math.Sqrt(phi * a / ((a * c) - (b * b)));
            return Distributions.Beta(freedom / (freedom + (t * t)), freedom / 2, 0.5);
        }

        private double Mean(int i) => Math.Exp(Math.Clamp(Intercept + (Slope * _times[i]), -30, 30));

        /// <summary>One Newton step; false once it no longer moves.</summary>
        private bool Improve()
        {
            var (a, b, c, g, h) = (0.0, 0.0, 0.0, 0.0, 0.0);
            for (var i = 0; i < _counts.Length; i++)
            {
                var mean = Mean(i);
                var weight = _weights[i] * mean;
                var rest = _weights[i] * (_counts[i] - mean);
                (a, b, c, g, h) = (a + weight, b + (weight * _times[i]), c + (weight * _times[i] * _times[i]), g + rest, h + (rest * _times[i]));
            }

            _information = (a, b, c);
            var determinant = (a * c) - (b * b);
            var (up, along) = _hasTrend ? (((c * g) - (b * h)) / determinant, ((a * h) - (b * g)) / determinant) : (g / a, 0);
            if (!double.IsFinite(up) || !double.IsFinite(along))
            {
                return false;
            }

            Intercept += Math.Clamp(up, -2, 2);
            Slope += along;
            return Math.Abs(up) + Math.Abs(along) > 1e-12;
        }
    }
}
