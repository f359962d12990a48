using CxRules.Model.Time;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>
/// Which groups of a rule are quiet: nothing of theirs lies in reach, or too little to matter, and nothing that they did before concerns them any
/// more. They all decide alike.
/// </summary>
internal sealed class Quiet
{
    private readonly Reach _reach;
    private readonly Instant[] _instants;

    private Quiet(Reach reach, Instant[] instants, Stirrings stirrings)
    {
        _reach = reach;
        _instants = instants;
        Stirrings = stirrings;
    }

    /// <summary>When their contacts make groups stir.</summary>
    public Stirrings Stirrings { get; }

    /// <param name="watched">The comparison whose baselines are counted; null: none are.</param>
    public static Quiet Of(RulePlan rule, SignalPlan signal, ThresholdSignal? watched, RuleMeasures measures, WindowFinder windows, Exclusions exclusions, Instant[] instants)
    {
        var timeline = windows.Timeline;
        var reach = Reach.Of(rule, measures, windows, instants);

        // Which groups know the baseline of a share goes by what they have, and so do their ranks.
        var gate = rule.Top is not null || SignalMeasures.Levels(rule).Any(test => measures.PlanOf(test.Measure).Kind == QuantityKind.Share) ? null : Gate.Of(signal, measures, watched);
        var window = gate is null ? reach : Reach.OfWindow(gate.Window, timeline, instants);
        bool[] isKnown = [.. instants.Select(instant => gate is not null && IsKnown(timeline.StartOfWindow(instant, gate.Window), instant.Index))];
        return new(reach, instants, new Stirrings(reach, gate, window, isKnown));

        bool IsKnown(int start, int end) => start >= 0 && !exclusions.HasGap(start, end);
    }

    /// <summary>True where what a group did before makes no difference to an evaluation.</summary>
    public bool IsQuiet(GroupState group, int evaluation) =>
        !group.IsActive && (group.LastStrong < 0 || _instants[group.LastStrong].Index < _reach.StartOf(evaluation));
}
