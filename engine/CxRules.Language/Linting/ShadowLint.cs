using System.Collections.Immutable;
using CxRules.Language.Binding;
using CxRules.Model.Cases;
using CxRules.Model.Projects;

namespace CxRules.Language.Linting;

/// <summary>Under `match: first` a rule about single contacts, of which another that comes before takes each.</summary>
internal static class ShadowLint
{
    public static void Check(ImmutableArray<RuleBinding> rules)
    {
        if (rules.IsEmpty || rules[0].Scope.Project.Match != MatchPolicy.First)
        {
            return;
        }

        var earlier = new Dictionary<string, List<(string Id, ImmutableArray<BoundCondition> Conditions)>>(StringComparer.Ordinal);
        foreach (var rule in rules.Where(IsRouting).OrderByDescending(rule => rule.Rule?.Priority))
        {
            if (rule.Rule is not { } bound)
            {
                continue;
            }

            var conditions = Narrower.Conjuncts(bound.Population);
            var candidates = conditions.Select(Narrower.Mark).Append(BoundAnd.Everything.Key).SelectMany(mark => earlier.GetValueOrDefault(mark, []));
            if (candidates.FirstOrDefault(candidate => Narrower.IsWithin(conditions, candidate.Conditions)) is { Id: { } id })
            {
                rule.Scope.Report(Lints.Shadowed, rule.NameSpan, id);
                continue;
            }

            foreach (var mark in conditions.IsEmpty ? [BoundAnd.Everything.Key] : Narrower.Marks(conditions[0]))
            {
                earlier.TryAdd(mark, []);
                earlier[mark].Add((bound.Id, conditions));
            }
        }
    }

    private static bool IsRouting(RuleBinding rule) => rule.Rule is { Kind: RuleKind.Contacts, Route: not null, Signal: null };
}
