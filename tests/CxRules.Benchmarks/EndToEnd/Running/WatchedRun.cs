using System.Diagnostics;

namespace CxRules.Benchmarks.EndToEnd.Running;

/// <summary>One run of a program from start to exit.</summary>
/// <param name="Seconds">By the clock.</param>
/// <param name="Processor">Seconds of user and system time, of all its threads.</param>
/// <param name="Peak">Bytes: the most memory that was resident (`VmHWM`), looked at every ten milliseconds.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Failure">Why its times count for nothing; null where all is well.</param>
internal sealed record WatchedRun(double Seconds, double Processor, long Peak, string Output, string? Failure)
{
    private const string PeakLine = "VmHWM:";
    private const int ErrorLength = 300;

    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(10);

    public static WatchedRun Of(ProcessStartInfo start, TimeSpan limit)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var before = ProcessRun.ProcessorOfChildren();
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} does not start.");
        var peak = PeakOfAsync($"/proc/{process.Id}/status");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var ended = process.WaitForExit(limit);
        if (!ended)
        {
            process.Kill(entireProcessTree: true);
        }

        process.WaitForExit();
        var seconds = clock.Elapsed.TotalSeconds;
        var failure = !ended ? $"stopped after {limit.TotalSeconds:0} s" : process.ExitCode == 0 ? null : $"exit code {process.ExitCode}: {FirstOf(error.Result + output.Result)}";
        return new(seconds, ProcessRun.ProcessorOfChildren() - before, peak.Result, output.Result, failure);
    }

    private static async Task<long> PeakOfAsync(string status)
    {
        var peak = 0L;
        while (ReadPeak(status) is { } now)
        {
            peak = Math.Max(peak, now);
            await Task.Delay(s_interval).ConfigureAwait(false);
        }

        return peak;
    }

    /// <summary>Null where the process has ended (or where there is no such file system).</summary>
    private static long? ReadPeak(string status)
    {
        try
        {
            var line = File.ReadLines(status).FirstOrDefault(line => line.StartsWith(PeakLine, StringComparison.Ordinal));
            return line is null ? null : 1024 * long.Parse(line.AsSpan(PeakLine.Length, line.Length - PeakLine.Length - "kB".Length).Trim(), System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string FirstOf(string text) => text.Trim() is { Length: > ErrorLength } longer ? longer[..ErrorLength] : text.Trim();
}
