using CxRules.Language.Yaml;
using CxRules.Model.Projects;

namespace CxRules.Language.Projects;

/// <summary>Walks `below` upwards from each code.</summary>
internal sealed class TaxonomyCheck(ValueReader values)
{
    /// <summary>Each cycle is reported once, at the first of its codes, which loses its `below`.</summary>
    /// <param name="places">Where the `below` of each disposition stands.</param>
    public void ReportCycles(List<Disposition> dispositions, List<YamlNode> places)
    {
        var index = dispositions.Select((disposition, place) => (disposition.Code, place)).ToDictionary(pair => pair.Code, pair => pair.place, StringComparer.Ordinal);
        var settled = new bool[dispositions.Count];
        for (var start = 0; start < dispositions.Count; start++)
        {
            var path = new List<int>();
            var onPath = new HashSet<int>();
            int? current = start;
            while (current is { } code && !settled[code] && onPath.Add(code))
            {
                path.Add(code);
                current = dispositions[code].Below is { } above && index.TryGetValue(above, out var next) ? next : null;
            }

            if (current is { } again && onPath.Contains(again))
            {
                var cycle = path[path.IndexOf(again)..];
                var first = cycle.Min();
                var ordered = cycle.SkipWhile(code => code != first).Concat(cycle.TakeWhile(code => code != first)).Append(first);
                values.Report(ProjectErrors.TaxonomyCycle, places[first], string.Join(" → ", ordered.Select(code => $"`{dispositions[code].Code}`")));
                dispositions[first] = dispositions[first] with { Below = null };
            }

            path.ForEach(code => settled[code] = true);
        }
    }
}
