using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>
/// The engine and the naive evaluator decide alike on random rule sets and histories. CXRULES_SCENARIOS sets how many (2,000 before a release), CXRULES_SEED
/// another seed than the fixed one; a failure prints the seed and the shrunken scenario.
/// </summary>
public sealed class RandomComparisonTests
{
    private static readonly int Scenarios = int.Parse(Environment.GetEnvironmentVariable("CXRULES_SCENARIOS") ?? "200", CultureInfo.InvariantCulture);
    private static readonly ulong Seed = ulong.Parse(Environment.GetEnvironmentVariable("CXRULES_SEED") ?? "20260101", CultureInfo.InvariantCulture);

    [Fact]
    public void Replay_OfRandomRulesAndHistories_DecidesAsTheNaiveEvaluator() =>
        Prop.ForAll(Knobs.Arbitrary, knobs =>
        {
            using var scenario = new RandomScenario(knobs);
            return scenario.Disagreement() is not { } disagreement
                ? true.ToProperty()
                : false.Label($"CXRULES_SEED={Seed}, scenario {knobs}: {disagreement}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Scenarios).WithReplay(Seed, Seed | 1));

    [Fact]
    public void Replay_OfRandomBoundRules_DecidesAsTheNaiveEvaluator() =>
        Prop.ForAll(Knobs.Arbitrary, knobs => BoundScenario.Disagreement(knobs) is not { } disagreement
            ? true.ToProperty()
            : false.Label($"CXRULES_SEED={Seed}, scenario {knobs}: {disagreement}")).Check(Config.QuickThrowOnFailure.WithMaxTest(Scenarios).WithReplay(Seed, Seed | 1));

    /// <summary>Bound scenarios on which the two once differed.</summary>
    [Theory]
    [InlineData(1, 60, 3, false)]
    [InlineData(2, 35, 1, true)]
    [InlineData(1004, 87, 1, false)]
    [InlineData(1022, 116, 3, false)]
    [InlineData(1028, 65, 1, false)]
    [InlineData(1034, 105, 3, false)]
    [InlineData(1023, 62, 4, false)]
    [InlineData(1025, 45, 2, false)]
    public void Replay_OfAKnownBoundScenario_DecidesAsTheNaiveEvaluator(int seed, int days, int rules, bool hourly) =>
        Assert.Equal("", BoundScenario.Disagreement(new(seed, days, rules, hourly)) ?? "");

    /// <summary>Scenarios on which the two once differed.</summary>
    [Theory]
    [InlineData(1, 60, 3, false)]
    [InlineData(2, 35, 1, true)]
    public void Replay_OfAKnownScenario_DecidesAsTheNaiveEvaluator(int seed, int days, int rules, bool hourly)
    {
        using var scenario = new RandomScenario(new(seed, days, rules, hourly));

        Assert.Null(scenario.Disagreement());
    }

    [Fact]
    public void Scenarios_OfOneSeed_AreTheSameTwice()
    {
        var knobs = new Knobs(7, 60, 5, Hourly: false);

        Assert.Equal(new RandomRules(knobs).Text, new RandomRules(knobs).Text);
        Assert.Equal(new RandomHistory(knobs, Place.Of(knobs)).Text, new RandomHistory(knobs, Place.Of(knobs)).Text);
        Assert.NotEqual(new RandomRules(knobs).Text, new RandomRules(knobs with { Seed = 8 }).Text);
    }
}
