using CxRules.Runtime.Baselines;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>The expected values that comparisons name; where one is unknown, the evaluation is told why.</summary>
internal sealed class LearnedBaselines(WindowFinder windows, References references, Exposures exposures)
{
    private readonly List<UnitRange> _ranges = [];
    private readonly List<ReferenceValue> _values = [];

    public decimal? Of(BaselineAmount plan, Quantity quantity, Evaluation at)
    {
        var exposure = exposures.Find(plan.Exposure);
        var end = windows.EndOf(quantity.Plan, at.End);
        var times = exposure is null ? 1 : exposure.Over(windows.StartOf(quantity.Plan, end), end.Index) ?? 0;
        if (times <= 0)
        {
            at.UnknownBecause ??= $"the exposure '{plan.Exposure}' has no count for the window";
            return null;
        }

        references.Collect(_ranges, end, quantity.Plan, plan.Windows, at.LeftOut, exposure);
        _values.Clear();
        foreach (var range in _ranges)
        {
            if (quantity.Over(range.Start, range.End, EndOf(range)) is { } value)
            {
                _values.Add(new(range.Back, exposure is null ? value : value * times / (exposure.Over(range.Start, range.End) ?? 1)));
            }
        }

        var missing = plan.Least - _values.Count;
        var baseline = BaselineMethods.Learn(plan.Method, _values, plan.Least);
        if (at.Record is { } record)
        {
            (record.Baseline, record.Learned) = (baseline, _ranges.ToArray());
        }

        if (baseline is null)
        {
            var with = exposure is null ? "" : $" with a count of '{plan.Exposure}'";
            at.UnknownBecause ??= $"too little history: a baseline over {quantity.Plan.Span} needs {plan.Least} earlier windows{with}, {missing} more than there are";
        }

        return baseline;
    }

    /// <summary>The same without a rounded digit.</summary>
    public Fraction? Exactly(BaselineAmount plan, Quantity quantity, Evaluation at)
    {
        // What it learns from stands in _ranges and _values from here on.
        if (Of(plan, quantity, at) is null)
        {
            return null;
        }

        var exposure = exposures.Find(plan.Exposure);
        var end = windows.EndOf(quantity.Plan, at.End);
        var times = exposure?.Exactly(windows.StartOf(quantity.Plan, end), end.Index);
        return BaselineMethods.LearnExactly(plan.Method, _values, reference =>
        {
            var range = _ranges.Find(range => range.Back == reference.Back);
            var value = quantity.Exactly(range.Start, range.End, EndOf(range)) ?? reference.Value;
            return exposure is not null && times is { } now ? value * now / exposure.Exactly(range.Start, range.End) : value;
        });
    }

    private long EndOf(UnitRange range) => windows.Timeline.AtIndex(range.End).UtcTicks;
}
