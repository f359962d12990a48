using CxRules.Model.Time;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Baselines;

/// <summary>A window as units [Start, End).</summary>
/// <param name="Back">Of a reference window: how many steps before the evaluated one it ends.</param>
internal readonly record struct UnitRange(int Start, int End, int Back = 0);

/// <summary>
/// The reference windows of a window (statistics.md, "Baseline"): they end 1 … n steps earlier in local time, a step being the window's
/// length rounded up to whole weeks. A step of cycles is as many cycles, ending as many days after the last one began.
/// </summary>
internal sealed class References(Timeline timeline, Exclusions exclusions, Exposures exposures)
{
    /// <summary>Days of a step.</summary>
    public static int StepDays(Window window) => (window.NominalHours + 167) / 168 * 7;

    /// <summary>The windows that may be learned from; <paramref name="leftOut"/> tells the ends at which the rule was active.</summary>
    /// <param name="end">Of the measure's own window.</param>
    /// <param name="exposure">Windows without it are left out, too.</param>
    public void Collect(List<UnitRange> into, Instant end, MeasurePlan measure, int windows, Func<int, bool> leftOut, ExposureSeries? exposure)
    {
        into.Clear();
        for (var back = 1; back <= windows && TryFind(measure, end, back, out var range); back++)
        {
            if (IsReference(measure, range) && !leftOut(range.End) && (exposure is null || exposure.Has(range.Start, range.End)))
            {
                into.Add(range);
            }
        }
    }

    /// <summary>The window so many steps before, usable or not; false where it, as all earlier ones, ends before the history, or no cycles are known.</summary>
    public bool TryFind(MeasurePlan measure, Instant end, int back, out UnitRange range)
    {
        if (measure.Cycles is { } cycles)
        {
            return TryFind(cycles, end, back, out range);
        }

        range = default;
        var day = end.Day - (back * StepDays(measure.Window));
        if (day < timeline.FirstDay)
        {
            return false;
        }

        var last = timeline.IndexAt(day, end.Hour);
        var first = measure.Window.Unit == TimeUnit.Day ? timeline.IndexAt(day - measure.Window.Length, end.Hour) : last - measure.Window.Length;
        range = new(first, last, back);
        return true;
    }

    /// <summary>Why no baseline learns from a window; null where one may.</summary>
    public string? WhyNot(MeasurePlan measure, UnitRange range) =>
        measure.Cycles is null ? exclusions.WhyNot(range.Start, range.End) : exclusions.WhyNotOfCycles(range.Start, range.End);

    private bool IsReference(MeasurePlan measure, UnitRange range) =>
        measure.Cycles is null ? exclusions.IsReference(range.Start, range.End) : exclusions.IsReferenceOfCycles(range.Start, range.End);

    /// <summary>As far into its last cycle as the evaluated window is into its own, or to that cycle's end.</summary>
    private bool TryFind(CyclesPlan cycles, Instant end, int back, out UnitRange range)
    {
        range = default;
        var series = exposures.Of(cycles.Exposure);
        var before = series.CyclesBefore(end.Index);
        var first = before - (cycles.Count * (back + 1));
        if (first < 0 || series.Over(series.BeginningOf(before - 1), end.Index) is null)
        {
            return false;
        }

        var last = first + cycles.Count - 1;
        var day = timeline.DayOfIndex(series.BeginningOf(last)) + end.Day - timeline.DayOfIndex(series.BeginningOf(before - 1));
        range = new(series.BeginningOf(first), Math.Min(timeline.IndexAt(day, end.Hour), series.BeginningOf(last + 1)), back);
        return true;
    }
}
