using CxRules.Model.Projects;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Samples;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>Conditions about estimates: what their interval lies wholly beyond is decided, what lies in it is unknown.</summary>
internal sealed class Estimates(SampleReadings samples, MeasureValues values)
{
    public Truth Decide(SampleSignal signal, Evaluation at) =>
        Decide(samples.Of(signal, at), signal.Comparison, signal.Count, at, $"the interval of the sample '{signal.Sample}' holds the number: look at more");

    public Truth Decide(TallySignal signal, Evaluation at) =>
        Decide(Of(signal, at), signal.Comparison, signal.Count, at, "the interval of the tally holds the number: look at more");

    /// <summary>Null: unknown.</summary>
    public SampleEstimate? Of(SampleSignal signal, Evaluation at) => samples.Of(signal, at);

    /// <summary>Of the window of an evaluation; null: unknown.</summary>
    public SampleEstimate? Of(TallySignal signal, Evaluation at)
    {
        var (share, volume) = (at.Group.Quantity(signal.Share), at.Group.Quantity(signal.Volume));
        if (!values.TryWindow(share, at, out var window))
        {
            return null;
        }

        var estimate = Of(share, volume, [(window.Start, window.End)], out var because);
        at.UnknownBecause ??= because;
        return estimate;
    }

    /// <summary>The same over stretches of units [start, end).</summary>
    /// <param name="because">Why there is none; null where there is one.</param>
    public static SampleEstimate? Of(Quantity share, Quantity volume, IEnumerable<(int Start, int End)> stretches, out string? because)
    {
        var (found, looked, came) = (0L, 0L, 0L);
        foreach (var (start, end) in stretches)
        {
            found += share.Population.Contacts(start, end);
            looked += share.Among?.Contacts(start, end) ?? 0;
            came += volume.Population.Contacts(start, end);
        }

        because = looked == 0 ? "no contact of the window was looked at" : looked > came ? "more contacts were looked at than came" : null;
        return because is null ? StratifiedEstimate.Of(SampleMethod.Review, [new(looked, came, found)]) : null;
    }

    private static Truth Decide(SampleEstimate? estimate, ComparisonKind comparison, decimal count, Evaluation at, string because)
    {
        if (at.Record is { } record)
        {
            (record.Estimate, record.Reference) = (estimate, count);
        }

        if (estimate is null)
        {
            return Truth.Unknown;
        }

        var truths = Signs(estimate.SignsAgainst(count)).Select(sign => comparison.Holds(sign)).ToList();
        if (truths.TrueForAll(truth => truth) || truths.TrueForAll(truth => !truth))
        {
            return TruthOperators.Of(truths[0]);
        }

        at.UnknownBecause ??= because;
        return Truth.Unknown;
    }

    /// <summary>How the numbers of the interval may stand to another.</summary>
    private static IEnumerable<int> Signs((int Low, int High) ends) => ends is (< 0, > 0) ? [-1, 0, 1] : [ends.Low, ends.High];
}
