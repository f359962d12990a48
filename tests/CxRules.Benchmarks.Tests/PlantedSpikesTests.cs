using CxRules.Benchmarks.Detection;
using CxRules.Benchmarks.Simulation;

namespace CxRules.Benchmarks.Tests;

public sealed class PlantedSpikesTests
{
    private static readonly Lazy<LabelledSeries[]> Series = new(() => [.. PlantedSpikes.Generate(40, 7)]);

    [Fact]
    public void Generate_Twice_IsTheSame() => Assert.Equal(
        Series.Value.SelectMany(series => series.Counts),
        PlantedSpikes.Generate(40, 7).SelectMany(series => series.Counts));

    [Theory]
    [InlineData(3, 1)]
    [InlineData(3, 4)]
    [InlineData(90, 2)]
    [InlineData(900, 3)]
    public void Draw_ManyTimes_HasItsMeanAndVariance(double mean, double dispersion)
    {
        var random = new SplitMix64(11);
        var draws = Enumerable.Range(0, 40_000).Select(_ => (double)Counts.Draw(random, mean, dispersion)).ToArray();
        var average = draws.Average();
        Assert.InRange(average / mean, 0.97, 1.03);
        Assert.InRange(draws.Sum(draw => (draw - average) * (draw - average)) / draws.Length / mean / dispersion, 0.95, 1.05);
    }

    [Fact]
    public void Score_Alarms_AreCountedAsRuns()
    {
        var score = new Score();
        var alarms = new bool[20];
        foreach (var position in new[] { 1, 8, 9, 11, 13, 14, 19 })
        {
            alarms[position] = true;
        }

        score.Add(new("by hand", Step.Day, 1, new long[20], [(5, 7), (10, 13)], 3), alarms);
        Assert.Equal((0.25, 0.5), (score.Precision, score.Recall));
        Assert.Contains("| 1 |", score.Row("it"), StringComparison.Ordinal);
    }

    /// <summary>What docs/statistics.md says of the default holds on other series, too.</summary>
    [Fact]
    public void Default_OnPlantedSpikes_HasTheFewestFalseAlarmsAndTheBestF1()
    {
        var scores = Detector.All.ToDictionary(detector => detector.Name, detector =>
        {
            var score = new Score();
            foreach (var series in Series.Value)
            {
                score.Add(series, detector.Alarms(series));
            }

            return score;
        });
        var ours = scores.Single(score => score.Key.StartsWith("ours", StringComparison.Ordinal)).Value;
        Assert.InRange(ours.Precision, 0.75, 1);
        Assert.All(scores.Values.Where(score => score != ours), other => Assert.True(other.F1 <= ours.F1 && other.FalseAlarmsAYear > ours.FalseAlarmsAYear));
    }
}
