using System.Globalization;

namespace CxRules.Benchmarks;

/// <summary>A command, what it may take, and what it took.</summary>
/// <param name="Target">Seconds by the clock that the median may take; null: it stands here for comparison.</param>
internal sealed record Measurement(string Name, double? Target, string Program, params string[] Arguments)
{
    private readonly List<ProcessRun> _runs = [];

    public bool Failed { get; private set; }

    public bool Missed => Failed || Median(run => run.Wall) > Target;

    /// <summary>A run that is not counted: files are then in the system's cache.</summary>
    public void WarmUp() => Failed = ProcessRun.Of(Program, Arguments) is null;

    public void Run()
    {
        if (!Failed && ProcessRun.Of(Program, Arguments) is { } run)
        {
            _runs.Add(run);
        }
        else
        {
            Failed = true;
        }
    }

    /// <summary>What it took beyond another command, turn by turn: the machine was then as busy for both.</summary>
    public Measurement Beyond(Measurement other, string name, double? target)
    {
        var beyond = new Measurement(name, target, Program, Arguments) { Failed = Failed || other.Failed };
        beyond._runs.AddRange(_runs.Zip(other._runs, (own, others) => new ProcessRun(own.Wall - others.Wall, own.Processor - others.Processor)));
        return beyond;
    }

    public string Row() => Failed
        ? $"| {Name} | failed | | | | {Shown(Target)} | **fails** |"
        : $"| {Name} | {Seconds(Median(run => run.Wall))} | {Seconds(_runs.Min(run => run.Wall))} | {Seconds(Median(run => run.Processor))} | {Seconds(_runs.Min(run => run.Processor))} | {Shown(Target)} | {Verdict()} |";

    private string Verdict() => Target is null ? "" : Missed ? "**missed**" : "met";

    private double Median(Func<ProcessRun, double> value)
    {
        var sorted = _runs.Select(value).Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Seconds(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Shown(double? target) => target?.ToString("0.0", CultureInfo.InvariantCulture) ?? "";
}
