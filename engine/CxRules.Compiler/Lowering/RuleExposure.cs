using CxRules.Language.Binding;
using CxRules.Model.Projects;

namespace CxRules.Compiler.Lowering;

/// <summary>The exposure that a rule's figures grow with: that of `per 100 …`, else of its baseline.</summary>
internal static class RuleExposure
{
    public static string? Of(BoundRule rule) => rule.Signal is null ? null : Thresholds(rule.Signal)
        .Select(threshold => threshold.Measure.Per?.Exposure ?? (threshold.Amount is BoundBaseline { Spec: { Method: BaselineMethod.PerExposure } spec } ? spec.Exposure : null))
        .FirstOrDefault(name => name is not null);

    private static IEnumerable<BoundThreshold> Thresholds(BoundSignal signal) => signal switch
    {
        BoundSignalAnd and => and.Operands.SelectMany(Thresholds),
        BoundSignalOr or => or.Operands.SelectMany(Thresholds),
        BoundSignalNot not => Thresholds(not.Operand),
        BoundThreshold threshold => [threshold],
        _ => [],
    };
}
