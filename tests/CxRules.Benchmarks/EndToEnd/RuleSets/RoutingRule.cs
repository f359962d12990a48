using System.Collections.Immutable;

namespace CxRules.Benchmarks.EndToEnd.RuleSets;

/// <summary>A rule that routes a contact to a department.</summary>
internal sealed record RoutingRule(string Department, ImmutableArray<RoutingCondition> Conditions)
{
    public string Sentence => string.Join(" and ", Conditions.Select(condition => condition.Sentence));

    public string Sql => string.Join(" AND ", Conditions.Select(condition => condition.Sql));
}

/// <summary>One condition, for either side.</summary>
internal sealed record RoutingCondition(string Sentence, string Sql)
{
    public static RoutingCondition Of(string field, ImmutableArray<string> codes) => codes is [var only]
        ? new($"{field} = {only}", $"{field} = '{only}'")
        : new($"{field} in ({string.Join(", ", codes)})", $"{field} IN ({string.Join(", ", codes.Select(code => $"'{code}'"))})");
}
