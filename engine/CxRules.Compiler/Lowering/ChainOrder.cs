using System.Collections.Immutable;
using CxRules.Language.Binding;

namespace CxRules.Compiler.Lowering;

/// <summary>
/// The order in which rules are evaluated at one instant: what others wait for first, as the signals it emits, the cases it opens, and the rules it
/// suppresses; else by priority, and as they stand.
/// </summary>
internal static class ChainOrder
{
    /// <returns>By rule, its place in the order. The binder has refused cycles.</returns>
    public static ImmutableArray<int> Of(ImmutableArray<BoundRule> rules)
    {
        var waiting = new int[rules.Length];
        var targets = new SortedSet<int>[rules.Length];
        for (var index = 0; index < rules.Length; index++)
        {
            targets[index] = [.. TargetsOf(rules[index], rules)];
            foreach (var target in targets[index])
            {
                waiting[target]++;
            }
        }

        var order = new int[rules.Length];
        var open = new SortedSet<(int Priority, int Index)>(Enumerable.Range(0, rules.Length).Where(index => waiting[index] == 0).Select(Entry));
        for (var place = 0; open.Count > 0; place++)
        {
            var next = open.Min;
            open.Remove(next);
            order[next.Index] = place;
            foreach (var target in targets[next.Index])
            {
                if (--waiting[target] == 0)
                {
                    open.Add(Entry(target));
                }
            }
        }

        return [.. order];

        (int Priority, int Index) Entry(int index) => (-rules[index].Priority, index);
    }

    /// <summary>The rules that wait for one.</summary>
    private static IEnumerable<int> TargetsOf(BoundRule rule, ImmutableArray<BoundRule> rules)
    {
        var emitted = rule.Actions.OfType<BoundEmitSignal>().Select(emit => emit.Signal).ToHashSet(StringComparer.Ordinal);
        return rules.Index()
            .Where(other => rule.Suppresses.Contains(other.Item.Id) || RuleFacts.Of(other.Item).Any(fact => Waits(fact, rule, emitted)))
            .Select(other => other.Index);
    }

    private static bool Waits(BoundSignal fact, BoundRule on, HashSet<string> emitted) => fact is BoundSignalActive active ? emitted.Contains(active.Signal) : RuleFacts.IsAbout(fact, on);
}
