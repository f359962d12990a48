using System.Collections.Immutable;
using CxRules.Language.Binding;
using CxRules.Model.Cases;
using CxRules.Model.Projects;

namespace CxRules.Language.Linting;

/// <summary>
/// Two rules of one kind with equal populations, groups and owners, of which none suppresses the other. Rules about all contacts overlap with
/// every other, which is no news.
/// </summary>
internal static class OverlapLint
{
    public static void Check(ImmutableArray<RuleBinding> rules)
    {
        var seen = new Dictionary<(RuleKind Kind, string Population, string Owners, string Per), RuleBinding>();
        foreach (var rule in rules)
        {
            if (rule.Rule is not { Route: { } route, Kind: not RuleKind.Cases } bound || bound.Population == BoundAnd.Everything || EstimateSignals.IsAll(bound.Signal) || IsShadowed(rule, bound))
            {
                continue;
            }

            var owners = route.Owners is [var only] ? only : string.Join('|', route.Owners.Order(StringComparer.Ordinal).Append(route.OwnerOf?.Name));
            var key = (bound.Kind, bound.Population.Key, owners, string.Join('|', bound.Per.Select(field => field.Name)));
            if (!seen.TryAdd(key, rule) && seen[key].Rule is { } first && !first.Suppresses.Contains(bound.Id) && !bound.Suppresses.Contains(first.Id))
            {
                rule.Scope.Report(Lints.Overlap, rule.NameSpan, first.Id);
            }
        }
    }

    /// <summary>Reported by the other lint.</summary>
    private static bool IsShadowed(RuleBinding rule, BoundRule bound) => bound.Kind == RuleKind.Contacts && rule.Scope.Project.Match == MatchPolicy.First;
}
