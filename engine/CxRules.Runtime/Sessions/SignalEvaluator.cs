using CxRules.Model.Projects;
using CxRules.Runtime.Baselines;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>Decides a rule's condition for one group at one instant.</summary>
internal sealed class SignalEvaluator
{
    private readonly ChanceTest _test;
    private readonly ChanceReadings _chance;
    private readonly Thresholds _thresholds;
    private readonly LeastCounts _counts;
    private readonly Func<SignalPlan, Evaluation, Truth> _decide;

    public SignalEvaluator(Project project, Timeline timeline, Exclusions exclusions, Exposures exposures, GroupFactors factors)
    {
        Windows = new WindowFinder(timeline, exposures);
        References = new References(timeline, exclusions, exposures);
        Values = new MeasureValues(Windows, exclusions);
        _test = new ChanceTest(References, timeline, exposures);
        _chance = new ChanceReadings(Windows, _test, Values);
        _thresholds = new Thresholds(Values, new LearnedBaselines(Windows, References, exposures), factors);
        _counts = new LeastCounts(_thresholds, _chance);
        Estimates = new Estimates(new SampleReadings(project, timeline, exclusions), Values);
        _decide = DecideLeaf;
    }

    /// <summary>Answers what a condition asks about other rules.</summary>
    public Func<FactSignal, Evaluation, Truth> Facts { get; init; } = (fact, _) => throw new InvalidOperationException($"Nobody knows of other rules here: {fact}");

    public WindowFinder Windows { get; }

    public References References { get; }

    public MeasureValues Values { get; }

    public Estimates Estimates { get; }

    /// <summary>How often chance alone meets the rule; null where something keeps it away, or its baseline was never known.</summary>
    public ChanceAlone? ChanceAlone => _thresholds.Watch?.AtUsual(_test);

    /// <summary>Looks out for what chance alone would meet in a rule's `if`.</summary>
    public void Watch(SignalPlan signal) => _thresholds.Watch = UnguardedRatio.Of(signal);

    /// <summary>The comparison of which it does; null: none.</summary>
    public ThresholdSignal? Watched => _thresholds.Watch?.Threshold;

    /// <summary>True when the group counts among those that a chance test's level is divided by.</summary>
    public bool KnowsBaseline(ChancePlan test, Evaluation at) => _chance.IsKnown(test, at);

    /// <summary>The condition's truth; where it is unknown, <see cref="Evaluation.UnknownBecause"/> says why.</summary>
    public Truth Decide(SignalPlan signal, Evaluation at) => SignalLogic.Decide(signal, at, _decide);

    /// <summary>What a chance test expects; null where that is unknown.</summary>
    public ExpectedRange? RangeOf(ChancePlan test, Evaluation at) => _chance.RangeOf(test, at);

    /// <summary>The smallest p of a rule's chance tests in `if`; null where there is none or none is known.</summary>
    public double? SmallestP(SignalPlan condition, Evaluation at)
    {
        double? smallest = null;
        foreach (var leaf in SignalMeasures.Leaves(condition))
        {
            if (SignalMeasures.TestOf(leaf) is { } test && _chance.PValue(test, at) is { } p && !(smallest <= p))
            {
                smallest = p;
            }
        }

        return smallest;
    }

    /// <summary>The smallest count with which the condition would have held; null where that is no single number.</summary>
    public long? LeastCount(SignalPlan signal, RulePlan rule, Evaluation at) => _counts.Of(signal, rule, at);

    /// <summary>Why no baseline learns from a window; null where one may.</summary>
    public string? WhyNoReference(MeasurePlan measure, UnitRange range, Evaluation at) =>
        References.WhyNot(measure, range) ?? (at.LeftOut(range.End) ? "the rule was active there, beyond chance" : null);

    private Truth DecideLeaf(SignalPlan leaf, Evaluation at) => leaf switch
    {
        ChanceSignal chance => _chance.Passes(chance.Test, at),
        ThresholdSignal threshold => Decide(threshold, at),
        FactSignal fact => Facts(fact, at),
        SampleSignal sample => Estimates.Decide(sample, at),
        TallySignal tally => Estimates.Decide(tally, at),
        _ => throw new InvalidOperationException($"A signal of an unknown kind: {leaf.GetType().Name}."),
    };

    private Truth Decide(ThresholdSignal threshold, Evaluation at)
    {
        var truth = _thresholds.Decide(threshold, at);
        return truth != Truth.False && threshold is { Guarded: true, Test: { } test } ? TruthOperators.And(truth, _chance.Passes(test, at)) : truth;
    }
}
