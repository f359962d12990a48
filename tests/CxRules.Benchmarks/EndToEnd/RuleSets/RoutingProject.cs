using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace CxRules.Benchmarks.EndToEnd.RuleSets;

/// <summary>
/// First-match routing on either side. The language's own word for it is `match: first`: the first rule of equal priority, by path and
/// position, takes the contact; one that is unknown for it, as where the rating is missing, is passed over. A `CASE` of SQL does the same.
/// </summary>
internal static class RoutingProject
{
    /// <summary>Contacts that no rule takes.</summary>
    public const string Nowhere = "(nowhere)";

    private const int RulesPerFile = 20;

    /// <summary>Writes the rule set and returns its folder.</summary>
    public static string Write(string folder, ImmutableArray<RoutingRule> rules)
    {
        Directory.CreateDirectory(folder);
        HistorySource.Write(folder, "  charge: cost");
        File.WriteAllText(Path.Combine(folder, "cxrules.yaml"), """
            language: 1
            name: routing
            zone: UTC
            match: first
            fields:
              charge: decimal

            """);
        foreach (var (file, chunk) in rules.Index().Chunk(RulesPerFile).Index())
        {
            var text = string.Concat(chunk.Select(rule => $"rule route-{rule.Index}\n  if {rule.Item.Sentence}\n  then route to {rule.Item.Department}\n\n"));
            File.WriteAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"routing-{file:0000}.cxr")), text);
        }

        return folder;
    }

    public static string Sql(string history, ImmutableArray<RoutingRule> rules)
    {
        var cases = new StringBuilder();
        foreach (var rule in rules)
        {
            cases.Append(CultureInfo.InvariantCulture, $"  WHEN {rule.Sql} THEN '{rule.Department}'\n");
        }

        return $"SELECT department, count(*)::INTEGER AS contacts FROM (SELECT CASE\n{cases}  ELSE '{Nowhere}' END AS department FROM {HistorySource.Sql(history)})\nGROUP BY department\n";
    }
}
