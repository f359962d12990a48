using CxRules.Language.Binding;

namespace CxRules.Compiler.Lowering;

/// <summary>The comparisons of a signal, in the order in which they are written.</summary>
internal static class RuleThresholds
{
    public static IEnumerable<BoundThreshold> Of(BoundSignal? signal) => signal switch
    {
        BoundSignalAnd and => and.Operands.SelectMany(Of),
        BoundSignalOr or => or.Operands.SelectMany(Of),
        BoundSignalNot not => Of(not.Operand),
        BoundThreshold threshold => [threshold],
        _ => [],
    };
}
