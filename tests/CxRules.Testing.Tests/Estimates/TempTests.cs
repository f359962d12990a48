using CxRules.Testing.Explaining;
using CxRules.Testing.Tests.Comparing;
using CxRules.Testing.Tests.Naive;

namespace CxRules.Testing.Tests.Estimates;

public sealed class TempTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Fact]
    public void Compare()
    {
        var folder = RuleFolder.Load(Environment.GetEnvironmentVariable("TEMPFOLDER")!);
        var set = folder.Compilation.RuleSet;
        var history = NaiveHistory.Read(set.Project, folder.Source, folder.Files);
        var world = new NaiveWorld(set.Project, folder.Source, history);
        var run = new NaiveRun(world, set with { Rules = [.. set.Rules.Select(NaiveEstimates.Narrowed)] }, set.Rules.ToDictionary(r => r.Id, r => r.Population));
        run.Evaluate(null, null);
        foreach (var rule in set.Rules.Where(r => r.Signal is not null))
        {
            var naive = run.Groups(rule).SelectMany(g => g.Verdicts.Values.Select(v => (Key: $"{world.Calendar.Local(v.At.Utc):uuuu-MM-dd HH} {string.Join("|", g.Values.Select(p => p.Value))}", v.True))).ToDictionary(x => x.Key, x => x.True);
            var options = new Replays.ReplayOptions(set, folder.Source, folder.Files);
            for (var day = world.FirstDay; day <= world.LastDay; day = day.PlusDays(1))
            {
                foreach (var e in Explainer.Rule(options, rule.Id, day.ToDateOnly()).Explanation?.Evaluations.Select(e => e.Evaluation) ?? [])
                {
                    var key = $"{e.At:yyyy-MM-dd HH} {string.Join("|", e.Group.Select(p => p.Value))}";
                    bool? truth = e.Truth == Runtime.Truth.True ? true : e.Truth == Runtime.Truth.False ? false : null;
                    var has = naive.TryGetValue(key, out var other);
                    if (!has || other != truth)
                    {
                        output.WriteLine($"{rule.Id} {key}: engine {e.Truth} naive {(has ? other?.ToString() ?? "unknown" : "none")} {e.UnknownBecause} {string.Join("; ", e.Parts)}");
                    }
                }
            }
        }
    }
}
