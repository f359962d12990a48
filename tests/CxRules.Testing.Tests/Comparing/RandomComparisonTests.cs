using System.Collections.Concurrent;
using System.Globalization;
using Xunit.Sdk;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>
/// The engine and the naive evaluator decide alike on random rule sets and histories. CXRULES_SCENARIOS sets how many of either sort (10,000 before a
/// release), CXRULES_SEED another seed than the fixed one; a failure prints scenarios, the first of them shrunken.
/// </summary>
public sealed class RandomComparisonTests
{
    private const int Shown = 5;
    private static readonly int Scenarios = int.Parse(Environment.GetEnvironmentVariable("CXRULES_SCENARIOS") ?? "200", CultureInfo.InvariantCulture);
    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("CXRULES_SEED") ?? "20260101", CultureInfo.InvariantCulture);

    [Fact]
    public void Replay_OfRandomRulesAndHistories_DecidesAsTheNaiveEvaluator() => AssertAgreement(OfText);

    [Fact]
    public void Replay_OfRandomBoundRules_DecidesAsTheNaiveEvaluator() => AssertAgreement(BoundScenario.Disagreement);

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
    [InlineData(322521679, 59, 4, false)]
    [InlineData(619193307, 91, 2, false)]
    [InlineData(1070679927, 109, 5, false)]
    [InlineData(1330045941, 30, 1, false)]
    [InlineData(689166617, 30, 1, true)]
    [InlineData(1255391152, 65, 3, false)]
    [InlineData(1303333443, 40, 1, true)]
    [InlineData(1873693132, 40, 5, true)]
    [InlineData(1496321607, 30, 2, false)]
    [InlineData(409297662, 30, 1, true)]
    [InlineData(374748698, 41, 4, false)]
    public void Replay_OfAKnownBoundScenario_DecidesAsTheNaiveEvaluator(int seed, int days, int rules, bool hourly) =>
        Assert.Equal("", BoundScenario.Disagreement(new(seed, days, rules, hourly)) ?? "");

    /// <summary>Scenarios on which the two once differed.</summary>
    [Theory]
    [InlineData(1, 60, 3, false)]
    [InlineData(2, 35, 1, true)]
    [InlineData(378143368, 95, 3, false)]
    [InlineData(44658783, 114, 4, false)]
    [InlineData(156713225, 30, 1, false)]
    [InlineData(74128586, 40, 2, true)]
    [InlineData(1053792821, 106, 3, false)]
    [InlineData(1303333443, 40, 1, true)]
    [InlineData(1873693132, 40, 5, true)]
    [InlineData(1021132926, 30, 1, false)]
    [InlineData(1780781987, 59, 5, false)]
    [InlineData(89326605, 31, 1, true)]
    public void Replay_OfAKnownScenario_DecidesAsTheNaiveEvaluator(int seed, int days, int rules, bool hourly) =>
        Assert.Equal("", OfText(new(seed, days, rules, hourly)) ?? "");

    [Fact]
    public void Scenarios_OfOneSeed_AreTheSameTwice()
    {
        var knobs = new Knobs(7, 60, 5, Hourly: false);

        Assert.Equal(new RandomRules(knobs).Text, new RandomRules(knobs).Text);
        Assert.Equal(History(knobs), History(knobs));
        Assert.NotEqual(new RandomRules(knobs).Text, new RandomRules(knobs with { Seed = 8 }).Text);
    }

    private static IReadOnlyList<string> History(Knobs knobs) => new RandomHistory(knobs, Place.Of(knobs), RandomLayout.Of(knobs, Place.Of(knobs))).Files;

    private static string? OfText(Knobs knobs)
    {
        using var scenario = new RandomScenario(knobs);
        return scenario.Disagreement();
    }

    private static void AssertAgreement(Func<Knobs, string?> decide)
    {
        if (Disagreements(decide) is { Length: > 0 } disagreements)
        {
            Assert.Fail(disagreements);
        }
    }

    /// <summary>Empty where all scenarios agree.</summary>
    private static string Disagreements(Func<Knobs, string?> decide)
    {
        var random = new Random(Seed);
        var scenarios = Enumerable.Range(0, Scenarios).Select(_ => Knobs.Random(random)).ToList();
        var failed = new ConcurrentBag<Knobs>();
        Parallel.ForEach(scenarios, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, (knobs, loop) =>
        {
            if (Caught(decide, knobs) is not null)
            {
                failed.Add(knobs);
                if (failed.Count >= Shown)
                {
                    loop.Stop();
                }
            }
        });
        var shrunken = failed.OrderBy(knobs => knobs.Rules * knobs.Days).Select((knobs, index) => index == 0 ? Shrink(decide, knobs) : knobs);
        return string.Join("\n\n", shrunken.Select(knobs => $"CXRULES_SEED={Seed}, scenario {knobs}: {Caught(decide, knobs)}"));
    }

    private static Knobs Shrink(Func<Knobs, string?> decide, Knobs knobs)
    {
        while (knobs.Smaller.FirstOrDefault(smaller => Caught(decide, smaller) is not null) is { } smaller)
        {
            knobs = smaller;
        }

        return knobs;
    }

    /// <summary>An evaluator that breaks down has not agreed.</summary>
    private static string? Caught(Func<Knobs, string?> decide, Knobs knobs)
    {
        try
        {
            return decide(knobs);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or NullReferenceException or IndexOutOfRangeException or KeyNotFoundException or ArithmeticException or FormatException or NotSupportedException or XunitException)
        {
            return exception.ToString();
        }
    }
}
