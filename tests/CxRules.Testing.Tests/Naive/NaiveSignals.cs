using CxRules.Language.Binding;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Testing.Tests.Naive;

/// <summary>Three-valued signals of one rule over all its groups.</summary>
/// <param name="population">What a sample that does not say how many contacts came is held against.</param>
internal sealed class NaiveSignals(NaiveWorld world, NaiveMeasures measures, NaiveBaselines baselines, List<NaiveGroup> groups, BoundCondition population, NaiveChain? chain = null)
{
    private readonly NaiveEstimates _estimates = new(world, measures);
    private readonly Dictionary<(string, BaselineSpec, Moment), int> _known = [];

    public bool? Holds(BoundSignal signal, NaiveGroup group, Moment at) => signal switch
    {
        BoundSignalAnd and => Logic.And(and.Operands.Select(operand => Holds(operand, group, at))),
        BoundSignalOr or => Logic.Or(or.Operands.Select(operand => Holds(operand, group, at))),
        BoundSignalNot not => !Holds(not.Operand, group, at),
        BoundSample sample => _estimates.Holds(sample, population, group, at),
        BoundThreshold { Measure.Kind: MeasureKind.Tally } tally => _estimates.Holds(tally, group, at),
        BoundThreshold threshold => Compare(threshold, group, at) & Guard(threshold, group, at),
        BoundChance chance => Passes(chance.Measure, ProjectSpec, chance.Level, less: false, group, at),
        _ when chain is not null && NaiveChain.IsFact(signal) => chain.Holds(signal, NaiveChain.CodesOf(group), at.Utc),
        _ => throw new NotSupportedException(signal.GetType().Name),
    };

    /// <summary>The smallest p of the signal's comparisons with a baseline and with chance.</summary>
    public double? SmallestP(BoundSignal signal, NaiveGroup group, Moment at) => signal switch
    {
        BoundSignalAnd and => and.Operands.Min(operand => SmallestP(operand, group, at)),
        BoundSignalOr or => or.Operands.Min(operand => SmallestP(operand, group, at)),
        BoundSignalNot not => SmallestP(not.Operand, group, at),
        BoundThreshold { Amount: BoundBaseline { Spec.Method: not BaselineMethod.Fixed } baseline } threshold =>
            baselines.Chance(threshold.Measure, baseline.Spec, AsksLess(threshold), group, at),
        BoundChance chance => baselines.Chance(chance.Measure, ProjectSpec, less: false, group, at),
        _ => null,
    };

    public BaselineSpec ProjectSpec => new(world.Project.Baseline.Method, world.Project.Baseline.Windows, world.Project.Baseline.Least, 0) { Exposure = world.Project.Baseline.Exposure };

    private static bool AsksLess(BoundThreshold threshold) => threshold.Comparison is Comparison.Less or Comparison.LessOrEqual;

    private bool? Compare(BoundThreshold threshold, NaiveGroup group, Moment at)
    {
        var amount = threshold.Amount switch
        {
            BoundConstant constant => NaiveQuotient.Of(constant.Value),
            BoundBaseline baseline => Scaled(baselines.Baseline(threshold.Measure, baseline.Spec, group, at), baseline.Factor * FactorOf(baseline.By, group), baseline.Offset),
            BoundOther other => Scaled(measures.Value(other.Measure, group, at), other.Factor, other.Offset),
            _ => throw new NotSupportedException(threshold.Amount.GetType().Name),
        };

        return measures.Value(threshold.Measure, group, at) is { } value && amount is { } limit ? Logic.Holds(value.CompareTo(limit), threshold.Comparison) : null;
    }

    public static NaiveQuotient? Scaled(NaiveQuotient? value, decimal? factor, decimal offset) =>
        value is { } known && factor is { } times ? (known * NaiveQuotient.Of(times)) + NaiveQuotient.Of(offset) : null;

    /// <summary>The factor of the group's code; null where it has none.</summary>
    public static decimal? FactorOf(BoundFactors? factors, NaiveGroup group)
    {
        if (factors is null)
        {
            return 1;
        }

        var code = group.Values.Single(pair => pair.Key == factors.Field.Name).Value;
        return factors.Rows.FirstOrDefault(row => row.Codes.Any(pattern => Code.Matches(pattern, code)))?.Factor ?? factors.Otherwise;
    }

    private bool? Guard(BoundThreshold threshold, NaiveGroup group, Moment at)
    {
        var spec = threshold.Amount is BoundBaseline { Spec: { Method: not BaselineMethod.Fixed } own } ? own : ProjectSpec;
        return threshold.Guard is { } level ? Passes(threshold.Measure, spec, level, AsksLess(threshold), group, at) : true;
    }

    /// <summary>The level that a chance test has at an instant: shared among the groups with a known baseline.</summary>
    public double LevelOf(BoundMeasure measure, BaselineSpec spec, double level, Moment at)
    {
        if (!_known.TryGetValue((measure.Key, spec, at), out var known))
        {
            _known[(measure.Key, spec, at)] = known = Math.Max(1, groups.Count(other => other.Exists(at) && baselines.ChanceReferences(measure, spec, other, at) is not null));
        }

        return level / known;
    }

    private bool? Passes(BoundMeasure measure, BaselineSpec spec, double level, bool less, NaiveGroup group, Moment at)
    {
        level = LevelOf(measure, spec, level, at);
        return baselines.Chance(measure, spec, less, group, at) is { } p ? p < level : null;
    }
}
