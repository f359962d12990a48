using CxRules.Runtime.Baselines;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>What measures come to at an evaluation; where that is unknown, the evaluation is told why.</summary>
internal sealed class MeasureValues(Timeline timeline, Exclusions exclusions)
{
    public decimal? Of(Quantity quantity, Evaluation at)
    {
        if (!TryWindow(quantity, at, out var window))
        {
            return null;
        }

        var value = quantity.Over(window.Start, window.End, at.End.UtcTicks);
        if (value is null)
        {
            at.UnknownBecause ??= quantity.UnknownBecause;
        }

        return value;
    }

    /// <summary>The same without a rounded digit.</summary>
    public Fraction? Exactly(Quantity quantity, Evaluation at) =>
        TryWindow(quantity, at, out var window) ? quantity.Exactly(window.Start, window.End, at.End.UtcTicks) : null;

    /// <summary>False where the window begins before the history, or holds a gap.</summary>
    public bool TryWindow(Quantity quantity, Evaluation at, out UnitRange window)
    {
        window = new(timeline.StartOfWindow(at.End, quantity.Window), at.End.Index);
        if (window.Start < 0)
        {
            at.UnknownBecause ??= $"too little history: the window of {quantity.Window} begins before the first contact's day";
            return false;
        }

        if (exclusions.HasGap(window.Start, window.End))
        {
            at.UnknownBecause ??= "a gap in the data lies in the window";
            return false;
        }

        return true;
    }
}
