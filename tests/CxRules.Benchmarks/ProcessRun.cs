using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CxRules.Benchmarks;

/// <summary>One run of a program from start to exit, in seconds.</summary>
/// <param name="Wall">By the clock, the load of the machine included.</param>
/// <param name="Processor">User and system time of all its threads.</param>
internal readonly record struct ProcessRun(double Wall, double Processor)
{
    private const int Children = -1;
    private const int UsageLength = 18;

    /// <summary>Null, with a line on standard error, where the program ends with another exit code than 0.</summary>
    public static ProcessRun? Of(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var before = ProcessorOfChildren();
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var wall = clock.Elapsed.TotalSeconds;
        if (process.ExitCode == 0)
        {
            return new(wall, ProcessorOfChildren() - before);
        }

        Console.Error.WriteLine($"{Path.GetFileName(program)} {string.Join(' ', arguments)}: exit code {process.ExitCode}: {error.Result}{output}");
        return null;
    }

    /// <summary>User and system time of all processes that this one has started and that have ended.</summary>
    public static double ProcessorOfChildren()
    {
        var usage = new long[UsageLength];
        return GetUsage(Children, usage) == 0
            ? usage[0] + usage[2] + ((usage[1] + usage[3]) / 1e6)
            : throw new InvalidOperationException("getrusage fails.");
    }

    /// <summary>`struct rusage` of 64-bit Linux begins with seconds and microseconds, first the user's, then the system's.</summary>
    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetUsage(int who, [Out] long[] usage);
}
