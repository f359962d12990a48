using CxRules.Model.Projects;
using CxRules.Runtime.Baselines;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>Holds measures against amounts. No rounded digit decides.</summary>
internal sealed class Thresholds(MeasureValues values, LearnedBaselines baselines, GroupFactors factors)
{
    /// <summary>Two numbers closer than this, of the larger, are compared without a rounded digit.</summary>
    private const decimal Near = 1e-12m;

    /// <summary>Takes note of baselines; null: nothing does.</summary>
    public UnguardedRatio? Watch { get; set; }

    /// <summary>The comparison's truth, its chance test apart.</summary>
    public Truth Decide(ThresholdSignal threshold, Evaluation at)
    {
        var quantity = at.Group.Quantity(threshold.Measure);
        var value = values.Of(quantity, at);
        var reference = value is null ? null : threshold.Amount switch
        {
            ConstantAmount constant => constant.Value,
            MeasureAmount other => (other.Factor * values.Of(at.Group.Quantity(other.Measure), at)) + other.Offset,
            AgreedAmount agreed => (agreed.Factor * factors.Of(agreed.By, at) * agreed.Agreed) + agreed.Offset,
            BaselineAmount baseline => (baseline.Factor * factors.Of(baseline.By, at) * Met(threshold, baselines.Of(baseline, quantity, at), at)) + baseline.Offset,
            _ => null,
        };
        if (at.Record is { } record)
        {
            (record.Value, record.Reference) = (value, reference);
        }

        return value is { } left && reference is { } right ? TruthOperators.Of(threshold.Comparison.Holds(Sign(threshold, left, right, at))) : Truth.Unknown;
    }

    /// <summary>What a measure is compared with, without a rounded digit; null where it is unknown.</summary>
    public Fraction? Exactly(ThresholdSignal threshold, Evaluation at)
    {
        Fraction? reference = threshold.Amount switch
        {
            ConstantAmount => 0m,
            MeasureAmount other => values.Exactly(at.Group.Quantity(other.Measure), at),
            AgreedAmount agreed => agreed.Agreed,
            BaselineAmount baseline => baselines.Exactly(baseline, at.Group.Quantity(threshold.Measure), at),
            _ => null,
        };
        return reference is { } known && factors.Of(threshold.Amount.By, at) is { } by ? ((Fraction)threshold.Amount.Factor * by * known) + threshold.Amount.Offset : null;
    }

    private decimal? Met(ThresholdSignal threshold, decimal? baseline, Evaluation at)
    {
        if (baseline is { } known && factors.Of(threshold.Amount.By, at) is { } by)
        {
            Watch?.Meet(threshold, known, at, by);
        }

        return baseline;
    }

    private int Sign(ThresholdSignal threshold, decimal value, decimal reference, Evaluation at) =>
        IsRounded(threshold, at) && Math.Abs(value - reference) <= Near * Math.Max(1, Math.Abs(reference))
            && values.Exactly(at.Group.Quantity(threshold.Measure), at) is { } left && Exactly(threshold, at) is { } right
            ? left.CompareTo(right)
            : value.CompareTo(reference);

    private static bool IsRounded(ThresholdSignal threshold, Evaluation at) => at.Group.Quantity(threshold.Measure).IsRounded || threshold.Amount switch
    {
        MeasureAmount other => at.Group.Quantity(other.Measure).IsRounded,
        BaselineAmount baseline => baseline.Exposure is not null || baseline.Method is not (BaselineMethod.Median or BaselineMethod.SameWeekday),
        _ => false,
    };
}
