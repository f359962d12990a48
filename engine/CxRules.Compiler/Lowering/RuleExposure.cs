using CxRules.Language.Binding;
using CxRules.Model.Projects;

namespace CxRules.Compiler.Lowering;

/// <summary>The exposure that a rule's figures grow with: that of `per 100 …`, else of its baseline.</summary>
internal static class RuleExposure
{
    public static string? Of(BoundRule rule) => RuleThresholds.Of(rule.Signal)
        .Select(threshold => threshold.Measure.Per?.Exposure ?? (threshold.Amount is BoundBaseline { Spec: { Method: BaselineMethod.PerExposure } spec } ? spec.Exposure : null))
        .FirstOrDefault(name => name is not null);
}
