using CxRules.Model.Time;
using CxRules.Runtime.Baselines;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>
/// How far back the evaluations of a rule look: nothing before can make a difference. It reaches rather too far than not far enough.
/// </summary>
internal sealed class Reach
{
    private readonly int[] _starts;
    private readonly int[] _ends;

    /// <summary>By unit: the first evaluation after it, and the last that looks at it.</summary>
    private readonly (int First, int Last)[] _seeing;

    /// <param name="starts">By evaluation: the first unit it looks at.</param>
    public Reach(int[] starts, IReadOnlyList<Instant> instants, int units)
    {
        _starts = starts;
        _ends = [.. instants.Select(instant => instant.Index)];
        _seeing = new (int, int)[units];
        var (first, last) = (0, -1);
        for (var unit = 0; unit < units; unit++)
        {
            while (first < _ends.Length && _ends[first] <= unit)
            {
                first++;
            }

            while (last + 1 < _starts.Length && _starts[last + 1] <= unit)
            {
                last++;
            }

            _seeing[unit] = (first, last);
        }
    }

    /// <summary>The units from the first to the last that an evaluation looks at, at most.</summary>
    public int Span => _starts.Zip(_ends, (start, end) => end - start).DefaultIfEmpty().Max();

    /// <summary>The evaluations that look at a unit, first and last; none where the last is the smaller.</summary>
    public (int First, int Last) Seeing(int unit) => _seeing[unit];

    public int StartOf(int evaluation) => _starts[evaluation];

    public int EndOf(int evaluation) => _ends[evaluation];

    /// <summary>A window alone.</summary>
    public static Reach OfWindow(Window window, Timeline timeline, IReadOnlyList<Instant> instants) =>
        new([.. instants.Select(instant => Math.Max(0, timeline.StartOfWindow(instant, window)))], instants, timeline.Length);

    /// <summary>All that a rule's conditions look at.</summary>
    public static Reach Of(RulePlan rule, RuleMeasures measures, WindowFinder windows, IReadOnlyList<Instant> instants)
    {
        var looks = SignalMeasures.Leaves(rule.Signal).Concat(SignalMeasures.Leaves(rule.Until))
            .SelectMany(leaf => SignalMeasures.MeasuresOf(leaf).Select(measure => (References: ReferencesOf(leaf), Measure: measures.PlanOf(measure))))
            .Concat(rule.Top is { } top ? [(0, measures.PlanOf(top.Measure))] : [])
            .Distinct().ToList();
        return new([.. instants.Select(instant => looks.Select(look => StartOf(look.Measure, look.References, windows, instant)).DefaultIfEmpty(instant.Index).Min())], instants, windows.Timeline.Length);
    }

    private static int ReferencesOf(SignalPlan leaf) =>
        Math.Max(leaf is ThresholdSignal { Amount: BaselineAmount baseline } ? baseline.Windows : 0, SignalMeasures.TestOf(leaf)?.Windows ?? 0);

    /// <summary>The window, its references, those of a week's alignments, and a day for what clocks do.</summary>
    private static int StartOf(MeasurePlan measure, int references, WindowFinder windows, Instant instant)
    {
        var timeline = windows.Timeline;
        var days = measure.EarlierDays + (references > 0 ? 8 : 0) + 1;
        if (measure.Cycles is { } cycles)
        {
            return Math.Max(0, windows.Cycles(cycles).StartOfRun(cycles.Count * (references + 1), windows.Back(instant, days).Index));
        }

        days += ((measure.Window.NominalHours + 23) / 24) + (references * References.StepDays(measure.Window));
        return Math.Max(0, timeline.IndexAt(Math.Max(timeline.FirstDay, instant.Day - days), 0));
    }
}
