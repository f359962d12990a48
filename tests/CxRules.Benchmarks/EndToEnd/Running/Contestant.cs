using System.Collections.Immutable;

namespace CxRules.Benchmarks.EndToEnd.Running;

/// <summary>A program with its work, run several times.</summary>
/// <param name="start">Runs it once.</param>
/// <param name="read">What its output says it counted.</param>
internal sealed class Contestant(string name, Func<WatchedRun> start, Func<string, Tally> read)
{
    private readonly List<WatchedRun> _runs = [];

    public string Name => name;

    /// <summary>Why it takes no further part; null while it does.</summary>
    public string? Failure { get; private set; }

    /// <summary>What it counted; null where it has not run yet or failed.</summary>
    public Tally? Tally { get; private set; }

    public double Fastest => _runs.Min(run => run.Seconds);

    public double Median => Middle(run => run.Seconds);

    public double Processor => Middle(run => run.Processor);

    /// <summary>The most of all runs.</summary>
    public long Peak => _runs.Max(run => run.Peak);

    /// <summary>Of the last run.</summary>
    public string Output => _runs[^1].Output;

    /// <summary>A run that is not counted: files are then in the system's cache.</summary>
    public void WarmUp()
    {
        Run();
        _runs.Clear();
    }

    public void Run()
    {
        if (Failure is not null)
        {
            return;
        }

        var run = start();
        _runs.Add(run);
        Failure = run.Failure;
        if (Failure is null)
        {
            var tally = read(run.Output);
            Failure = Tally?.DifferencesTo(tally) is [var first, ..] ? $"two runs count differently: {first}" : null;
            Tally = tally;
        }
    }

    /// <summary>How often another takes as long: more than 1 where this one is the faster.</summary>
    public double TimesFasterThan(Contestant other, Func<Contestant, double> seconds) => seconds(other) / seconds(this);

    private double Middle(Func<WatchedRun, double> value)
    {
        ImmutableArray<double> sorted = [.. _runs.Select(value).Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
