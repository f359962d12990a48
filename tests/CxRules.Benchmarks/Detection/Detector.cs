using CxRules.Benchmarks.Simulation;
using CxRules.Runtime.Baselines;

namespace CxRules.Benchmarks.Detection;

/// <summary>A way to tell alarms, by position of a series.</summary>
internal sealed record Detector(string Name, Func<LabelledSeries, bool[]> Alarms)
{
    private const double Level = 0.001;
    private const double Ratio = 1.3;
    private const int Windows = 8;
    private const int Least = 4;
    private const int FarringtonWindows = 26;
    private const int FarringtonLag = 2;

    private static readonly Dictionary<Step, (string Condition, string? Every)> Measures = new()
    {
        [Step.Hour] = ("hourly volume", null),
        [Step.Day] = ("daily volume", null),
        [Step.Week] = ("weekly volume", "monday"),
    };

    /// <summary>Those of the table in statistics.md, ours last.</summary>
    public static IEnumerable<Detector> All =>
    [
        Each("ratio 1.3 alone", (before, y) => y > Ratio * Median(before)),
        Each("ratio 1.3 and Poisson .001", (before, y) => y > Ratio * Median(before) && Distributions.CountAtLeast(y, Mean(before), Mean(before)) < Level),
        Each("negative binomial plug-in .001", (before, y) => Distributions.CountAtLeast(y, Mean(before), Variance(before)) < Level),
        At("EARS C1", Ears.C1),
        At("EARS C2", Ears.C2),
        At("EARS C3", Ears.C3),
        new("Farrington-like, 24 windows", series => [.. series.Counts.Select((count, position) => IsBeyondFarrington(series, position))]),
        Each("median + 5 MAD", (before, y) => y > Median(before) + (5 * 1.4826 * Median([.. before.Select(count => Math.Abs(count - Median(before)))]))),
        Rule("ours: ratio 1.3 and the guard", "{0} > baseline × 1.3", "{ chance guard: 0.001 }"),
    ];

    /// <summary>Changes of our default that were tried.</summary>
    public static IEnumerable<Detector> Tried =>
    [
        Rule("ours, `beyond chance` without the ratio", "{0} beyond chance", "{}"),
        Rule("ours, ratio 1.5", "{0} > baseline × 1.5", "{ chance guard: 0.001 }"),
        Rule("ours, guard 0.01", "{0} > baseline × 1.3", "{ chance guard: 0.01 }"),
        Rule("ours, guard 0.003", "{0} > baseline × 1.3", "{ chance guard: 0.003 }"),
        Rule("ours, 6 windows", "{0} > baseline × 1.3", "{ chance guard: 0.001, windows: 6 }"),
        Rule("ours, 12 windows", "{0} > baseline × 1.3", "{ chance guard: 0.001, windows: 12 }"),
        Rule("ours, 16 windows", "{0} > baseline × 1.3", "{ chance guard: 0.001, windows: 16 }"),
        Rule("ours, mean", "{0} > baseline × 1.3", "{ chance guard: 0.001, method: mean }"),
        Rule("ours, trimmed mean", "{0} > baseline × 1.3", "{ chance guard: 0.001, method: trimmed mean }"),
        Rule("ours, ewma", "{0} > baseline × 1.3", "{ chance guard: 0.001, method: ewma }"),
    ];

    private static Detector Rule(string name, string condition, string baseline)
    {
        var rules = Measures.ToDictionary(measure => measure.Key, measure => new Lazy<EngineRule>(() => new(string.Format(null, condition, measure.Value.Condition), measure.Value.Every, baseline)));
        return new(name, series => rules[series.Step].Value.Alarms(series));
    }

    private static Detector At(string name, Func<long[], int, bool> isAlarm) =>
        new(name, series => [.. series.Counts.Select((_, position) => isAlarm(series.Counts, position))]);

    /// <summary>A test of a count against the same weekdays (hours, weeks) of the 8 weeks before.</summary>
    private static Detector Each(string name, Func<double[], long, bool> isAlarm) => new(name, series =>
        [.. series.Counts.Select((count, position) => series.Before(position, Windows) is { Length: >= Least } before && isAlarm(before, count))]);

    private static bool IsBeyondFarrington(LabelledSeries series, int position)
    {
        var before = series.Before(position, FarringtonWindows);
        return before.Length >= FarringtonLag + Windows
            ? Farrington.Of(before[FarringtonLag..], [.. Enumerable.Range(FarringtonLag + 1, before.Length - FarringtonLag).Select(week => (double)-week)]).PValue(series.Counts[position]) < Level
            : before.Length >= Least && Farrington.Of(before, [.. Enumerable.Range(1, before.Length).Select(week => (double)-week)]).PValue(series.Counts[position]) < Level;
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>At least what half a contact in all windows would make: a mean of 0 allows nothing.</summary>
    private static double Mean(double[] values) => Math.Max(values.Average(), 0.5 / values.Length);

    private static double Variance(double[] values) => values.Sum(value => (value - values.Average()) * (value - values.Average())) / (values.Length - 1);
}
