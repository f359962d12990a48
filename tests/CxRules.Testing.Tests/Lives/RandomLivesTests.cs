using CxRules.Testing.Tests.Comparing;
using CxRules.Testing.Tests.Naive;

namespace CxRules.Testing.Tests.Lives;

/// <summary>What random scenarios do with cases reaches what can become of one: or their agreement would prove little.</summary>
public sealed class RandomLivesTests
{
    [Fact]
    public void Lives_OfRandomScenarios_ReachWhatMatters()
    {
        var random = new Random(20260322);
        var states = new HashSet<string>(StringComparer.Ordinal);
        var saved = 0;
        for (var scenario = 0; scenario < 120; scenario++)
        {
            foreach (var found in BoundScenario.Decide(Knobs.Random(random)).Cases)
            {
                states.UnionWith(found.Life?.Steps.Select(step => step.State) ?? []);
                saved += found.Life?.Savings.Count(saving => saving.Average is not null) ?? 0;
            }
        }

        Assert.Superset(new HashSet<string> { "acknowledged", "declined", "disputed", "failed", "false-alarm", "loop-closed", "merged", "verified" }, states);
        Assert.True(saved > 0);
    }
}
