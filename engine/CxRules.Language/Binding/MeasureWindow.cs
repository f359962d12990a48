using CxRules.Model.Time;

namespace CxRules.Language.Binding;

/// <summary>The window of a measure.</summary>
/// <param name="Window">Its length; for cycles about their length, which only tells which window is the longest.</param>
internal readonly record struct MeasureWindow(Window Window, BoundCycles? Cycles = null)
{
    public static MeasureWindow Daily { get; } = new(Window.Daily);
}
