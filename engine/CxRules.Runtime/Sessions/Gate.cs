using CxRules.Model.Time;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>
/// A condition that must hold beside all others, and that asks for some contacts at least: below, a group decides as one without any, whatever the
/// other conditions say.
/// </summary>
/// <param name="Population">The place of the counted population in <see cref="RuleMeasures.Populations"/>.</param>
/// <param name="IsAlone">There are no other conditions.</param>
internal sealed record Gate(int Population, Window Window, long Least, bool IsAlone)
{
    private const decimal Most = long.MaxValue / 2;

    /// <summary>Null where the rule has none.</summary>
    /// <param name="mustMeet">The comparison whose baselines are counted, also of groups that it decides nothing for; null: none are.</param>
    public static Gate? Of(SignalPlan signal, RuleMeasures measures, ThresholdSignal? mustMeet)
    {
        var conditions = SignalMeasures.Conjuncts(signal).ToList();
        foreach (var condition in conditions.TakeWhile(condition => !ReferenceEquals(condition, mustMeet)))
        {
            if (condition is ThresholdSignal { Comparison: ComparisonKind.Greater or ComparisonKind.GreaterOrEqual or ComparisonKind.Equal, Amount: ConstantAmount { Value: > 0 and < Most } least, Test: null } threshold
                && measures.PlanOf(threshold.Measure) is { Kind: QuantityKind.Volume, EarlierDays: 0, Per: null, Cycles: null } volume)
            {
                return new(measures.PlaceOf(volume.Population), volume.Window, (long)decimal.Ceiling(least.Value), conditions.Count == 1);
            }
        }

        return null;
    }
}
