using CxRules.Model.Time;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Baselines;

/// <summary>The probability that chance alone explains a window (statistics.md, "Chance").</summary>
internal sealed class ChanceTest(References references)
{
    private readonly List<UnitRange> _references = [];
    private readonly List<UnitRange> _aligned = [];

    /// <summary>True when enough reference windows are left to test with.</summary>
    public bool IsKnown(ChancePlan plan, Window window, Instant end, Func<int, bool> leftOut)
    {
        references.Collect(_references, end, window, plan.Windows, 0, leftOut);
        return _references.Count >= Math.Max(1, plan.Least);
    }

    /// <summary>p of the window that ends at <paramref name="end"/>; null where too few references are left.</summary>
    public double? PValue(ChancePlan plan, Quantity quantity, UnitRange window, Instant end, Func<int, bool> leftOut)
    {
        if (!IsKnown(plan, quantity.Window, end, leftOut))
        {
            return null;
        }

        var n = _references.Count;
        var count = quantity.Population.Contacts(window.Start, window.End);
        var sum = Sum(quantity.Population);
        if (quantity is { IsShare: true, Among: { } among })
        {
            var all = among.Contacts(window.Start, window.End);
            var p = Math.Min(1, (sum + 0.5) / (Sum(among) + 1));
            return plan.Less ? Distributions.BinomialAtMost(count, all, p) : Distributions.BinomialAtLeast(count, all, p);
        }

        if (!plan.Less && count == 0)
        {
            return 1;
        }

        var mean = (sum + 0.5) / n;
        var variance = Dispersion(plan, quantity, end, leftOut) * mean * (1 + (1.0 / n));
        return plan.Less ? Distributions.CountAtMost(count, mean, variance) : Distributions.CountAtLeast(count, mean, variance);
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

    /// <summary>φ over the week's alignments: 7 for windows of days, 168 for windows of hours.</summary>
    private double Dispersion(ChancePlan plan, Quantity quantity, Instant end, Func<int, bool> leftOut)
    {
        var dispersion = default(Dispersion);
        var alignments = quantity.Window.Unit == TimeUnit.Day ? 7 : 168;
        for (var shift = 0; shift < alignments; shift++)
        {
            references.Collect(_aligned, end, quantity.Window, plan.Windows, shift, leftOut);
            var (sum, squares) = (0.0, 0.0);
            foreach (var range in _aligned)
            {
                double count = quantity.Population.Contacts(range.Start, range.End);
                sum += count;
                squares += count * count;
            }

            dispersion.Add(_aligned.Count, sum, squares);
        }

        return dispersion.Value;
    }
}
