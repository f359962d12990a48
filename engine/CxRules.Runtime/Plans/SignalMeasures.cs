namespace CxRules.Runtime.Plans;

/// <summary>Walks a rule's signals.</summary>
public static class SignalMeasures
{
    /// <summary>The measures that a rule's `if`, `until` and `top` read, each once, ascending.</summary>
    public static IEnumerable<int> Of(RulePlan rule) =>
        Leaves(rule.Signal).Concat(Leaves(rule.Until)).SelectMany(MeasuresOf).Concat(rule.Top is { } top ? [top.Measure] : []).Distinct().Order();

    /// <summary>The thresholds and chance tests of a signal, in the order in which they are written.</summary>
    public static IEnumerable<SignalPlan> Leaves(SignalPlan? signal) => signal switch
    {
        null => [],
        AllSignals all => all.Operands.SelectMany(Leaves),
        AnySignal any => any.Operands.SelectMany(Leaves),
        NotSignal not => Leaves(not.Operand),
        _ => [signal],
    };

    /// <summary>False for a condition on nothing but signals and cases of other rules, and for none.</summary>
    public static bool IsAboutMeasures(SignalPlan? signal) => signal switch
    {
        null or FactSignal => false,
        AllSignals all => all.Operands.Any(IsAboutMeasures),
        AnySignal any => any.Operands.Any(IsAboutMeasures),
        NotSignal not => IsAboutMeasures(not.Operand),
        _ => true,
    };

    /// <summary>What a rule's `if` and `until` ask about signals and cases of other rules.</summary>
    public static IEnumerable<FactSignal> Facts(RulePlan rule) => Leaves(rule.Signal).Concat(Leaves(rule.Until)).OfType<FactSignal>();

    /// <summary>The chance tests of a rule's `if` and `until`, by their index.</summary>
    public static IEnumerable<ChancePlan> Tests(RulePlan rule) =>
        Leaves(rule.Signal).Concat(Leaves(rule.Until)).Select(TestOf).OfType<ChancePlan>().OrderBy(test => test.Index);

    /// <summary>The chance tests that must pass, whose level is divided among groups; the others only give a p-value.</summary>
    public static IEnumerable<ChancePlan> Levels(RulePlan rule) =>
        Leaves(rule.Signal).Concat(Leaves(rule.Until)).Where(leaf => leaf is ChanceSignal or ThresholdSignal { Guarded: true }).Select(TestOf).OfType<ChancePlan>();

    public static ChancePlan? TestOf(SignalPlan leaf) => leaf switch
    {
        ThresholdSignal threshold => threshold.Test,
        ChanceSignal chance => chance.Test,
        _ => null,
    };

    /// <summary>The conditions that must all hold, in the order in which they are written.</summary>
    public static IEnumerable<SignalPlan> Conjuncts(SignalPlan signal) => signal is AllSignals all ? all.Operands.SelectMany(Conjuncts) : [signal];

    /// <summary>True where `if` measures nothing but estimates: then a case holds no contacts that could be priced one by one.</summary>
    public static bool IsEstimate(RulePlan rule) => IsAboutMeasures(rule.Signal) && Leaves(rule.Signal).All(leaf => leaf is SampleSignal or TallySignal or FactSignal);

    /// <summary>What a condition reads.</summary>
    public static IEnumerable<int> MeasuresOf(SignalPlan leaf)
    {
        if (leaf is ThresholdSignal threshold)
        {
            yield return threshold.Measure;
            if (threshold.Amount is MeasureAmount other)
            {
                yield return other.Measure;
            }
        }

        if (leaf is TallySignal tally)
        {
            yield return tally.Share;
            yield return tally.Volume;
        }

        if (leaf is SampleSignal { Volume: >= 0 } sample)
        {
            yield return sample.Volume;
        }

        if (TestOf(leaf) is { } test)
        {
            yield return test.Measure;
        }
    }
}
