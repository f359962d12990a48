using CxRules.Model.Time;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Baselines;

/// <summary>The probability that chance alone explains a window (statistics.md, "Chance").</summary>
internal sealed class ChanceTest(References references, Timeline timeline, Exposures exposures)
{
    private readonly WindowFinder _windows = new(timeline, exposures);
    private readonly List<UnitRange> _references = [];
    private readonly List<UnitRange> _aligned = [];

    /// <summary>True when enough reference windows are left to test with; a share of nothing is no reference.</summary>
    public bool IsKnown(ChancePlan plan, Quantity quantity, Instant end, Func<int, bool> leftOut)
    {
        references.Collect(_references, end, quantity.Plan, plan.Windows, leftOut, exposures.Find(plan.Exposure));
        if (quantity is { IsShare: true, Among: { } among })
        {
            _references.RemoveAll(reference => among.Contacts(reference.Start, reference.End) == 0);
        }

        return _references.Count >= Math.Max(1, plan.Least);
    }

    /// <summary>p of the window that ends at <paramref name="end"/>; null where too few references are left, or for a share of nothing.</summary>
    public double? PValue(ChancePlan plan, Quantity quantity, UnitRange window, Instant end, Alignments alignments, Func<int, bool> leftOut)
    {
        var count = quantity.Population.Contacts(window.Start, window.End);
        return count == 0 && !plan.Less && !quantity.IsShare
            ? IsKnown(plan, quantity, end, leftOut) ? 1 : null
            : Tail(plan, quantity, window, end, alignments, leftOut)?.Invoke(count);
    }

    /// <summary>What p leaves within a level, in contacts or per cent; null where too few references are left, or for a share of nothing.</summary>
    public ExpectedRange? Range(double level, ChancePlan plan, Quantity quantity, UnitRange window, Instant end, Alignments alignments, Func<int, bool> leftOut)
    {
        if (Tail(plan, quantity, window, end, alignments, leftOut) is not { } tail)
        {
            return null;
        }

        var edge = plan.Less ? First(0, count => tail(count) >= level) : First(0, count => tail(count) < level) - 1;
        var all = quantity.IsShare ? AmongAt(quantity, end) : null;
        var value = all is { } whole ? 100m * edge / whole : edge;
        var unit = all is null ? "contacts" : "%";
        return plan.Less ? new(value, null, unit) : new(null, value, unit);
    }

    /// <summary>The contacts that a share is taken of in the window that ends there; null for any other measure.</summary>
    public long? AmongAt(Quantity quantity, Instant end) =>
        quantity is { IsShare: true, Among: { } among } ? among.Contacts(_windows.StartOf(quantity.Plan, end), end.Index) : null;

    /// <summary>P(Y ≥ count) of a quiet window that ends there; null where too few references are left, or for a share of nothing.</summary>
    public double? Reaches(long count, ChancePlan plan, Quantity quantity, Instant end, Alignments alignments, Func<int, bool> leftOut) =>
        Tail(plan with { Less = false }, quantity, new(_windows.StartOf(quantity.Plan, end), end.Index), end, alignments, leftOut)?.Invoke(count);

    /// <summary>The smallest count with p below a level; null where too few references are left.</summary>
    public long? LeastBeyond(double level, ChancePlan plan, Quantity quantity, Instant end, Alignments alignments, Func<int, bool> leftOut)
    {
        if (!IsKnown(plan, quantity, end, leftOut))
        {
            return null;
        }

        var (mean, variance) = Quiet(plan, quantity, end, alignments, leftOut);
        return First((long)mean + 1, count => Distributions.CountAtLeast(count, mean, variance) < level);
    }

    /// <summary>p by the count of a quiet window; null where too few references are left, or for a share of nothing.</summary>
    private Func<long, double>? Tail(ChancePlan plan, Quantity quantity, UnitRange window, Instant end, Alignments alignments, Func<int, bool> leftOut)
    {
        if (!IsKnown(plan, quantity, end, leftOut))
        {
            return null;
        }

        if (quantity is { IsShare: true, Among: { } among })
        {
            var all = among.Contacts(window.Start, window.End);
            var p = Math.Min(1, (Sum(quantity.Population) + 0.5) / (Sum(among) + 1));
            return all == 0 ? null : plan.Less ? count => Distributions.BinomialAtMost(count, all, p) : count => Distributions.BinomialAtLeast(count, all, p);
        }

        var (mean, variance) = Quiet(plan, quantity, end, alignments, leftOut);
        return plan.Less ? count => Distributions.CountAtMost(count, mean, variance) : count => Distributions.CountAtLeast(count, mean, variance);
    }

    /// <summary>The smallest count from <paramref name="least"/> on that has a property which all above it have, too.</summary>
    private static long First(long least, Func<long, bool> has)
    {
        var (low, high) = (least - 1, least);
        while (!has(high))
        {
            (low, high) = (high, (2 * high) + 1);
        }

        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = has(middle) ? (low, middle) : (middle, high);
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
            var index = isDays ? timeline.IndexAt(end.Day - shift, end.Hour) : end.Index - shift;
            if (index < 0)
            {
                break;
            }

            // Where the clock skips an hour, two local hours begin at one unit.
            var instant = isDays ? ((end.Day - shift - timeline.FirstDay) * 24) + end.Hour : index;
            if (!alignments.TryGet(instant, out var set))
            {
                references.Collect(_aligned, isDays ? timeline.At(end.Day - shift, end.Hour) : timeline.AtIndex(index), quantity.Plan, plan.Windows, leftOut, exposures.Find(plan.Exposure));
                set = new(_aligned.Count, 0, 0);
                foreach (var range in _aligned)
                {
                    double count = quantity.Population.Contacts(range.Start, range.End);
                    set = new(set.Count, set.Sum + count, set.SumOfSquares + (count * count));
                }

                alignments.Set(instant, set);
            }

            dispersion.Add(set.Count, set.Sum, set.SumOfSquares);
        }

        return dispersion.Value;
    }
}
