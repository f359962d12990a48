using CxRules.Model.Time;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Baselines;

/// <summary>The probability that chance alone explains a window (statistics.md, "Chance").</summary>
internal sealed class ChanceTest(References references, Timeline timeline, Exposures exposures)
{
    private readonly List<UnitRange> _references = [];
    private readonly List<UnitRange> _aligned = [];

    /// <summary>True when enough reference windows are left to test with; a share of nothing is no reference.</summary>
    public bool IsKnown(ChancePlan plan, Quantity quantity, Instant end, Func<int, bool> leftOut)
    {
        references.Collect(_references, end, quantity.Window, plan.Windows, leftOut, exposures.Find(plan.Exposure));
        if (quantity is { IsShare: true, Among: { } among })
        {
            _references.RemoveAll(reference => among.Contacts(reference.Start, reference.End) == 0);
        }

        return _references.Count >= Math.Max(1, plan.Least);
    }

    /// <summary>p of the window that ends at <paramref name="end"/>; null where too few references are left, or for a share of nothing.</summary>
    public double? PValue(ChancePlan plan, Quantity quantity, UnitRange window, Instant end, Alignments alignments, Func<int, bool> leftOut)
    {
        if (!IsKnown(plan, quantity, end, leftOut))
        {
            return null;
        }

        var count = quantity.Population.Contacts(window.Start, window.End);
        if (quantity is { IsShare: true, Among: { } among })
        {
            var all = among.Contacts(window.Start, window.End);
            var p = Math.Min(1, (Sum(quantity.Population) + 0.5) / (Sum(among) + 1));
            return all == 0 ? null : plan.Less ? Distributions.BinomialAtMost(count, all, p) : Distributions.BinomialAtLeast(count, all, p);
        }

        if (!plan.Less && count == 0)
        {
            return 1;
        }

        var (mean, variance) = Quiet(plan, quantity, end, alignments, leftOut);
        return plan.Less ? Distributions.CountAtMost(count, mean, variance) : Distributions.CountAtLeast(count, mean, variance);
    }

    /// <summary>P(Y ≥ count) of a quiet window that ends there; null where too few references are left.</summary>
    public double? Reaches(long count, ChancePlan plan, Quantity quantity, Instant end, Alignments alignments, Func<int, bool> leftOut)
    {
        if (!IsKnown(plan, quantity, end, leftOut))
        {
            return null;
        }

        var (mean, variance) = Quiet(plan, quantity, end, alignments, leftOut);
        return Distributions.CountAtLeast(count, mean, variance);
    }

    /// <summary>The smallest count with p below a level; null where too few references are left.</summary>
    public long? LeastBeyond(double level, ChancePlan plan, Quantity quantity, Instant end, Alignments alignments, Func<int, bool> leftOut)
    {
        if (!IsKnown(plan, quantity, end, leftOut))
        {
            return null;
        }

        var (mean, variance) = Quiet(plan, quantity, end, alignments, leftOut);
        var (low, high) = ((long)mean, (long)mean + 1);
        while (Distributions.CountAtLeast(high, mean, variance) >= level)
        {
            (low, high) = (high, (2 * high) + 1);
        }

        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = Distributions.CountAtLeast(middle, mean, variance) < level ? (low, middle) : (middle, high);
        }

        return high;
    }

    /// <summary>Mean and variance of a quiet window, from the references found last.</summary>
    private (double Mean, double Variance) Quiet(ChancePlan plan, Quantity quantity, Instant end, Alignments alignments, Func<int, bool> leftOut)
    {
        var n = _references.Count;
        var mean = (Sum(quantity.Population) + 0.5) / n;
        return (mean, Dispersion(plan, quantity, end, alignments, leftOut) * mean * (1 + (1.0 / n)));
    }

    private double Sum(Series series)
    {
        var sum = 0L;
        foreach (var reference in _references)
        {
            sum += series.Contacts(reference.Start, reference.End);
        }

        return sum;
    }

    /// <summary>φ over the week's alignments: the references of the instants 0 … 6 days (0 … 167 hours, for windows of hours) before.</summary>
    private double Dispersion(ChancePlan plan, Quantity quantity, Instant end, Alignments alignments, Func<int, bool> leftOut)
    {
        var dispersion = default(Dispersion);
        var isDays = quantity.Window.Unit == TimeUnit.Day;
        for (var shift = 0; shift < (isDays ? 7 : 168); shift++)
        {
            var index = isDays ? end.Day - shift < timeline.FirstDay ? -1 : timeline.IndexAt(end.Day - shift, end.Hour) : end.Index - shift;
            if (index < 0)
            {
                break;
            }

            if (!alignments.TryGet(index, out var set))
            {
                references.Collect(_aligned, isDays ? timeline.At(end.Day - shift, end.Hour) : timeline.AtIndex(index), quantity.Window, plan.Windows, leftOut, exposures.Find(plan.Exposure));
                set = new(_aligned.Count, 0, 0);
                foreach (var range in _aligned)
                {
                    double count = quantity.Population.Contacts(range.Start, range.End);
                    set = new(set.Count, set.Sum + count, set.SumOfSquares + (count * count));
                }

                alignments.Set(index, set);
            }

            dispersion.Add(set.Count, set.Sum, set.SumOfSquares);
        }

        return dispersion.Value;
    }
}
