using System.Collections.Immutable;
using CxRules.Language.Binding;

namespace CxRules.Language.Linting;

/// <summary>The measures a signal looks at, those it compares with included.</summary>
internal static class SignalMeasures
{
    /// <param name="signal">Null where a rule has none.</param>
    public static List<BoundMeasure> Of(BoundSignal? signal)
    {
        var measures = new List<BoundMeasure>();
        Add(signal, measures);
        return measures;
    }

    private static void Add(BoundSignal? signal, List<BoundMeasure> measures)
    {
        switch (signal)
        {
            case BoundSignalAnd and:
                Add(and.Operands, measures);
                break;
            case BoundSignalOr or:
                Add(or.Operands, measures);
                break;
            case BoundSignalNot not:
                Add(not.Operand, measures);
                break;
            case BoundThreshold { Amount: BoundOther other } threshold:
                measures.Add(threshold.Measure);
                measures.Add(other.Measure);
                break;
            case BoundThreshold threshold:
                measures.Add(threshold.Measure);
                break;
            case BoundChance chance:
                measures.Add(chance.Measure);
                break;
        }
    }

    private static void Add(ImmutableArray<BoundSignal> operands, List<BoundMeasure> measures)
    {
        foreach (var operand in operands)
        {
            Add(operand, measures);
        }
    }
}
