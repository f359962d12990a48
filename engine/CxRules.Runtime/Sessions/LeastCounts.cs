using CxRules.Runtime.Plans;

namespace CxRules.Runtime.Sessions;

/// <summary>With how few contacts a rule would have fired (decision 0005, "Winner's curse").</summary>
internal sealed class LeastCounts(Thresholds thresholds, ChanceReadings chance)
{
    /// <summary>
    /// The smallest count of the rule's population in its window with which every condition about it holds; null where a condition is about
    /// something else than that count, asks for less, or stands in an `or` or a `not`.
    /// </summary>
    public long? Of(SignalPlan signal, RulePlan rule, Evaluation at)
    {
        var least = 0L;
        foreach (var condition in SignalMeasures.Conjuncts(signal))
        {
            var needed = condition switch
            {
                ThresholdSignal { Comparison: ComparisonKind.Greater or ComparisonKind.GreaterOrEqual } threshold when Counts(threshold.Measure, rule, at) => Needed(threshold, at),
                ChanceSignal { Test: { Less: false } test } when Counts(test.Measure, rule, at) => chance.Needed(test, ChanceReadings.LevelOf(test, at), at),
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
        at.Group.Quantity(measure) is { IsVolume: true, Plan.EarlierDays: 0 } quantity && quantity.Window == rule.Window && quantity.Plan.Cycles == rule.Cycles && ReferenceEquals(quantity.Population, at.Group.Population);

    private long? Needed(ThresholdSignal threshold, Evaluation at)
    {
        if (threshold.Amount is MeasureAmount || thresholds.Exactly(threshold, at) is not { } limit)
        {
            return null;
        }

        var count = threshold.Comparison == ComparisonKind.Greater ? limit.Floor() + 1 : limit.Ceiling();
        var level = threshold is { Guarded: true, Test: { } guard } ? ChanceReadings.LevelOf(guard, at) : 1;
        return threshold.Test is { } test && chance.Needed(test, level, at) is { } beyond ? Math.Max(count, beyond) : count;
    }
}
