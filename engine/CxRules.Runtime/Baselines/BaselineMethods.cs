using CxRules.Model.Projects;
using CxRules.Runtime.Windows;

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

    /// <summary>Which of the values count; it may sort them.</summary>
    private static readonly Dictionary<BaselineMethod, Func<List<ReferenceValue>, Range>> Kept = new()
    {
        [BaselineMethod.Median] = Middle,
        [BaselineMethod.SameWeekday] = Middle,
        [BaselineMethod.PerExposure] = Middle,
        [BaselineMethod.Mean] = _ => Range.All,
        [BaselineMethod.TrimmedMean] = WithoutEnds,
        [BaselineMethod.Ewma] = _ => Range.All,
    };

    /// <summary>Null where fewer than <paramref name="least"/> values are left.</summary>
    public static decimal? Learn(BaselineMethod method, List<ReferenceValue> values, int least)
    {
        if (values.Count < Math.Max(1, least))
        {
            return null;
        }

        var (sum, weights) = (0m, 0m);
        var (start, length) = Kept[method](values).GetOffsetAndLength(values.Count);
        for (var i = start; i < start + length; i++)
        {
            var weight = Weight(method, values[i].Back);
            sum += weight * values[i].Value;
            weights += weight;
        }

        return sum / weights;
    }

    /// <summary>What <see cref="Learn"/> finds, without a rounded digit.</summary>
    /// <param name="values">One at least.</param>
    /// <param name="exact">The value of a reference as it is.</param>
    public static Fraction LearnExactly(BaselineMethod method, List<ReferenceValue> values, Func<ReferenceValue, Fraction> exact)
    {
        Fraction sum = 0m;
        var weights = 0m;
        foreach (var value in values[Kept[method](values)])
        {
            var weight = Weight(method, value.Back);
            sum += weight * exact(value);
            weights += weight;
        }

        return sum / weights;
    }

    private static decimal Weight(BaselineMethod method, int back)
    {
        var weight = 1m;
        for (var step = 1; method == BaselineMethod.Ewma && step < back; step++)
        {
            weight *= 1 - Decay;
        }

        return weight;
    }

    private static Range Middle(List<ReferenceValue> values)
    {
        Sort(values);
        return ((values.Count - 1) / 2)..((values.Count / 2) + 1);
    }

    private static Range WithoutEnds(List<ReferenceValue> values)
    {
        Sort(values);
        var dropped = values.Count < LeastToTrim ? 0 : Math.Max(1, values.Count / TrimmedOf);
        return dropped..^dropped;
    }

    private static void Sort(List<ReferenceValue> values) => values.Sort(static (left, right) => left.Value.CompareTo(right.Value));
}
