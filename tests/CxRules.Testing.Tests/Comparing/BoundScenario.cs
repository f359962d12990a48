using System.Collections.Immutable;
using CxRules.Language.Binding;
using CxRules.Testing.Replays;
using CxRules.Testing.Tests.Naive;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>A random history under random bound rules.</summary>
internal static class BoundScenario
{
    /// <summary>What the naive evaluator alone decides.</summary>
    public static NaiveResult Decide(Knobs knobs)
    {
        var place = Place.Of(knobs);
        var project = BoundProject.Project(knobs, place);
        var layout = RandomLayout.Of(knobs, place);
        var folder = Directory.CreateTempSubdirectory("cxrules-bound-").FullName;
        try
        {
            var history = new RandomHistory(knobs, place, layout).Files;
            ImmutableArray<string> files = [.. history.Select((_, index) => Path.Combine(folder, $"history{index}.csv"))];
            foreach (var (path, text) in files.Zip(history))
            {
                File.WriteAllText(path, text);
            }

            return NaiveEvaluator.Replay(new(project, [.. new BoundRules(knobs, project).All], "random"), layout.Source, files, act: new RandomLives(knobs).Of);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Null where the engine decides as the naive evaluator does.</summary>
    public static string? Disagreement(Knobs knobs)
    {
        var place = Place.Of(knobs);
        var project = BoundProject.Project(knobs, place);
        var rules = new BoundRuleSet(project, [.. new BoundRules(knobs, project).All], "random");
        var layout = RandomLayout.Of(knobs, place);
        var folder = Directory.CreateTempSubdirectory("cxrules-bound-").FullName;
        var history = new RandomHistory(knobs, place, layout).Files;
        ImmutableArray<string> files = [.. history.Select((_, index) => Path.Combine(folder, $"history{index}.csv"))];
        foreach (var (path, text) in files.Zip(history))
        {
            File.WriteAllText(path, text);
        }

        var naive = NaiveEvaluator.Replay(rules, layout.Source, files, act: new RandomLives(knobs).Of);
        var differences = ReplayComparison.Differences(naive, Replay.Run(new(rules, layout.Source, files) { Transitions = naive.Steps }));
        if (differences.Count == 0)
        {
            Directory.Delete(folder, recursive: true);
            return null;
        }

        return $"{string.Join("\n", differences.Take(25))}\n{differences.Count} differences, history in {folder}, {place}, {layout}\n{string.Join("\n", rules.Rules.Select(rule => $"{rule.Id} {rule.Population} {rule.Signal} {rule.Every}"))}";
    }
}
