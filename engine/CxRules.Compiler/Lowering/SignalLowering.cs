using CxRules.Language.Binding;
using CxRules.Model.Projects;
using CxRules.Runtime.Plans;

namespace CxRules.Compiler.Lowering;

/// <summary>Lowers the signals of one rule; its chance tests are numbered from 0.</summary>
/// <param name="population">The rule's.</param>
internal sealed class SignalLowering(PlanCompiler plan, Project project, BoundCondition population)
{
    /// <summary>The level at which a baseline comparison without a guard is tested, for its p-value alone.</summary>
    private const double Unguarded = 0.001;

    private readonly BaselineSettings _settings = project.Baseline;
    private readonly EstimateLowering _estimates = new(plan, project);
    private int _tests;

    public SignalPlan Lower(BoundSignal signal) => signal switch
    {
        BoundSignalAnd and => new AllSignals([.. and.Operands.Select(Lower)]),
        BoundSignalOr or => new AnySignal([.. or.Operands.Select(Lower)]),
        BoundSignalNot not => new NotSignal(Lower(not.Operand)),
        BoundChance chance => new ChanceSignal(Test(chance.Measure, chance.Level, false, _settings.Windows, _settings.Least, ExposureOf(_settings.Method, _settings.Exposure))),
        BoundThreshold { Measure.Kind: MeasureKind.Tally, Amount: BoundConstant constant } tally => _estimates.Lower(tally, constant.Value),
        BoundThreshold threshold => Lower(threshold),
        BoundSignalActive active => new ActiveSignal(active.Signal, plan.EmittersOf(active.Signal)),
        BoundCaseState state => new StandingSignal(state.Standing, state.HeldTicks ?? 0, plan.OpenersOf(state)),
        BoundPastCap cap => new PastCapSignal(cap.HeldTicks ?? 0, plan.OpenersOf(cap)),
        BoundCaseCost cost => new CaseCostSignal((ComparisonKind)cost.Comparison, cost.Amount, plan.OpenersOf(cost)),
        BoundSample sample => _estimates.Lower(sample, population),
        _ => throw new InvalidOperationException($"A signal of an unknown kind: {signal.GetType().Name}."),
    };

    private ThresholdSignal Lower(BoundThreshold threshold)
    {
        var measure = plan.MeasureOf(threshold.Measure);
        var isLess = threshold.Comparison is Comparison.Less or Comparison.LessOrEqual;
        var test = threshold.Amount is BoundBaseline { Spec: { Method: not BaselineMethod.Fixed } spec }
            ? Test(threshold.Measure, threshold.Guard ?? Unguarded, isLess, spec.Windows, spec.Least, ExposureOf(spec.Method, spec.Exposure))
            : null;
        return new(measure, (ComparisonKind)threshold.Comparison, Lower(threshold.Amount), test, threshold.Guard is not null);
    }

    private AmountPlan Lower(BoundAmount amount) => amount switch
    {
        BoundConstant constant => new ConstantAmount(constant.Value),
        BoundBaseline { Spec.Method: BaselineMethod.Fixed, By: { } by } agreed => new AgreedAmount(agreed.Factor, agreed.Offset, agreed.Spec.Fixed) { By = Lower(by) },
        BoundBaseline { Spec.Method: BaselineMethod.Fixed } baseline => new ConstantAmount((baseline.Factor * baseline.Spec.Fixed) + baseline.Offset),
        BoundBaseline baseline => new BaselineAmount(baseline.Factor, baseline.Offset, baseline.Spec.Method, baseline.Spec.Windows, baseline.Spec.Least) { Exposure = ExposureOf(baseline.Spec.Method, baseline.Spec.Exposure), By = baseline.By is { } by ? Lower(by) : null },
        BoundOther other => new MeasureAmount(other.Factor, other.Offset, plan.MeasureOf(other.Measure)),
        _ => throw new InvalidOperationException($"An amount of an unknown kind: {amount.GetType().Name}."),
    };

    private static FactorsPlan Lower(BoundFactors factors) => new(factors.Field, [.. factors.Rows.Select(row => new FactorRow(new CodeSet(row.Codes), row.Factor))], factors.Otherwise);

    /// <summary>Counts and shares are tested themselves, any other measure by its population's volume.</summary>
    private ChancePlan Test(BoundMeasure measure, double level, bool isLess, int windows, int least, string? exposure) => new(
        _tests++,
        measure is { Kind: MeasureKind.Volume or MeasureKind.Share or MeasureKind.RepeatRate, Per: null } ? plan.MeasureOf(measure) : plan.VolumeOf(measure),
        level,
        isLess,
        windows,
        least)
    {
        Exposure = exposure ?? measure.Per?.Exposure,
    };

    private static string? ExposureOf(BaselineMethod method, string? exposure) => method == BaselineMethod.PerExposure ? exposure : null;
}
