using System.Globalization;
using CxRules.Benchmarks.Simulation;

namespace CxRules.Benchmarks.Detection;

/// <summary>Scores detectors on planted spikes, labelled outbreaks and Numenta's series.</summary>
internal static class Detect
{
    private const int DefaultSeries = 100;
    private const ulong Seed = 20260101;

    public static int Run(string[] args)
    {
        var count = int.Parse(Arguments.Value(args, "--series") ?? DefaultSeries.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var seed = ulong.Parse(Arguments.Value(args, "--seed") ?? Seed.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        Print($"Planted spikes: {count} daily series of two years, seed {seed}", "days", [.. PlantedSpikes.Generate(count, seed)]);
        if (SharedSeries.Folder(Arguments.Value(args, "--data")) is not { } folder)
        {
            Console.WriteLine("Skipped: the labelled outbreaks and Numenta's series, for ../shared/data is not there (--data FOLDER names another place).");
            return 0;
        }

        Print("Labelled outbreaks: weekly counts", "weeks", [.. SharedSeries.Outbreaks(folder)]);
        Print("Numenta: taxi rides in New York, hourly", "hours", [.. SharedSeries.Numenta(folder, name => name == "nyc_taxi")]);
        Print("Numenta: mentions on Twitter, hourly", "hours", [.. SharedSeries.Numenta(folder, name => name.StartsWith("Twitter", StringComparison.Ordinal))]);
        return 0;
    }

    private static void Print(string title, string unit, LabelledSeries[] series)
    {
        var events = series.Sum(one => one.Events.Count(known => known.Start >= one.From));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}; {events} events in {series.Sum(one => one.Years):0.0} years"));
        Console.WriteLine();
        Console.WriteLine($"| detector | precision | recall | F1 | false alarms a year | median delay, {unit} |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|");
        foreach (var detector in Detector.All.Concat(Detector.Tried))
        {
            var score = new Score();
            foreach (var (one, alarms) in series.AsParallel().AsOrdered().Select(one => (one, detector.Alarms(one))))
            {
                score.Add(one, alarms);
            }

            Console.WriteLine(score.Row(detector.Name));
        }

        Console.WriteLine();
    }
}
