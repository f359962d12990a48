using CxRules.Language.Binding;
using CxRules.Model.Projects;
using MathNet.Numerics.Distributions;

namespace CxRules.Testing.Tests.Naive;

/// <summary>What a case owes to having been picked for its high count (decision 0005, "Winner's curse").</summary>
internal sealed class NaiveTruncation(NaiveWorld world, NaiveMeasures measures, NaiveBaselines baselines, NaiveSignals signals)
{
    private const double BeyondChance = .001;
    private const int Reach = 20;
    private const int Steps = 4000;

    /// <summary>c: the smallest count of the rule's population in its window with which `if` holds; null where that is no single number.</summary>
    public long? Smallest(BoundRule rule, NaiveGroup group, Moment at)
    {
        var tests = new List<Func<long, bool>>();
        var volume = new BoundMeasure(MeasureKind.Volume, rule.Population, null, null, null, rule.Window) { Cycles = rule.Cycles };
        var seen = measures.Volume(volume, group, at);
        foreach (var condition in rule.Signal is BoundSignalAnd and ? and.Operands : [rule.Signal ?? throw new InvalidOperationException("A case has a signal.")])
        {
            if (TestsOf(condition, volume, seen, group, at) is not { } more)
            {
                return null;
            }

            tests.AddRange(more);
        }

        var smallest = seen;
        while (smallest > 0 && tests.TrueForAll(test => test(smallest - 1)))
        {
            smallest--;
        }

        return smallest;
    }

    /// <summary>The excess δ that would show at least what was seen, among all counts from c on, with a chance of <paramref name="share"/>.</summary>
    /// <param name="error">s, of <paramref name="degrees"/> degrees of freedom.</param>
    public static double Excess(double excess, double smallest, double error, int degrees, double share)
    {
        var high = excess;
        for (var step = 1; step <= Steps; step++)
        {
            var low = excess - (step * Reach * error / Steps);
            if (Ratio(low) <= share)
            {
                return Root(low, high);
            }

            high = low;
        }

        return high;

        double Ratio(double delta) => Tail((excess - delta) / error) / Tail((smallest - delta) / error);

        double Tail(double t) => StudentT.CDF(0, 1, degrees, -t);

        double Root(double low, double above)
        {
            for (var i = 0; i < 80; i++)
            {
                var middle = (low + above) / 2;
                (low, above) = Ratio(middle) <= share ? (middle, above) : (low, middle);
            }

            return low;
        }
    }

    /// <summary>Null for what is no lower bound of the count.</summary>
    private List<Func<long, bool>>? TestsOf(BoundSignal condition, BoundMeasure volume, long seen, NaiveGroup group, Moment at)
    {
        switch (condition)
        {
            case BoundSignalAnd and:
                var inner = and.Operands.Select(operand => TestsOf(operand, volume, seen, group, at)).ToList();
                return inner.Contains(null) ? null : [.. inner.SelectMany(tests => tests ?? [])];
            case BoundChance { Measure: { Kind: not (MeasureKind.Share or MeasureKind.RepeatRate), EarlierDays: null } tested } chance
                when tested.Population.Key == volume.Population.Key && tested.Window == volume.Window && tested.Cycles == volume.Cycles:
                // Any measure but a share is tested by its population's volume.
                return [.. Beyond(signals.ProjectSpec, signals.LevelOf(tested, signals.ProjectSpec, chance.Level, at), tested, seen, group, at)];
            case BoundThreshold { Comparison: Comparison.Greater or Comparison.GreaterOrEqual, Amount: BoundConstant or BoundBaseline } threshold when threshold.Measure.Equals(volume):
                NaiveQuotient? amount = threshold.Amount is BoundConstant constant ? NaiveQuotient.Of(constant.Value)
                    : threshold.Amount is BoundBaseline baseline ? NaiveSignals.Scaled(baselines.Baseline(volume, baseline.Spec, group, at), baseline.Factor * NaiveSignals.FactorOf(baseline.By, group), baseline.Offset) : null;
                return amount is { } limit ? [count => Logic.Holds(NaiveQuotient.Of(count).CompareTo(limit), threshold.Comparison), .. Chances(threshold, volume, seen, group, at)] : null;
            default:
                return null;
        }
    }

    private IEnumerable<Func<long, bool>> Chances(BoundThreshold threshold, BoundMeasure volume, long seen, NaiveGroup group, Moment at)
    {
        if (threshold.Amount is not BoundBaseline { Spec: { Method: not BaselineMethod.Fixed } spec } || !world.IsKnown(volume, at))
        {
            yield break;
        }

        foreach (var test in Beyond(spec, threshold.Guard is { } guard ? signals.LevelOf(volume, spec, guard, at) : null, volume, seen, group, at))
        {
            yield return test;
        }
    }

    /// <summary>The test itself, and that of a price where what was seen passes it.</summary>
    private IEnumerable<Func<long, bool>> Beyond(BaselineSpec spec, double? level, BoundMeasure volume, long seen, NaiveGroup group, Moment at)
    {
        if (level is { } own)
        {
            yield return Chance(spec, own, volume, group, at);
        }

        var beyond = Chance(spec, BeyondChance, volume, group, at);
        if (beyond(seen))
        {
            yield return beyond;
        }
    }

    private Func<long, bool> Chance(BaselineSpec spec, double level, BoundMeasure volume, NaiveGroup group, Moment at) =>
        baselines.ChanceOfCounts(volume, spec, group, at) is { } chance ? count => chance(count) < level : _ => false;
}
