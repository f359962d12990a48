using CxRules.Model.Time;
using CxRules.Runtime.Plans;

namespace CxRules.Runtime.Windows;

/// <summary>Where the windows of measures begin and end on a timeline.</summary>
internal sealed class WindowFinder(Timeline timeline, Exposures exposures)
{
    public Timeline Timeline => timeline;

    /// <summary>What a measure's window ends at, seen from an evaluation; before the history where it lies that far back.</summary>
    public Instant EndOf(MeasurePlan measure, Instant at) => Back(at, measure.EarlierDays);

    /// <summary>The same local time so many days before.</summary>
    public Instant Back(Instant at, int days) => days == 0 ? at : timeline.At(at.Day - days, at.Hour);

    /// <summary>Where a window that ends at an instant begins; negative before the history.</summary>
    public int StartOf(MeasurePlan measure, Instant end) => StartOf(measure.Window, measure.Cycles, end);

    /// <summary>The same of a window, or of cycles where it is made of those.</summary>
    public int StartOf(Window window, CyclesPlan? cycles, Instant end) =>
        cycles is null ? timeline.StartOfWindow(end, window) : Cycles(cycles).StartOfRun(cycles.Count, end.Index);

    /// <summary>The series whose days with a count begin cycles.</summary>
    public ExposureSeries Cycles(CyclesPlan cycles) => exposures.Of(cycles.Exposure);

    /// <summary>True where no cycle may have begun in a window that nobody wrote down.</summary>
    public bool KnowsCycles(CyclesPlan? cycles, int start, int end) => cycles is null || Cycles(cycles).Over(start, end) is not null;
}
