using CxRules.Language.Binding;
using CxRules.Language.Syntax;
using CxRules.Model.Projects;

namespace CxRules.Language.Linting;

/// <summary>An owner without an address, once a rule set.</summary>
internal sealed class UnreachableOwnerLint(Project project)
{
    private readonly HashSet<string> _unreachable = project.Owners.Where(owner => owner.Email is null).Select(owner => owner.Name).ToHashSet(StringComparer.Ordinal);

    public void Check(RuleBinding rule, BoundRule bound)
    {
        if (bound.Route is not { } target || !target.Owners.Any(_unreachable.Contains) || rule.Actions.OfType<RouteSyntax>().FirstOrDefault() is not { } route)
        {
            return;
        }

        foreach (var (name, syntax) in target.Owners.Zip(route.Owners))
        {
            if (_unreachable.Remove(name))
            {
                rule.Scope.Report(Lints.UnreachableOwner, syntax, name);
            }
        }
    }
}
