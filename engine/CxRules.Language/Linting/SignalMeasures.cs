using CxRules.Language.Binding;

namespace CxRules.Language.Linting;

/// <summary>The measures a signal looks at, those it compares with included.</summary>
internal static class SignalMeasures
{
    public static IEnumerable<BoundMeasure> Of(BoundSignal signal) => signal switch
    {
        BoundSignalAnd and => and.Operands.SelectMany(Of),
        BoundSignalOr or => or.Operands.SelectMany(Of),
        BoundSignalNot not => Of(not.Operand),
        BoundThreshold { Amount: BoundOther other } threshold => [threshold.Measure, other.Measure],
        BoundThreshold threshold => [threshold.Measure],
        BoundChance chance => [chance.Measure],
        _ => [],
    };
}
