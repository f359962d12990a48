using System.Diagnostics;
using System.Globalization;
using CxRules.Mutation.Hosting;

namespace CxRules.Mutation.Running;

/// <summary>A process of this program that answers for mutants.</summary>
internal sealed class HostProcess : IDisposable
{
    // The tests need a few hundred megabytes; a mutant that fills the memory ends its process, not the machine.
    private const string MostMemory = "80000000";

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    // One that waits for ever needs no processor.
    private const int ClockPerProcessor = 10;

    private readonly Process _process;

    private HostProcess(Process process) => _process = process;

    /// <param name="mutant">Active from the start on.</param>
    public static HostProcess Start(WorkFolder work, int mutant)
    {
        var process = Open(
            [MutantHost.Verb, work.Path, mutant.ToString(CultureInfo.InvariantCulture)],
            start => (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true));
        // A mutant that recurses for ever ends with the whole stack.
        process.BeginErrorReadLine();
        return new(process);
    }

    /// <summary>False where a test fails without a mutant.</summary>
    public static bool Cover(WorkFolder work)
    {
        using var process = Open([CoverageHost.Verb, work.Path], _ => { });
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    /// <summary>The answer, or `Timeout`, or that the process ended; the last two are the end of it.</summary>
    /// <param name="processor">How much time of a processor the answer may take. A busy machine makes no time-out.</param>
    public string Ask(string question, TimeSpan processor, out bool isLost)
    {
        var before = _process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        _process.StandardInput.WriteLine(question);
        _process.StandardInput.Flush();
        var answer = _process.StandardOutput.ReadLineAsync();
        while (!answer.Wait(Look))
        {
            _process.Refresh();
            if (!_process.HasExited && (_process.TotalProcessorTime - before > processor || clock.Elapsed > ClockPerProcessor * processor))
            {
                isLost = true;
                return $"{Outcome.Timeout} {clock.Elapsed.TotalSeconds:0} s";
            }
        }

        isLost = answer.Result is null;
        return answer.Result ?? $"{Outcome.Killed} the process ended";
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static Process Open(string[] arguments, Action<ProcessStartInfo> redirect)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath ?? throw new InvalidOperationException("No program runs."), arguments)
        {
            Environment = { ["DOTNET_GCHeapHardLimit"] = MostMemory, ["DOTNET_TieredPGO"] = "0" },
        };
        redirect(start);
        return Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} does not start.");
    }
}
