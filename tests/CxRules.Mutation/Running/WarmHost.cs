using System.Globalization;
using CxRules.Mutation.Hosting;

namespace CxRules.Mutation.Running;

/// <summary>One process for many mutants; but those that act once in a process have one each, as they would miss that moment in any other.</summary>
internal sealed class WarmHost : IMutantHost, IDisposable
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MostOfClean = TimeSpan.FromMinutes(5);
    private const double PerMillisecond = 1.5;

    // For a host to end the test by itself.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private readonly WorkFolder _work;
    private readonly HashSet<int> _once;
    private readonly Dictionary<int, double> _milliseconds;
    private HostProcess _process;

    public WarmHost(WorkFolder work, Coverage coverage)
    {
        _work = work;
        _once = [.. coverage.Once];
        _milliseconds = coverage.MillisecondsByMutant();
        _process = Warm(work);
    }

    public bool IsLost { get; private set; }

    public bool IsClean() => _process.Ask(MutantHost.Clean, MostOfClean, out _) == MutantHost.Clean;

    public Verdict Ask(int mutant)
    {
        if (_once.Contains(mutant))
        {
            using var own = HostProcess.Start(_work, mutant);
            return Verdict.Of(mutant, Ask(own, mutant, out _));
        }

        var verdict = Verdict.Of(mutant, Ask(_process, mutant, out var isLost));
        IsLost = isLost;
        return verdict;
    }

    public void Restart()
    {
        _process.Dispose();
        _process = Warm(_work);
        IsLost = false;
    }

    public void Dispose() => _process.Dispose();

    private string Ask(HostProcess process, int mutant, out bool isLost)
    {
        var most = Least + TimeSpan.FromMilliseconds(PerMillisecond * _milliseconds.GetValueOrDefault(mutant));
        return process.Ask(string.Create(CultureInfo.InvariantCulture, $"{mutant} {most.TotalMilliseconds:0}"), most + Grace, out isLost);
    }

    private static HostProcess Warm(WorkFolder work)
    {
        var process = HostProcess.Start(work, MutatedBuild.NoMutant);
        var answer = process.Ask(MutantHost.Clean, MostOfClean, out _);
        return answer == MutantHost.Clean ? process : throw new InvalidOperationException($"Without a mutant: {answer}.");
    }
}
