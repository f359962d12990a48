using System.Collections.Immutable;

namespace CxRules.Testing.RuleSets;

/// <summary>What stands under a path: rule sets, or why there are none.</summary>
/// <param name="Problem">A plain sentence that says what to do; null where all is well.</param>
public sealed record RuleSetLoad(ImmutableArray<LoadedRuleSet> RuleSets, string? Problem)
{
    internal static RuleSetLoad Failed(string problem) => new([], problem);
}
