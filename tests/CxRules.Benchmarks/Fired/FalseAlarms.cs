using System.Globalization;
using CxRules.Benchmarks.Detection;
using CxRules.Benchmarks.Simulation;
using CxRules.Runtime.Baselines;

namespace CxRules.Benchmarks.Fired;

/// <summary>How often a test that says 0.1 % fires on quiet days.</summary>
internal static class FalseAlarms
{
    private const int Days = 57;
    private const int Windows = 8;
    private const double Level = 0.001;
    private const ulong Seed = 20260103;
    private static readonly int FirstDay = new DateOnly(2024, 1, 1).DayNumber;

    public static string Row(double mean, double phi, int runs)
    {
        var random = new SplitMix64(Seed + (ulong)(mean * 1000) + (ulong)phi);
        var stage = new EngineRule("daily volume beyond chance", null, "{}").On(FirstDay, Days);
        var end = stage.Timeline.AtIndex(Days);
        var (ours, plugIn) = (0, 0);
        for (var run = 0; run < runs; run++)
        {
            var counts = Enumerable.Range(0, Days).Select(_ => Counts.Draw(random, mean, phi)).ToArray();
            var before = Enumerable.Range(1, Windows).Select(week => (double)counts[Days - 1 - (7 * week)]).ToArray();
            var average = before.Average();
            var variance = before.Sum(count => (count - average) * (count - average)) / (Windows - 1);
            plugIn += counts[^1] > 0 && Distributions.CountAtLeast(counts[^1], Math.Max(average, 1e-9), variance) < Level ? 1 : 0;

            // What is not above the usual is not beyond chance: the engine is asked about the rest.
            ours += counts[^1] > average && stage.Fired(stage.Series(counts.Select((count, day) => (FirstDay + day, count))), end) is not null ? 1 : 0;
        }

        return string.Create(CultureInfo.InvariantCulture, $"| {mean:0.#} | {phi:0} | {100.0 * ours / runs:0.000} | {100.0 * plugIn / runs:0.000} |");
    }
}
