using CxRules.Model.Projects;

namespace CxRules.Runtime.Baselines;

/// <summary>The value of a reference window.</summary>
/// <param name="Back">How many steps before the evaluated window it ends, from 1.</param>
internal readonly record struct ReferenceValue(int Back, decimal Value);

/// <summary>What each method makes of the reference windows that are left (statistics.md, "Baseline").</summary>
internal static class BaselineMethods
{
    /// <summary>λ: each step back counts for 30 % less.</summary>
    private const decimal Decay = 0.3m;

    /// <summary>The share of windows that a trimmed mean drops at either end: one of eight.</summary>
    private const int TrimmedOf = 8;

    private const int LeastToTrim = 4;

    private static readonly Dictionary<BaselineMethod, Func<List<ReferenceValue>, decimal>> ByMethod = new()
    {
        [BaselineMethod.Median] = Median,
        [BaselineMethod.SameWeekday] = Median,
        [BaselineMethod.PerExposure] = Median,
        [BaselineMethod.Mean] = Mean,
        [BaselineMethod.TrimmedMean] = TrimmedMean,
        [BaselineMethod.Ewma] = Ewma,
    };

    /// <summary>Null where fewer than <paramref name="least"/> values are left.</summary>
    public static decimal? Learn(BaselineMethod method, List<ReferenceValue> values, int least) =>
        values.Count < Math.Max(1, least) ? null : ByMethod[method](values);

    private static decimal Median(List<ReferenceValue> values)
    {
        values.Sort(static (left, right) => left.Value.CompareTo(right.Value));
        var middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle].Value : (values[middle - 1].Value + values[middle].Value) / 2;
    }

    private static decimal Mean(List<ReferenceValue> values) => values.Sum(value => value.Value) / values.Count;

    private static decimal TrimmedMean(List<ReferenceValue> values)
    {
        if (values.Count < LeastToTrim)
        {
            return Mean(values);
        }

        var dropped = Math.Max(1, values.Count / TrimmedOf);
        values.Sort(static (left, right) => left.Value.CompareTo(right.Value));
        return Mean(values[dropped..^dropped]);
    }

    private static decimal Ewma(List<ReferenceValue> values)
    {
        var (sum, weights) = (0m, 0m);
        foreach (var (back, value) in values)
        {
            var weight = 1m;
            for (var step = 1; step < back; step++)
            {
                weight *= 1 - Decay;
            }

            sum += weight * value;
            weights += weight;
        }

        return sum / weights;
    }
}
