using System.Collections.Concurrent;
using CxRules.Testing.Tests.Comparing;

namespace CxRules.Testing.Tests.Lives;

/// <summary>Random rules that ask for cases come to fire, whatever they ask: or their agreement would prove little.</summary>
public sealed class RandomCaseRulesTests
{
    private static readonly string[] s_asked = [" cost ", "past its cap", " is declined", "not case", "case is"];

    [Fact]
    public void Rules_OfRandomScenarios_FireForWhateverTheyAsk()
    {
        var random = new Random(20260323);
        var fired = new ConcurrentBag<string>();
        Parallel.ForEach(Enumerable.Range(0, 400).Select(_ => Knobs.Random(random)).ToList(), knobs =>
        {
            using var scenario = new RandomScenario(knobs);
            foreach (var (text, _) in s_asked.Any(asked => AsksFor(scenario.RulesText, asked)) ? scenario.Fired().Where(rule => rule.Fired > 0) : [])
            {
                foreach (var asked in s_asked.Where(asked => AsksFor(text, asked)))
                {
                    fired.Add(asked);
                }
            }
        });

        Assert.Equal(s_asked.Order(StringComparer.Ordinal), fired.Distinct().Order(StringComparer.Ordinal));
    }

    private static bool AsksFor(string text, string asked) => text.Contains("case ", StringComparison.Ordinal) && text.Contains(asked, StringComparison.Ordinal);
}
