using CxRules.Language.Binding;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Plans;

namespace CxRules.Compiler.Lowering;

/// <summary>How a rule's money expects contacts: by the first baseline of its `if` that is about the volume of its population.</summary>
internal static class ExpectationLowering
{
    /// <summary>Null: by the mean of the days before.</summary>
    /// <param name="unit">That of the rule's cases.</param>
    public static ExpectationPlan? Lower(BoundRule rule, TimeUnit unit)
    {
        var first = Thresholds(rule.Signal).FirstOrDefault(threshold => threshold.Amount is BoundBaseline);
        return first is { Measure: { Kind: MeasureKind.Volume } measure, Amount: BoundBaseline { Spec: var spec } } && measure.Population.Key == rule.Population.Key
            ? spec switch
            {
                { Method: BaselineMethod.Fixed } => new FixedExpectation(spec.Fixed / (unit == TimeUnit.Day ? measure.Window.Length : measure.Window.NominalHours)),
                { Method: BaselineMethod.PerExposure, Exposure: { } exposure } => new ExposureExpectation(exposure),
                _ => null,
            }
            : null;
    }

    private static IEnumerable<BoundThreshold> Thresholds(BoundSignal? signal) => signal switch
    {
        BoundSignalAnd and => and.Operands.SelectMany(Thresholds),
        BoundSignalOr or => or.Operands.SelectMany(Thresholds),
        BoundSignalNot not => Thresholds(not.Operand),
        BoundThreshold threshold => [threshold],
        _ => [],
    };
}
