using System.Runtime.InteropServices;

namespace CxRules.Benchmarks;

/// <summary>What a table of times must say about where they were taken.</summary>
internal static class Machine
{
    private const string ProcessorInfo = "/proc/cpuinfo";

    public static string Description => $"{Environment.ProcessorCount} cores{Processor}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}";

    /// <summary>Processes that want a core, over the last minute.</summary>
    public static string Load => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static string Processor => File.Exists(ProcessorInfo)
        && File.ReadLines(ProcessorInfo).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line
        ? $" ({line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()})"
        : "";
}
