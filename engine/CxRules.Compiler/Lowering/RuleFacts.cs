using CxRules.Language.Binding;
using CxRules.Model.Cases;

namespace CxRules.Compiler.Lowering;

/// <summary>What a rule asks about signals and cases of others.</summary>
internal static class RuleFacts
{
    public static IEnumerable<BoundSignal> Of(BoundRule rule) => Of(rule.Signal).Concat(Of(rule.Until));

    /// <summary>True where it asks for cases that a rule opens.</summary>
    public static bool IsAbout(BoundSignal fact, BoundRule rule) => rule.Kind == RuleKind.Measures && (RuleOf(fact) is not { } asked || IsNamed(rule, asked));

    private static IEnumerable<BoundSignal> Of(BoundSignal? signal) => signal switch
    {
        BoundSignalAnd and => and.Operands.SelectMany(Of),
        BoundSignalOr or => or.Operands.SelectMany(Of),
        BoundSignalNot not => Of(not.Operand),
        BoundSignalActive or BoundCaseState or BoundPastCap or BoundCaseCost => [signal],
        _ => [],
    };

    /// <summary>The name of a table of rules stands for each of its rows.</summary>
    private static bool IsNamed(BoundRule rule, string name) => rule.Id == name || rule.Id.StartsWith($"{name}/", StringComparison.Ordinal);

    private static string? RuleOf(BoundSignal fact) => fact switch
    {
        BoundCaseState state => state.Rule,
        BoundPastCap cap => cap.Rule,
        BoundCaseCost cost => cost.Rule,
        _ => null,
    };
}
