using System.Collections.Immutable;
using CxRules.Language.Binding;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;

namespace CxRules.Language.Linting;

/// <summary>All lints over bound rules; each adds to the rule's own diagnostics.</summary>
/// <param name="today">The local day that `expires` is held against.</param>
internal sealed class Linter(RuleSetNames names, DateOnly today)
{
    /// <param name="project">The project file, where there is one.</param>
    /// <param name="ofProject">Takes what is found about the project file.</param>
    public void Lint(ImmutableArray<RuleBinding> rules, SourceText? project, DiagnosticBag ofProject)
    {
        var unreachable = new UnreachableOwnerLint(names.Project.Project);
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
            OwnerlessLint.Check(rule, bound);
            SampleEndedLint.Check(rule, names.Project.Project, today);
            ClosedDatesLint.Check(rule, bound, names.Project.Project);
        }

        ShadowLint.Check(rules);
        OverlapLint.Check(rules);
        UnusedDefinitionLint.Check(names);
        if (project is not null)
        {
            UnusedDispositionLint.Check(rules, names, project, ofProject);
        }
    }
}
