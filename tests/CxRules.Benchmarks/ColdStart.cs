using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace CxRules.Benchmarks;

/// <summary>
/// Whole-process times of the published program, from start to exit: the median of several runs after one that is thrown away. A run
/// that ends with another exit code than expected is a failure, not a time.
/// </summary>
internal static class ColdStart
{
    private const int DefaultRuns = 9;
    private const int GeneratedRules = 1_000;

    public static int Run(string[] args)
    {
        var root = Repository();
        var scratch = Directory.CreateTempSubdirectory("cxrules-cold-").FullName;
        try
        {
            var program = Value(args, "--program") ?? Publish(root, scratch);
            var runs = int.Parse(Value(args, "--runs") ?? DefaultRuns.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            Measurement[] measurements =
            [
                new("start and exit (--version)", null, ["--version"]),
                new("check of rules/boston-311", 0.3, ["check", Path.Combine(root, "rules", "boston-311")]),
                new("check of 1,000 generated rules", 0.8, ["check", RuleGenerator.Write(Path.Combine(scratch, "thousand"), GeneratedRules)]),
                new("replay of rules/boston-311", 1.5, ["replay", Path.Combine(root, "rules", "boston-311")]),
                new("replay of rules/telecom", 2.0, ["replay", Path.Combine(root, "rules", "telecom")]),
            ];
            Console.WriteLine($"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, median of {runs} cold runs");
            Console.WriteLine();
            Console.WriteLine("| whole process | median s | fastest s | slowest s | target s | |");
            Console.WriteLine("|---|--:|--:|--:|--:|---|");
            return measurements.Select(measurement => Measure(program, measurement, runs)).ToArray().Max();
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static int Measure(string program, Measurement measurement, int runs)
    {
        Time(program, measurement.Arguments);
        var times = Enumerable.Range(0, runs).Select(_ => Time(program, measurement.Arguments)).Order().ToArray();
        if (times.Contains(null))
        {
            Console.WriteLine($"| {measurement.Name} | failed | | | {measurement.Target} | **fails** |");
            return 1;
        }

        var median = times[runs / 2] ?? 0;
        var verdict = measurement.Target is not { } target ? "" : median <= target ? "met" : "**missed**";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {measurement.Name} | {median:0.000} | {times[0]:0.000} | {times[^1]:0.000} | {measurement.Target:0.0} | {verdict} |"));
        return verdict == "**missed**" ? 1 : 0;
    }

    /// <summary>Seconds; null where the program fails.</summary>
    private static double? Time(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var seconds = clock.Elapsed.TotalSeconds;
        if (process.ExitCode == 0)
        {
            return seconds;
        }

        Console.Error.WriteLine($"cxrules {string.Join(' ', arguments)}: exit code {process.ExitCode}: {error.Result}");
        return null;
    }

    private static string Publish(string root, string scratch)
    {
        var folder = Path.Combine(scratch, "program");
        string[] arguments = ["publish", Path.Combine(root, "engine", "CxRules.Cli"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "-o", folder, "-nologo", "-v", "quiet"];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments)) ?? throw new InvalidOperationException("dotnet does not start.");
        process.WaitForExit();
        return process.ExitCode == 0 ? Path.Combine(folder, "cxrules") : throw new InvalidOperationException("cxrules cannot be published.");
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CxRules.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("CxRules.sln is not above the benchmarks.");
        }

        return folder;
    }

    private static string? Value(string[] args, string option)
    {
        var at = Array.IndexOf(args, option);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }

    private sealed record Measurement(string Name, double? Target, string[] Arguments);
}
