using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CxRules.Benchmarks.EndToEnd.Running;

/// <summary>`cxrules` as it is published, with two processors.</summary>
internal sealed partial class CxrulesProgram(string path)
{
    public const int Processors = 2;

    public const int Megabyte = 1024 * 1024;

    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(10);

    /// <summary>`replay RULES --history FILE --format json`.</summary>
    public WatchedRun Replay(string rules, string history) => WatchedRun.Of(Start(rules, history), s_limit);

    /// <summary>The same where the process may keep so much memory alive and no more: it fails beyond.</summary>
    public WatchedRun ReplayWithin(long bytes, string rules, string history)
    {
        var start = Start(rules, history);
        start.Environment["DOTNET_GCHeapHardLimit"] = bytes.ToString("X", CultureInfo.InvariantCulture);
        return WatchedRun.Of(start, s_limit);
    }

    /// <summary>Bytes that telling duplicates apart took, as the program itself says in its notes; null where it does not.</summary>
    public static long? BytesOfIds(string output) =>
        Megabytes().Match(output) is { Success: true } found ? (long)(double.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture) * Megabyte) : null;

    private ProcessStartInfo Start(string rules, string history)
    {
        var start = new ProcessStartInfo(path, ["replay", rules, "--history", history, "--format", "json", "--quiet"]);
        start.Environment["DOTNET_PROCESSOR_COUNT"] = Processors.ToString(CultureInfo.InvariantCulture);
        return start;
    }

    [GeneratedRegex(@"Telling duplicates apart took ([0-9.]+) MB", RegexOptions.NonBacktracking)]
    private static partial Regex Megabytes();
}
