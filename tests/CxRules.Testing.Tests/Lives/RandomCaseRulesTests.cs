using System.Globalization;
using CxRules.Testing.Tests.Comparing;

namespace CxRules.Testing.Tests.Lives;

/// <summary>Random rules about cases come to fire, whatever they ask: or their agreement would prove little.</summary>
public sealed class RandomCaseRulesTests
{
    [Fact]
    public void Rules_OfRandomScenarios_FireForWhateverTheyAsk()
    {
        var random = new Random(20260323);
        var fired = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var scenario = 0; scenario < 250; scenario++)
        {
            using var random_ = new RandomScenario(Knobs.Random(random));
            foreach (var (rule, text, count) in random_.Fired())
            {
                foreach (var kind in new[] { " cost ", "past its cap", " is declined", " is verified", " is failed", " is reopened", "not case", "case is" })
                {
                    if (text.Contains(kind, StringComparison.Ordinal))
                    {
                        fired[kind] = fired.GetValueOrDefault(kind) + count;
                    }
                }
            }
        }

        Assert.Fail(string.Join("; ", fired.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Key}: {entry.Value}"))));
    }
}
