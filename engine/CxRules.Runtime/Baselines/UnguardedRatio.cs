using CxRules.Runtime.Plans;
using CxRules.Runtime.Sessions;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Baselines;

/// <summary>How often chance alone passes a comparison with a baseline.</summary>
/// <param name="Chance">At an evaluation with the rule's usual baseline, on a quiet day.</param>
/// <param name="Usual">That baseline: the middle one of all evaluations.</param>
/// <param name="Kind">What it is a baseline of.</param>
public sealed record ChanceAlone(double Chance, decimal Usual, QuantityKind Kind);

/// <summary>
/// A rule that asks for more than its baseline, and for nothing that would keep chance away: remembers the baselines it met, each value
/// with the groups that had it when it was first met.
/// </summary>
internal sealed class UnguardedRatio
{
    private readonly SortedDictionary<decimal, (long Count, Instant End, List<(GroupState Group, Func<int, bool> LeftOut, int Weight, decimal By)> Groups)> _met = [];
    private readonly ThresholdSignal _threshold;
    private readonly BaselineAmount _amount;
    private readonly ChancePlan _test;
    private readonly decimal _floor;

    private UnguardedRatio(ThresholdSignal threshold, BaselineAmount amount, ChancePlan test, decimal floor) =>
        (_threshold, _amount, _test, _floor) = (threshold, amount, test, floor);

    public ThresholdSignal Threshold => _threshold;

    /// <summary>Null where the rule has no such comparison, or a chance test stands beside it; what an `or` or a `not` holds is left alone.</summary>
    public static UnguardedRatio? Of(SignalPlan signal)
    {
        var conditions = signal is AllSignals all ? all.Operands.SelectMany(operand => operand is AllSignals inner ? inner.Operands : [operand]).ToList() : [signal];
        if (conditions.Exists(condition => condition is ChanceSignal or ThresholdSignal { Guarded: true }))
        {
            return null;
        }

        foreach (var threshold in conditions.OfType<ThresholdSignal>().Where(IsMore))
        {
            if (threshold is { Amount: BaselineAmount amount, Test: { } test } && test.Measure == threshold.Measure)
            {
                return new(threshold, amount, test, conditions.OfType<ThresholdSignal>()
                    .Where(other => other.Measure == threshold.Measure && IsMore(other)).Select(other => other.Amount).OfType<ConstantAmount>()
                    .Select(constant => constant.Value).DefaultIfEmpty(0).Max());
            }
        }

        return null;
    }

    /// <summary>Takes note of the baseline at an evaluation.</summary>
    /// <param name="by">The group's own factor.</param>
    public void Meet(ThresholdSignal threshold, decimal baseline, Evaluation at, decimal by = 1)
    {
        if (ReferenceEquals(threshold, _threshold) && at.Groups > 0 && at.Group.Quantity(threshold.Measure).Plan.EarlierDays == 0)
        {
            var met = _met.TryGetValue(baseline, out var before) ? before : (Count: 0, at.End, Groups: []);
            _met[baseline] = met with { Count = met.Count + at.Groups };
            if (met.End.Index == at.End.Index)
            {
                met.Groups.Add((at.Group, at.LeftOut, at.Groups, by));
            }
        }
    }

    /// <summary>The chance at the middle of the baselines met, the middle one of the groups that had it; null where there were none.</summary>
    public ChanceAlone? AtUsual(ChanceTest test)
    {
        var left = _met.Values.Sum(met => met.Count) / 2;
        foreach (var (baseline, met) in _met)
        {
            left -= met.Count;
            if (left < 0)
            {
                var chances = met.Groups.Select(at => (Chance: Reaches(Math.Max((_amount.Factor * at.By * baseline) + _amount.Offset, _floor), test, at.Group, met.End, at.LeftOut), at.Weight));
                return MiddleOf(chances) is { } chance ? new(chance, baseline, met.Groups[0].Group.Quantity(_threshold.Measure).Kind) : null;
            }
        }

        return null;
    }

    /// <summary>The one in the middle of those that are known, of two the greater; null where there is none.</summary>
    private static double? MiddleOf(IEnumerable<(double? Chance, int Weight)> chances)
    {
        var known = chances.Where(entry => entry.Chance is not null).OrderBy(entry => entry.Chance).ToList();
        var left = known.Sum(entry => (long)entry.Weight) / 2;
        foreach (var (chance, weight) in known)
        {
            left -= weight;
            if (left < 0)
            {
                return chance;
            }
        }

        return null;
    }

    private double? Reaches(decimal needed, ChanceTest test, GroupState group, Instant end, Func<int, bool> leftOut)
    {
        var quantity = group.Quantity(_threshold.Measure);
        var count = test.AmongAt(quantity, end) is { } all ? needed * all / 100 : needed;
        var least = decimal.Ceiling(count) + (_threshold.Comparison == ComparisonKind.Greater && count == decimal.Truncate(count) ? 1 : 0);
        return test.Reaches((long)least, _test, quantity, end, group.AlignmentsOf(_test), leftOut);
    }

    private static bool IsMore(ThresholdSignal threshold) => threshold.Comparison is ComparisonKind.Greater or ComparisonKind.GreaterOrEqual;
}
