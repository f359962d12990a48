using CxRules.Language.Binding;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Plans;

namespace CxRules.Compiler.Lowering;

/// <summary>
/// How a rule's money expects contacts: by the first comparison of its `if` with a baseline or the past, where that is about the volume of its
/// population.
/// </summary>
internal static class ExpectationLowering
{
    /// <summary>Null: by the mean of the days before.</summary>
    /// <param name="unit">That of the rule's cases.</param>
    public static ExpectationPlan? Lower(BoundRule rule, TimeUnit unit) =>
        RuleThresholds.Of(rule.Signal).FirstOrDefault(threshold => threshold.Amount is BoundBaseline or BoundOther { Measure.EarlierDays: not null }) switch
        {
            { Measure: var measure, Amount: BoundBaseline { Spec: var spec } } when IsVolume(measure, rule) => Lower(measure, spec, unit),
            { Measure: var measure, Amount: BoundOther { Measure: { EarlierDays: { } days } past } } when IsVolume(measure, rule) && past.Equals(measure with { EarlierDays = days }) =>
                new EarlierExpectation(days, measure.Per?.Exposure),
            _ => null,
        };

    private static bool IsVolume(BoundMeasure measure, BoundRule rule) =>
        measure is { Kind: MeasureKind.Volume, EarlierDays: null } && measure.Population.Key == rule.Population.Key;

    private static ExpectationPlan? Lower(BoundMeasure measure, BaselineSpec spec, TimeUnit unit) => (spec, measure) switch
    {
        ({ Method: BaselineMethod.PerExposure, Exposure: { } exposure }, _) => new ExposureExpectation(exposure),
        ({ Method: BaselineMethod.Fixed }, { Per: { } per }) => new RateExpectation(spec.Fixed / per.Count, per.Exposure),
        ({ Method: BaselineMethod.Fixed }, { Cycles: { } cycles }) => new CycleExpectation(spec.Fixed / cycles.Count, cycles.Exposure),
        ({ Method: BaselineMethod.Fixed }, _) => new FixedExpectation(spec.Fixed / (unit == TimeUnit.Day ? measure.Window.Length : measure.Window.NominalHours)),
        (_, { Per: { } per }) => new ExposureExpectation(per.Exposure),
        _ => null,
    };
}
