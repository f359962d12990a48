using CxRules.Model.Cases;
using CxRules.Testing.Tests.Comparing;
using CxRules.Testing.Tests.Naive;

namespace CxRules.Testing.Tests.Lives;

/// <summary>What random scenarios do with cases reaches what can become of one: or their agreement would prove little.</summary>
public sealed class RandomLivesTests
{
    [Fact]
    public void Lives_OfRandomScenarios_ReachEveryState()
    {
        var random = new Random(20260322);
        var states = new HashSet<string>(StringComparer.Ordinal);
        var (saved, reopened) = (0, 0);
        for (var scenario = 0; scenario < 120; scenario++)
        {
            foreach (var life in BoundScenario.Decide(Knobs.Random(random)).Cases.Select(found => found.Life).OfType<NaiveLife>())
            {
                states.UnionWith(life.Steps.Select(step => step.State));
                saved += life.Savings.Count(saving => saving.Average is not null);
                reopened += life.Steps.Count(step => step.State == "reopened");
            }
        }

        Assert.Equal(Enum.GetValues<CaseStanding>().Where(standing => standing != CaseStanding.Detected).Select(NaiveLives.NameOf).Order(StringComparer.Ordinal), states.Order(StringComparer.Ordinal));
        Assert.True(saved > 3 && reopened > 3, $"{saved} fixes saved, {reopened} cases came back");
    }

    /// <summary>One scenario in ten has a rule of hours: too few for their fixes.</summary>
    [Fact]
    public void Lives_OfRandomHourlyRules_AreAsTheNaiveEvaluatorHasThem()
    {
        var random = new Random(20260322);
        var states = new HashSet<string>(StringComparer.Ordinal);
        var saved = 0;
        for (var scenario = 0; scenario < 40; scenario++)
        {
            var knobs = Knobs.OfHours(random);
            Assert.Equal("", BoundScenario.Disagreement(knobs) ?? "");
            foreach (var life in BoundScenario.Decide(knobs).Cases.Where(found => found.Rule == "rule-0").Select(found => found.Life).OfType<NaiveLife>())
            {
                states.UnionWith(life.Steps.Select(step => step.State));
                saved += life.Savings.Count(saving => saving.Fewer is not null);
            }
        }

        Assert.Empty(new[] { "closed", "declined", "failed", "false-alarm", "merged", "verified" }.Except(states));
        Assert.True(saved > 0);
    }
}
