using System.Collections.Immutable;
using CxRules.Language.Binding;

namespace CxRules.Compiler.Lowering;

/// <summary>The order in which rules are evaluated at one instant: suppressors before those they suppress, else as they stand.</summary>
internal static class SuppressionOrder
{
    /// <returns>By rule, its place in the order. The binder has refused cycles.</returns>
    public static ImmutableArray<int> Of(ImmutableArray<BoundRule> rules)
    {
        var order = new int[rules.Length];
        var suppressors = rules.ToDictionary(rule => rule.Id, _ => 0, StringComparer.Ordinal);
        foreach (var target in rules.SelectMany(rule => rule.Suppresses).Where(suppressors.ContainsKey))
        {
            suppressors[target]++;
        }

        var open = new SortedSet<int>(Enumerable.Range(0, rules.Length).Where(index => suppressors[rules[index].Id] == 0));
        for (var place = 0; open.Count > 0; place++)
        {
            var next = open.Min;
            open.Remove(next);
            order[next] = place;
            foreach (var target in rules[next].Suppresses.Where(suppressors.ContainsKey))
            {
                if (--suppressors[target] == 0)
                {
                    open.Add(rules.IndexOf(rules.Single(rule => rule.Id == target)));
                }
            }
        }

        return [.. order];
    }
}
