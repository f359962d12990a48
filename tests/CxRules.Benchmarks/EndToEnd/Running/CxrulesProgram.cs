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

    private readonly Dictionary<string, long?> _bytesOfIds = new(StringComparer.Ordinal);

    /// <summary>`replay RULES --history FILE --format json`.</summary>
    /// <param name="more">Further options.</param>
    public WatchedRun Replay(string rules, string history, params string[] more) => WatchedRun.Of(Start(rules, history, more), s_limit);

    /// <summary>The same where the process may keep so much memory alive and no more: it fails beyond.</summary>
    public WatchedRun ReplayWithin(long bytes, string rules, string history)
    {
        var start = Start(rules, history, []);
        start.Environment["DOTNET_GCHeapHardLimit"] = bytes.ToString("X", CultureInfo.InvariantCulture);
        return WatchedRun.Of(start, s_limit);
    }

    /// <summary>Bytes that telling duplicates apart takes for a history, as the program itself reports them; null where it fails.</summary>
    public long? BytesOfIds(string rules, string history)
    {
        if (!_bytesOfIds.TryGetValue(history, out var bytes))
        {
            var report = Path.Combine(rules, "report.md");
            var run = Replay(rules, history, "--report", $"markdown={report}");
            bytes = run.Failure is null && Megabytes().Match(File.ReadAllText(report)) is { Success: true } found
                ? (long)(double.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture) * Megabyte)
                : null;
            _bytesOfIds.Add(history, bytes);
        }

        return bytes;
    }

    private ProcessStartInfo Start(string rules, string history, string[] more)
    {
        var start = new ProcessStartInfo(path, ["replay", rules, "--history", history, "--format", "json", "--quiet", .. more]);
        start.Environment["DOTNET_PROCESSOR_COUNT"] = Processors.ToString(CultureInfo.InvariantCulture);
        return start;
    }

    [GeneratedRegex(@"Telling duplicates apart took ([0-9.]+) MB", RegexOptions.NonBacktracking)]
    private static partial Regex Megabytes();
}
