using CxRules.Runtime.Baselines;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Cases;

/// <summary>One day or hour around a case.</summary>
/// <param name="Start">Local.</param>
/// <param name="Low">The smallest count that chance explains at 0.1 %.</param>
/// <param name="High">The largest.</param>
/// <param name="Fired">The signal was active at the evaluation that ends it.</param>
public sealed record ChartPoint(DateTime Start, long Observed, decimal? Expected, decimal? Low, decimal? High, bool InCase, bool Fired);

/// <summary>What is drawn of a case: its days (hours) and some before and after.</summary>
internal static class CaseChart
{
    private const double Level = 0.001;

    /// <summary>Units drawn on either side of the case.</summary>
    private const int Margin = 21;

    public static IEnumerable<ChartPoint> Draw(CaseReferences references, Series series, Timeline timeline)
    {
        var state = references.State;
        var dispersion = default(Dispersion);
        foreach (var group in references.Classes)
        {
            dispersion.Add(group.References, group.Sum, group.SumOfSquares);
        }

        var ranges = references.Classes.Select(group => Range(group, dispersion.Value)).ToArray();
        var last = Math.Min(timeline.Length - 1, state.LastUnit + Margin);
        for (var unit = Math.Max(0, state.FirstUnit - Margin); unit <= last; unit++)
        {
            var (expected, low, high) = ranges[references.ClassOf(unit)];
            yield return new(timeline.LocalStartOf(unit), series.Contacts(unit, unit + 1), expected, low, high, state.Holds(unit), state.Fired.Contains(unit));
        }
    }

    /// <summary>The counts of one unit with p ≥ 0.1 % on either side.</summary>
    private static (decimal? Expected, decimal? Low, decimal? High) Range(ReferenceClass group, double dispersion)
    {
        if (group.References == 0)
        {
            return default;
        }

        var mean = (group.Sum + 0.5) / group.References;
        var variance = dispersion * mean * (1 + (1.0 / group.References));
        var high = Last(y => Distributions.CountAtLeast(y, mean, variance) >= Level, (long)mean);
        var low = (long)mean - Last(d => d <= (long)mean && Distributions.CountAtMost((long)mean - d, mean, variance) >= Level, 0);
        return ((decimal)group.Sum / group.References, low, high);
    }

    /// <summary>The last number from <paramref name="from"/> on for which a falling condition holds, by doubling and halving.</summary>
    private static long Last(Func<long, bool> holds, long from)
    {
        var step = 1L;
        while (holds(from + step))
        {
            from += step;
            step *= 2;
        }

        for (; step > 0; step /= 2)
        {
            from += holds(from + step) ? step : 0;
        }

        return from;
    }
}
