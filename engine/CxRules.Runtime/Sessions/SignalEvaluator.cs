using CxRules.Model.Projects;
using CxRules.Runtime.Baselines;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>Decides a rule's condition for one group at one instant.</summary>
internal sealed class SignalEvaluator(Timeline timeline, Exclusions exclusions, Exposures exposures)
{
    /// <summary>Two numbers closer than this, of the larger, are compared without a rounded digit.</summary>
    private const decimal Near = 1e-12m;

    /// <summary>By the sign of value − reference.</summary>
    private static readonly Dictionary<ComparisonKind, Func<int, bool>> Comparisons = new()
    {
        [ComparisonKind.Equal] = sign => sign == 0,
        [ComparisonKind.NotEqual] = sign => sign != 0,
        [ComparisonKind.Less] = sign => sign < 0,
        [ComparisonKind.LessOrEqual] = sign => sign <= 0,
        [ComparisonKind.Greater] = sign => sign > 0,
        [ComparisonKind.GreaterOrEqual] = sign => sign >= 0,
    };

    private readonly References _references = new(timeline, exclusions);
    private readonly ChanceTest _chance = new(new References(timeline, exclusions), timeline, exposures);
    private readonly List<UnitRange> _ranges = [];
    private readonly List<ReferenceValue> _values = [];
    private UnguardedRatio? _unguarded;

    /// <summary>How often chance alone meets the rule; null where something keeps it away, or its baseline was never known.</summary>
    public ChanceAlone? ChanceAlone => _unguarded?.AtUsual(_chance);

    /// <summary>Looks out for what chance alone would meet in a rule's `if`.</summary>
    public void Watch(SignalPlan signal) => _unguarded = UnguardedRatio.Of(signal);

    /// <summary>The comparison of which it does; null: none.</summary>
    public ThresholdSignal? Watched => _unguarded?.Threshold;

    /// <summary>True when the group counts among those that a chance test's level is divided by.</summary>
    public bool KnowsBaseline(ChancePlan test, Evaluation at) =>
        _chance.IsKnown(test, at.Group.Quantity(test.Measure), at.End, at.LeftOut);

    /// <summary>The condition's truth; where it is unknown, <see cref="Evaluation.UnknownBecause"/> says why.</summary>
    public Truth Decide(SignalPlan signal, Evaluation at) => signal switch
    {
        AllSignals all => Fold(all.Operands, at, Truth.True, TruthOperators.And),
        AnySignal any => Fold(any.Operands, at, Truth.False, TruthOperators.Or),
        NotSignal not => TruthOperators.Not(Decide(not.Operand, at)),
        ChanceSignal chance => Passes(chance.Test, at),
        ThresholdSignal threshold => Decide(threshold, at),
        _ => throw new InvalidOperationException($"A signal of an unknown kind: {signal.GetType().Name}."),
    };

    /// <summary>What a chance test expects; null where that is unknown.</summary>
    public ExpectedRange? RangeOf(ChancePlan test, Evaluation at)
    {
        var quantity = at.Group.Quantity(test.Measure);
        return TryWindow(quantity, at, out var window) ? _chance.Range(LevelOf(test, at), test, quantity, window, at.End, at.Group.AlignmentsOf(test), at.LeftOut) : null;
    }

    /// <summary>The smallest p of a rule's chance tests in `if`; null where there is none or none is known.</summary>
    public double? SmallestP(SignalPlan condition, Evaluation at)
    {
        double? smallest = null;
        foreach (var leaf in SignalMeasures.Leaves(condition))
        {
            if (SignalMeasures.TestOf(leaf) is { } test && PValue(test, at) is { } p && !(smallest <= p))
            {
                smallest = p;
            }
        }

        return smallest;
    }

    private Truth Fold(IEnumerable<SignalPlan> operands, Evaluation at, Truth seed, Func<Truth, Truth, Truth> connect)
    {
        var truth = seed;
        var decided = TruthOperators.Not(seed);
        foreach (var operand in operands)
        {
            truth = connect(truth, Decide(operand, at));
            if (truth == decided)
            {
                break;
            }
        }

        return truth;
    }

    private Truth Decide(ThresholdSignal threshold, Evaluation at)
    {
        var quantity = at.Group.Quantity(threshold.Measure);
        var value = Value(quantity, at);
        var reference = value is null ? null : threshold.Amount switch
        {
            ConstantAmount constant => constant.Value,
            MeasureAmount other => (other.Factor * Value(at.Group.Quantity(other.Measure), at)) + other.Offset,
            BaselineAmount baseline => (baseline.Factor * Met(threshold, Baseline(baseline, quantity, at), at)) + baseline.Offset,
            _ => null,
        };
        if (at.Record is { } record)
        {
            (record.Value, record.Reference) = (value, reference);
        }

        var truth = value is { } left && reference is { } right ? TruthOperators.Of(Comparisons[threshold.Comparison](Sign(threshold, left, right, at))) : Truth.Unknown;
        return truth != Truth.False && threshold is { Guarded: true, Test: { } test } ? TruthOperators.And(truth, Passes(test, at)) : truth;
    }

    private int Sign(ThresholdSignal threshold, decimal value, decimal reference, Evaluation at) =>
        IsRounded(threshold, at) && Math.Abs(value - reference) <= Near * Math.Max(1, Math.Abs(reference)) && Exactly(threshold.Measure, at) is { } left && Exactly(threshold, at) is { } right
            ? left.CompareTo(right)
            : value.CompareTo(reference);

    private static bool IsRounded(ThresholdSignal threshold, Evaluation at) => at.Group.Quantity(threshold.Measure).IsRounded || threshold.Amount switch
    {
        MeasureAmount other => at.Group.Quantity(other.Measure).IsRounded,
        BaselineAmount baseline => baseline.Exposure is not null || baseline.Method is not (BaselineMethod.Median or BaselineMethod.SameWeekday),
        _ => false,
    };

    private Fraction? Exactly(int measure, Evaluation at) => at.Group.Quantity(measure) is var quantity && TryWindow(quantity, at, out var window)
        ? quantity.Exactly(window.Start, window.End, at.End.UtcTicks)
        : null;

    /// <summary>What a measure is compared with, without a rounded digit; null where it is unknown.</summary>
    private Fraction? Exactly(ThresholdSignal threshold, Evaluation at)
    {
        Fraction? reference = threshold.Amount switch
        {
            ConstantAmount => 0m,
            MeasureAmount other => Exactly(other.Measure, at),
            BaselineAmount baseline => ExactBaseline(baseline, at.Group.Quantity(threshold.Measure), at),
            _ => null,
        };
        return reference is { } known ? ((Fraction)threshold.Amount.Factor * known) + threshold.Amount.Offset : null;
    }

    private Fraction? ExactBaseline(BaselineAmount plan, Quantity quantity, Evaluation at)
    {
        // What it learns from stands in _ranges and _values from here on.
        if (Baseline(plan, quantity, at) is null)
        {
            return null;
        }

        var exposure = exposures.Find(plan.Exposure);
        var times = exposure?.Exactly(timeline.StartOfWindow(at.End, quantity.Window), at.End.Index);
        return BaselineMethods.LearnExactly(plan.Method, _values, reference =>
        {
            var range = _ranges.Find(range => range.Back == reference.Back);
            var value = quantity.Exactly(range.Start, range.End, EndOf(range)) ?? reference.Value;
            return exposure is not null && times is { } now ? value * now / exposure.Exactly(range.Start, range.End) : value;
        });
    }

    /// <summary>
    /// The smallest count of the rule's population in its window with which every condition about it holds; null where a condition is about
    /// something else than that count, asks for less, or stands in an `or` or a `not`.
    /// </summary>
    public long? LeastCount(SignalPlan signal, RulePlan rule, Evaluation at)
    {
        var least = 0L;
        foreach (var condition in SignalMeasures.Conjuncts(signal))
        {
            var needed = condition switch
            {
                ThresholdSignal { Comparison: ComparisonKind.Greater or ComparisonKind.GreaterOrEqual } threshold when Counts(threshold.Measure, rule, at) => Needed(threshold, at),
                ChanceSignal { Test: { Less: false } test } when Counts(test.Measure, rule, at) => Needed(test, LevelOf(test, at), at),
                _ => null,
            };
            if (needed is not { } count)
            {
                return null;
            }

            least = Math.Max(least, count);
        }

        return least;
    }

    private static bool Counts(int measure, RulePlan rule, Evaluation at) =>
        at.Group.Quantity(measure) is { IsVolume: true } quantity && quantity.Window == rule.Window && ReferenceEquals(quantity.Population, at.Group.Population);

    private long? Needed(ThresholdSignal threshold, Evaluation at)
    {
        if (threshold.Amount is MeasureAmount || Exactly(threshold, at) is not { } limit)
        {
            return null;
        }

        var count = threshold.Comparison == ComparisonKind.Greater ? limit.Floor() + 1 : limit.Ceiling();
        var level = threshold is { Guarded: true, Test: { } guard } ? LevelOf(guard, at) : 1;
        return threshold.Test is { } test && Needed(test, level, at) is { } beyond ? Math.Max(count, beyond) : count;
    }

    /// <summary>The smallest count that passes a level; where the count seen is beyond chance, one that is so: only such cases have a price.</summary>
    private long? Needed(ChancePlan test, double level, Evaluation at)
    {
        var quantity = at.Group.Quantity(test.Measure);
        var seen = quantity.Population.Contacts(timeline.StartOfWindow(at.End, quantity.Window), at.End.Index);
        var priced = _chance.LeastBeyond(Math.Min(level, ChancePlan.BeyondChance), test, quantity, at.End, at.Group.AlignmentsOf(test), at.LeftOut);
        return priced <= seen ? priced : level >= 1 ? 0 : _chance.LeastBeyond(level, test, quantity, at.End, at.Group.AlignmentsOf(test), at.LeftOut);
    }

    private static double LevelOf(ChancePlan test, Evaluation at) => test.Level / Math.Max(1, at.KnownGroups[test.Index]);

    private decimal? Met(ThresholdSignal threshold, decimal? baseline, Evaluation at)
    {
        if (baseline is { } known)
        {
            _unguarded?.Meet(threshold, known, at);
        }

        return baseline;
    }

    private Truth Passes(ChancePlan test, Evaluation at) =>
        PValue(test, at) is { } p ? TruthOperators.Of(p < LevelOf(test, at)) : Truth.Unknown;

    private double? PValue(ChancePlan test, Evaluation at)
    {
        if (!at.TryGetP(test.Index, out var p))
        {
            var quantity = at.Group.Quantity(test.Measure);
            p = TryWindow(quantity, at, out var window) ? _chance.PValue(test, quantity, window, at.End, at.Group.AlignmentsOf(test), at.LeftOut) : null;
            if (p is null)
            {
                at.UnknownBecause ??= quantity.IsShare && quantity.Among?.Contacts(Math.Max(0, window.Start), window.End) == 0
                    ? quantity.UnknownBecause
                    : $"too little history: a chance test over {quantity.Window} needs {test.Least} earlier windows without holidays, incidents and gaps";
            }

            at.SetP(test.Index, p);
        }

        return p;
    }

    private decimal? Value(Quantity quantity, Evaluation at)
    {
        if (!TryWindow(quantity, at, out var window))
        {
            return null;
        }

        var value = quantity.Over(window.Start, window.End, at.End.UtcTicks);
        if (value is null)
        {
            at.UnknownBecause ??= quantity.UnknownBecause;
        }

        return value;
    }

    private bool TryWindow(Quantity quantity, Evaluation at, out UnitRange window)
    {
        window = new(timeline.StartOfWindow(at.End, quantity.Window), at.End.Index);
        if (window.Start < 0)
        {
            at.UnknownBecause ??= $"too little history: the window of {quantity.Window} begins before the first contact's day";
            return false;
        }

        if (exclusions.HasGap(window.Start, window.End))
        {
            at.UnknownBecause ??= "a gap in the data lies in the window";
            return false;
        }

        return true;
    }

    private decimal? Baseline(BaselineAmount plan, Quantity quantity, Evaluation at)
    {
        var exposure = exposures.Find(plan.Exposure);
        var times = exposure is null ? 1 : exposure.Over(timeline.StartOfWindow(at.End, quantity.Window), at.End.Index) ?? 0;
        if (times <= 0)
        {
            at.UnknownBecause ??= $"the exposure '{plan.Exposure}' has no count for the window";
            return null;
        }

        _references.Collect(_ranges, at.End, quantity.Window, plan.Windows, at.LeftOut, exposure);
        _values.Clear();
        foreach (var range in _ranges)
        {
            if (quantity.Over(range.Start, range.End, EndOf(range)) is { } value)
            {
                _values.Add(new(range.Back, exposure is null ? value : value * times / (exposure.Over(range.Start, range.End) ?? 1)));
            }
        }

        var learned = at.Record is null ? null : _ranges.ToArray();
        var missing = plan.Least - _values.Count;
        var baseline = BaselineMethods.Learn(plan.Method, _values, plan.Least);
        if (at.Record is { } record)
        {
            (record.Baseline, record.Learned) = (baseline, learned);
        }

        if (baseline is null)
        {
            var with = exposure is null ? "" : $" with a count of '{plan.Exposure}'";
            at.UnknownBecause ??= $"too little history: a baseline over {quantity.Window} needs {plan.Least} earlier windows{with}, {missing} more than there are";
        }

        return baseline;
    }

    /// <summary>Why no baseline learns from the window [start, end); null where it may.</summary>
    public string? WhyNoReference(int start, int end, Evaluation at) =>
        exclusions.WhyNot(start, end) ?? (at.LeftOut(end) ? "the rule was active there, beyond chance" : null);

    private long EndOf(UnitRange range) => timeline.AtIndex(range.End).UtcTicks;
}
