using System.Collections.Immutable;
using CxRules.Language.Binding;
using CxRules.Model.Projects;
using CxRules.Testing.Tests.Naive;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>A count that is exactly what its rule compares it with: ten contacts, and three times a baseline of ten thirds.</summary>
public sealed class ExactThresholdTests
{
    private const int Weeks = 3;
    private static readonly int[] Earlier = [3, 3, 4];
    private static readonly decimal[] Bills = [9, 9, 12, 10];
    private static readonly DateOnly First = new(2026, 1, 1);

    [Theory]
    [InlineData(BaselineMethod.Mean, Comparison.Greater, 10, 0)]
    [InlineData(BaselineMethod.Mean, Comparison.Greater, 11, 1)]
    [InlineData(BaselineMethod.Mean, Comparison.GreaterOrEqual, 9, 0)]
    [InlineData(BaselineMethod.Mean, Comparison.GreaterOrEqual, 10, 1)]
    [InlineData(BaselineMethod.Mean, Comparison.LessOrEqual, 10, 1)]
    [InlineData(BaselineMethod.Mean, Comparison.Less, 10, 0)]
    [InlineData(BaselineMethod.TrimmedMean, Comparison.Greater, 10, 0)]
    [InlineData(BaselineMethod.TrimmedMean, Comparison.LessOrEqual, 10, 1)]
    [InlineData(BaselineMethod.PerExposure, Comparison.Greater, 10, 0)]
    [InlineData(BaselineMethod.PerExposure, Comparison.Greater, 11, 1)]
    [InlineData(BaselineMethod.PerExposure, Comparison.GreaterOrEqual, 10, 1)]
    [InlineData(BaselineMethod.PerExposure, Comparison.LessOrEqual, 10, 1)]
    public void Replay_AtExactlyTheThreshold_IsNotDecidedByARoundedDigit(BaselineMethod method, Comparison comparison, int contacts, int fired)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "id,at,channel,reason,region,secs,version\n" + NaiveScenario.Days([.. Enumerable.Range(0, (7 * Weeks) + 1).Select(day => CountOf(day, contacts))]));
        var rules = new BoundRuleSet(Project.Default with { Exposures = [new Exposure("bills", "") { Counts = Exposures() }] }, [Rule(method, comparison)], "");

        var naive = NaiveEvaluator.Replay(rules, NaiveScenario.Source, [file]);
        var replay = Replays.Replay.Run(new(rules, NaiveScenario.Source, [file]));

        File.Delete(file);
        Assert.Equal(fired, Assert.Single(naive.Outcomes).Fired);
        Assert.Equal(fired, Assert.Single(replay.Rules).Fired);
        Assert.Empty(ReplayComparison.Differences(naive, replay));
    }

    private static BoundRule Rule(BaselineMethod method, Comparison comparison)
    {
        var spec = new BaselineSpec(method, Weeks, Weeks, 0) { Exposure = method == BaselineMethod.PerExposure ? "bills" : null };
        return NaiveScenario.Rule("exact", new BoundThreshold(NaiveScenario.Daily(NaiveScenario.Late), comparison, new BoundBaseline(3, 0, spec), null)) with { Basis = CxRules.Model.Cases.CaseBasis.Excess };
    }

    private static int CountOf(int day, int contacts) => day % 7 > 0 ? 1 : day / 7 < Weeks ? Earlier[day / 7] : contacts;

    private static ImmutableSortedDictionary<DateOnly, decimal> Exposures() =>
        Enumerable.Range(0, (7 * Weeks) + 1).ToImmutableSortedDictionary(First.AddDays, day => day % 7 > 0 ? 1 : Bills[day / 7]);
}
