using System.Globalization;
using CxRules.Benchmarks.EndToEnd.RuleSets;
using CxRules.Benchmarks.EndToEnd.Running;

namespace CxRules.Benchmarks.EndToEnd.Sections;

/// <summary>A group for each customer: the most memory, everything included. One run, for it may take long.</summary>
internal static class CustomerMemory
{
    private const int ContactsPerCustomer = 10;
    private const long Target = 1024L * CxrulesProgram.Megabyte;

    /// <summary>Beyond it the target is missed anyway, and the machine is needed for other work.</summary>
    private const long Most = 4 * Target;

    public static bool Run(ReplayBench bench)
    {
        var rows = bench.Settings.Rows;
        var customers = rows / ContactsPerCustomer;
        var run = bench.Program.ReplayWithin(Most, CustomerProject.Write(bench.Folder("customers")), bench.Histories.Of(rows, customers));
        var peak = run.Peak / CxrulesProgram.Megabyte;
        var isMet = run.Failure is null && run.Peak <= Target;
        Console.WriteLine("| | contacts | customers | s | CPU s | peak MB | target MB | |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|---|");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| per customer, weekly volume, every day | {rows:N0} | {customers:N0} | {run.Seconds:0.0} | {run.Processor:0.0} | {peak} | {Target / CxrulesProgram.Megabyte} | {(isMet ? bench.Settings.IsJudged ? "met" : "" : "**missed**")} |"));
        if (run.Failure is not null)
        {
            Console.WriteLine($"\n**fails** (at most {Most / CxrulesProgram.Megabyte} MB were allowed): {run.Failure.ReplaceLineEndings(" ")}");
        }

        return isMet;
    }
}
