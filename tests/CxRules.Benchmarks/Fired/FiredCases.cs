using System.Globalization;
using CxRules.Benchmarks.Detection;
using CxRules.Benchmarks.Simulation;
using CxRules.Runtime.Baselines;

namespace CxRules.Benchmarks.Fired;

/// <summary>
/// What the engine says about cases whose true excess is known: bias of the middle and coverage of the 90 % interval. A case exists because its
/// rule fired, which picks high counts: so cases are looked at that fired with the guard, without it, and, for comparison, all.
/// </summary>
internal static class FiredCases
{
    private const int DefaultRuns = 1_500;
    private const int LeastFired = 100;
    private const int Days = 57;
    private const string Everything = "all";
    private const ulong Seed = 20260102;

    /// <summary>1 January 2024, a Monday.</summary>
    private static readonly int FirstDay = new DateOnly(2024, 1, 1).DayNumber;

    private static readonly double[] Means = [10, 30, 100, 300];
    private static readonly double[] Dispersions = [1, 3];
    private static readonly double[] Excesses = [0, 0.3, 1];

    public static int Run(string[] args)
    {
        var runs = int.Parse(Arguments.Value(args, "--runs") ?? DefaultRuns.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        foreach (var (title, window, length) in new[] { ("Cases of one day", "daily", 1), ("Cases of seven days", "weekly", 7) })
        {
            Console.WriteLine($"{title} ({window} volume), {runs} histories each; bias and width in % of what is usual, coverage of the 90 % interval in %");
            Console.WriteLine();
            Console.WriteLine("| mean a day | φ | true excess | cases | fired, % | bias, plain | bias | coverage, plain | coverage | width, plain | width |");
            Console.WriteLine("|--:|--:|--:|---|--:|--:|--:|--:|--:|--:|--:|");
            var guarded = new EngineRule($"{window} volume > baseline × 1.3", null, "{ chance guard: 0.001 }").On(FirstDay, Days + length - 1);
            var ratio = new EngineRule($"{window} volume > baseline × 1.3", null, "{}").On(FirstDay, Days + length - 1);
            var always = new EngineRule($"{window} volume > baseline × 0", null, "{}").On(FirstDay, Days + length - 1);
            (string, EngineRule.Stage)[] stages = [(Everything, always), ("ratio 1.3", ratio), ("ratio 1.3 and guard", guarded)];
            foreach (var row in Means.SelectMany(mean => Dispersions.SelectMany(phi => Excesses.SelectMany(excess => stages.Select(stage => (mean, phi, excess, stage)))))
                .AsParallel().AsOrdered().Select(cell => Row(cell.mean, cell.phi, cell.excess, cell.stage, length, runs)))
            {
                Console.WriteLine(row);
            }

            Console.WriteLine();
        }

        Console.WriteLine("False alarms of the test at a nominal 0.1 %, 8 windows, in % of quiet days");
        Console.WriteLine();
        Console.WriteLine("| mean a day | φ | this test | plug-in negative binomial |");
        Console.WriteLine("|--:|--:|--:|--:|");
        foreach (var row in new[] { 0.2, 1, 3, 10, 30, 100, 300 }.SelectMany(mean => Dispersions.Select(phi => (mean, phi))).AsParallel().AsOrdered().Select(cell => FalseAlarms.Row(cell.mean, cell.phi, runs * 20)))
        {
            Console.WriteLine(row);
        }

        return 0;
    }

    private static string Row(double mean, double phi, double excess, (string Name, EngineRule.Stage Stage) stage, int length, int runs)
    {
        var random = new SplitMix64(Seed + (ulong)(mean * 1000) + (ulong)(phi * 100) + (ulong)(excess * 10));
        var (plain, corrected) = (new Tally(), new Tally());
        var days = Days + length - 1;
        var end = stage.Stage.Timeline.AtIndex(days);
        for (var run = 0; run < runs; run++)
        {
            var counts = Enumerable.Range(0, days).Select(_ => Counts.Draw(random, mean, phi)).ToArray();
            var planted = 0L;
            for (var day = days - length; day < days; day++)
            {
                var extra = Counts.Draw(random, mean * excess, phi);
                counts[day] += extra;
                planted += extra;
            }

            var series = stage.Stage.Series(counts.Select((count, day) => (FirstDay + day, count)));
            if (stage.Stage.Fired(series, end) is { Excess: { } found })
            {
                var seen = found.Observed - (double)found.Expected;
                var half = Distributions.StudentQuantile(0.95, found.Freedom) * found.StandardError;
                plain.Add(Math.Clamp(seen - half, 0, found.Observed), Math.Max(0, seen), (double)found.High, planted);
                corrected.Add((double)found.Low, (double)found.Mid, (double)found.High, planted);
            }
        }

        var usual = mean * length;
        return string.Create(CultureInfo.InvariantCulture, $"| {mean:0} | {phi:0} | {100 * excess:0} % | {stage.Name} | {100.0 * plain.Cases / runs:0.##} | ") + (plain.Cases < LeastFired
            ? "too few | | | | | |"
            : stage.Name == Everything ? string.Create(CultureInfo.InvariantCulture, $"{plain.Bias(usual):+0.0;-0.0;0.0} | | {plain.Coverage:0.0} | | {plain.Width(usual):0} | |")
            : string.Create(CultureInfo.InvariantCulture, $"{plain.Bias(usual):+0.0;-0.0;0.0} | {corrected.Bias(usual):+0.0;-0.0;0.0} | {plain.Coverage:0.0} | {corrected.Coverage:0.0} | {plain.Width(usual):0} | {corrected.Width(usual):0} |"));
    }

    /// <summary>Sums over cases.</summary>
    private sealed class Tally
    {
        private double _bias;
        private double _width;
        private int _covered;

        public int Cases { get; private set; }

        public double Coverage => 100.0 * _covered / Cases;

        public void Add(double low, double mid, double high, double truth)
        {
            Cases++;
            _bias += mid - truth;
            _width += high - low;
            _covered += low <= truth + 1e-9 && truth <= high + 1e-9 ? 1 : 0;
        }

        public double Bias(double usual) => Math.Round(100 * _bias / Cases / usual, 1) + 0.0;

        public double Width(double usual) => 100 * _width / Cases / usual;
    }
}
