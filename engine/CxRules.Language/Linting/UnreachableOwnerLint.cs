using CxRules.Language.Binding;
using CxRules.Language.Syntax;

namespace CxRules.Language.Linting;

/// <summary>An owner without an address, once a rule set.</summary>
internal sealed class UnreachableOwnerLint
{
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    public void Check(RuleBinding rule, BoundRule bound)
    {
        var route = rule.Syntax.Clauses.OfType<ThenClauseSyntax>().Select(clause => clause.Action).OfType<RouteSyntax>().FirstOrDefault();
        if (route is null || bound.Route is not { } target)
        {
            return;
        }

        foreach (var (name, syntax) in target.Owners.Zip(route.Owners))
        {
            if (rule.Scope.Project.Owners.Any(owner => owner.Name == name && owner.Email is null) && _reported.Add(name))
            {
                rule.Scope.Report(Lints.UnreachableOwner, syntax, name);
            }
        }
    }
}
