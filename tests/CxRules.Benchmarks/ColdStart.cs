using System.Globalization;
using System.Runtime.InteropServices;

namespace CxRules.Benchmarks;

/// <summary>
/// Whole-process times of the published program, from start to exit, beside those of an empty program and of a peer. The commands take
/// turns, so that a busy minute of the machine falls on all of them alike.
/// </summary>
internal static class ColdStart
{
    private const int DefaultRuns = 9;
    private const int FewRules = 14;
    private const int ManyRules = 1_000;
    private const string Version = "cxrules --version";
    private const string CheckOfMany = "check of 1,000 generated rules";

    public static int Run(string[] args)
    {
        var root = Repository.Root;
        var scratch = Directory.CreateTempSubdirectory("cxrules-cold-").FullName;
        try
        {
            var runs = int.Parse(Arguments.Value(args, "--runs") ?? DefaultRuns.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            var measurements = Measurements(root, scratch, Arguments.Value(args, "--program") ?? Builds.Cxrules(root, scratch)).ToArray();
            var load = Machine.Load;
            Take(measurements, runs);
            measurements = [.. measurements, FromTextToBound(measurements)];
            Print(measurements, runs, load);
            return measurements.Any(measurement => measurement.Missed) ? 1 : 0;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static IEnumerable<Measurement> Measurements(string root, string scratch, string program)
    {
        var boston = Path.Combine(root, "rules", "boston-311");
        var many = RuleGenerator.Write(Path.Combine(scratch, "rules"), ManyRules);
        yield return new("an empty .NET program", null, Builds.Empty(scratch));
        yield return new(Version, null, program, "--version");
        yield return new("check of rules/boston-311", 0.3, program, "check", boston);
        yield return new(CheckOfMany, 0.8, program, "check", many);
        yield return new("check of 4,000 generated rules", null, program, "check", RuleGenerator.Write(Path.Combine(scratch, "more"), 4 * ManyRules));
        yield return new("replay of Boston's half year, rules/boston-311", 1.5, program, "replay", boston);
        yield return new("replay of the telecom year, the card's sentence", 2.0, program, "replay", Path.Combine(root, "samples", "telecom", "billing-confusion.cxr"));
        yield return new("replay of the telecom year, rules/telecom", null, program, "replay", Path.Combine(root, "rules", "telecom"));
        if (Promtool.Find() is { } promtool)
        {
            yield return Promtool.Check(promtool, scratch, FewRules);
            yield return Promtool.Check(promtool, scratch, ManyRules);
        }
    }

    /// <summary>Less the start of the program. Finding the files, lints and the report are in it, so that the rules alone take less, never more.</summary>
    private static Measurement FromTextToBound(Measurement[] measurements) =>
        measurements.First(measurement => measurement.Name == CheckOfMany)
            .Beyond(measurements.First(measurement => measurement.Name == Version), "1,000 rules from text to bound: their check less `--version`", 0.5);

    private static void Take(Measurement[] measurements, int runs)
    {
        foreach (var measurement in measurements)
        {
            measurement.WarmUp();
        }

        for (var run = 0; run < runs; run++)
        {
            foreach (var measurement in measurements)
            {
                measurement.Run();
            }
        }
    }

    private static void Print(Measurement[] measurements, int runs, string load)
    {
        Console.WriteLine($"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, {runs} runs each, load {load} before and {Machine.Load} after");
        Console.WriteLine();
        Console.WriteLine("| whole process | median s | fastest s | median CPU s | least CPU s | target s | |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|---|");
        foreach (var measurement in measurements)
        {
            Console.WriteLine(measurement.Row());
        }

        if (Promtool.Find() is null)
        {
            Console.WriteLine();
            Console.WriteLine("Skipped: `promtool check rules`, for promtool is not on the path (Debian: package prometheus).");
        }
    }
}
