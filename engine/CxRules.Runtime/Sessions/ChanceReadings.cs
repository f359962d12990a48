using CxRules.Runtime.Baselines;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>The chance tests of a rule, each at the level that it has at an evaluation.</summary>
internal sealed class ChanceReadings(WindowFinder windows, ChanceTest test, MeasureValues values)
{
    /// <summary>True when the group counts among those that the level is divided by.</summary>
    public bool IsKnown(ChancePlan plan, Evaluation at) => at.Group.Quantity(plan.Measure) is var quantity && test.IsKnown(plan, quantity, EndOf(quantity, at), at.LeftOut);

    public Truth Passes(ChancePlan plan, Evaluation at) => PValue(plan, at) is { } p ? TruthOperators.Of(p < LevelOf(plan, at)) : Truth.Unknown;

    /// <summary>What the test expects; null where that is unknown.</summary>
    public ExpectedRange? RangeOf(ChancePlan plan, Evaluation at)
    {
        var quantity = at.Group.Quantity(plan.Measure);
        return values.TryWindow(quantity, at, out var window) ? test.Range(LevelOf(plan, at), plan, quantity, window, EndOf(quantity, at), at.Group.AlignmentsOf(plan), at.LeftOut) : null;
    }

    public double? PValue(ChancePlan plan, Evaluation at)
    {
        if (!at.TryGetP(plan.Index, out var p))
        {
            var quantity = at.Group.Quantity(plan.Measure);
            p = values.TryWindow(quantity, at, out var window) ? test.PValue(plan, quantity, window, EndOf(quantity, at), at.Group.AlignmentsOf(plan), at.LeftOut) : null;
            if (p is null)
            {
                at.UnknownBecause ??= quantity.IsShare && quantity.Among?.Contacts(Math.Max(0, window.Start), window.End) == 0
                    ? quantity.WhyUnknown(window.Start, window.End)
                    : $"too little history: a chance test over {quantity.Plan.Span} needs {plan.Least} earlier windows without holidays, incidents and gaps";
            }

            at.SetP(plan.Index, p);
        }

        return p;
    }

    /// <summary>The smallest count that passes a level; where the count seen is beyond chance, one that is so: only such cases have a price.</summary>
    /// <param name="level">1 or more: any count passes.</param>
    public long? Needed(ChancePlan plan, double level, Evaluation at)
    {
        var quantity = at.Group.Quantity(plan.Measure);
        var end = EndOf(quantity, at);
        var seen = quantity.Population.Contacts(windows.StartOf(quantity.Plan, end), end.Index);
        var priced = LeastBeyond(Math.Min(level, ChancePlan.BeyondChance), plan, quantity, at);
        return priced <= seen ? priced : level >= 1 ? 0 : LeastBeyond(level, plan, quantity, at);
    }

    public static double LevelOf(ChancePlan plan, Evaluation at) => plan.Level / Math.Max(1, at.KnownGroups[plan.Index]);

    private Instant EndOf(Quantity quantity, Evaluation at) => windows.EndOf(quantity.Plan, at.End);

    private long? LeastBeyond(double level, ChancePlan plan, Quantity quantity, Evaluation at) =>
        test.LeastBeyond(level, plan, quantity, EndOf(quantity, at), at.Group.AlignmentsOf(plan), at.LeftOut);
}
