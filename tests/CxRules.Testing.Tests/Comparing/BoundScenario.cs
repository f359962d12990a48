using CxRules.Language.Binding;
using CxRules.Testing.Replays;
using CxRules.Testing.Tests.Naive;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>A random history under random bound rules.</summary>
internal static class BoundScenario
{
    /// <summary>Null where the engine decides as the naive evaluator does.</summary>
    public static string? Disagreement(Knobs knobs)
    {
        var place = Place.Of(knobs);
        var project = BoundProject.Project(knobs, place);
        var rules = new BoundRuleSet(project, [.. new BoundRules(knobs, project).All], "random");
        var file = Path.GetTempFileName();
        File.WriteAllText(file, new RandomHistory(knobs, place).Text);
        var differences = ReplayComparison.Differences(
            NaiveEvaluator.Replay(rules, BoundProject.Source(place), [file]),
            Replay.Run(new(rules, BoundProject.Source(place), [file])));
        if (differences.Count == 0)
        {
            File.Delete(file);
            return null;
        }

        return $"{string.Join("\n", differences.Take(25))}\n{differences.Count} differences, history in {file}, {place}\n{string.Join("\n", rules.Rules)}";
    }
}
