using CxRules.Language.Binding;

namespace CxRules.Language.Linting;

/// <summary>All lints over bound rules; each adds to the rule's own diagnostics.</summary>
internal static class Linter
{
    /// <param name="today">The local day that `expires` is held against.</param>
    public static void Lint(IReadOnlyList<RuleBinding> rules, DateOnly today)
    {
        var unreachable = new UnreachableOwnerLint();
        foreach (var rule in rules)
        {
            if (rule.Rule is not { } bound)
            {
                continue;
            }

            ExpiryLint.Check(rule, bound, today);
            unreachable.Check(rule, bound);
            HandleTimeLint.Check(rule, bound);
            ContradictionLint.Check(rule, bound);
        }
    }
}
