using CxRules.Runtime.Baselines;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>What measures come to at an evaluation; where that is unknown, the evaluation is told why.</summary>
internal sealed class MeasureValues(WindowFinder windows, Exclusions exclusions)
{
    public decimal? Of(Quantity quantity, Evaluation at)
    {
        if (!TryWindow(quantity, at, out var window))
        {
            return null;
        }

        var value = quantity.Over(window.Start, window.End, EndOf(quantity, at));
        if (value is null)
        {
            at.UnknownBecause ??= quantity.WhyUnknown(window.Start, window.End);
        }

        return value;
    }

    /// <summary>The same without a rounded digit.</summary>
    public Fraction? Exactly(Quantity quantity, Evaluation at) =>
        TryWindow(quantity, at, out var window) ? quantity.Exactly(window.Start, window.End, EndOf(quantity, at)) : null;

    /// <summary>False where the window begins before the history, or holds a gap, or its cycles are not known.</summary>
    public bool TryWindow(Quantity quantity, Evaluation at, out UnitRange window)
    {
        var measure = quantity.Plan;
        var end = windows.EndOf(measure, at.End);
        window = new(windows.StartOf(measure, end), end.Index);
        if (window.Start < 0)
        {
            at.UnknownBecause ??= $"too little history: the window of {measure.Span}{(measure.EarlierDays > 0 ? $", {measure.EarlierDays} days earlier," : "")} begins before the first contact's day";
            return false;
        }

        if (exclusions.HasGap(window.Start, window.End))
        {
            at.UnknownBecause ??= "a gap in the data lies in the window";
            return false;
        }

        if (!windows.KnowsCycles(measure.Cycles, window.Start, window.End))
        {
            at.UnknownBecause ??= $"the exposure '{measure.Cycles?.Exposure}' has no count for the window";
            return false;
        }

        return true;
    }

    private long EndOf(Quantity quantity, Evaluation at) => windows.EndOf(quantity.Plan, at.End).UtcTicks;
}
