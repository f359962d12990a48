namespace CxRules.Testing.Tests.Comparing;

/// <summary>A random rule set with a random history, in a folder of its own that goes when both decide alike.</summary>
internal sealed class RandomScenario : IDisposable
{
    private readonly Knobs _knobs;
    private readonly string _folder = Directory.CreateTempSubdirectory("cxrules-scenario-").FullName;
    private bool _kept;

    public RandomScenario(Knobs knobs)
    {
        _knobs = knobs;
        var place = Place.Of(knobs);
        var layout = RandomLayout.Of(knobs, place);
        var project = RandomProject.Text(knobs, place) + RandomProject.LateAfter(knobs) + RandomSamples.Declarations(knobs, place);
        RulesText = RandomMoments.WithoutIdle(new RandomRules(knobs).Text, project);
        foreach (var (index, text) in new RandomHistory(knobs, place, layout).Files.Index())
        {
            Write($"history{index}.csv", text);
        }

        Directory.CreateDirectory(Path.Combine(_folder, "exposure"));
        Write("exposure/bills.csv", RandomExposure.File(RandomExposure.Counts(knobs, place)));
        Write("exposure/mailings.csv", RandomExposure.File(RandomExposure.Mailings(knobs, place)));
        Directory.CreateDirectory(Path.Combine(_folder, "samples"));
        foreach (var name in RandomSamples.Names)
        {
            Write($"samples/{name}.csv", RandomSamples.File(RandomSamples.Sample(knobs, place, name)));
        }

        Write(RandomTable.File, RandomTable.Csv);
        Write("cxrules.yaml", project + "history: { files: [\"history*.csv\"] }\n");
        Write("random.source.yaml", layout.Text);
        Write("rules.cxr", RulesText);
    }

    public string RulesText { get; }

    /// <summary>Null where the engine decides as the naive evaluator does.</summary>
    public string? Disagreement()
    {
        var differences = RuleFolder.Load(_folder).Differences(act: new RandomLives(_knobs).Of);
        _kept = differences.Count > 0;
        return _kept ? $"{differences.Count} differences, files in {_folder}\n{RulesText}\n{string.Join('\n', differences.Take(25))}" : null;
    }

    /// <summary>By rule: its text, and how often it fired, by the naive evaluator.</summary>
    public IEnumerable<(string Text, long Fired)> Fired()
    {
        var folder = RuleFolder.Load(_folder);
        var texts = RulesText.Split("\n\n");
        return Naive.NaiveEvaluator.Replay(folder.Compilation.RuleSet, folder.Source, folder.Files, act: new RandomLives(_knobs).Of).Outcomes.Select(outcome => (texts.First(text => text.Contains($"rule {outcome.Rule.Split('/')[0]}\n", StringComparison.Ordinal)), outcome.Fired));
    }

    public void Dispose()
    {
        if (!_kept)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
