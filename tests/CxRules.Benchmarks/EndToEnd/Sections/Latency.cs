using System.Diagnostics;
using System.Globalization;
using CxRules.Benchmarks.EndToEnd.RuleSets;
using CxRules.Benchmarks.EndToEnd.Running;
using CxRules.Model.Contacts;
using CxRules.Runtime.Sessions;
using CxRules.Streams;

namespace CxRules.Benchmarks.EndToEnd.Sections;

/// <summary>In process: one contact in, its texts looked up among the known codes, to the rule that takes it out.</summary>
internal static class Latency
{
    private const int Rules = 100;
    private const int Decisions = 1_000_000;
    private const int WarmUps = 5;
    private const double MedianTarget = 2;
    private const double HighTarget = 20;

    public static bool Run(ReplayBench bench)
    {
        var loaded = LoadedPlan.Of(RoutingProject.Write(bench.Folder("latency"), RoutingRules.Generate(Rules)));
        var desk = new ContactDesk(loaded);
        var (contacts, expected) = Read(loaded, desk, bench.Histories.Of(ReplaySettings.LeastRows));
        var decided = new Tally();
        foreach (var contact in contacts)
        {
            if (desk.Decide(contact) is >= 0 and var rule)
            {
                decided.Add(desk.Rules[rule].Id, 1);
            }
        }

        if (decided.DifferencesTo(expected) is [var difference, ..])
        {
            Console.WriteLine($"**One by one the contacts are decided otherwise than in a replay**: {difference}.");
            return false;
        }

        var (microseconds, bytes) = Measure(desk, contacts);
        Array.Sort(microseconds);
        var (median, high, highest) = (microseconds[Decisions / 2], microseconds[Decisions / 100 * 99], microseconds[^1]);
        var verdicts = new[] { median <= MedianTarget, high <= HighTarget, bytes == 0 };
        Console.WriteLine("| one contact in to decision out | p50 µs | p99 µs | most µs | bytes allocated | |");
        Console.WriteLine("|---|--:|--:|--:|--:|---|");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {Rules} rules, {Decisions:N0} decisions | {median:0.00} | {high:0.00} | {highest:0} | {bytes} | {string.Join(", ", verdicts.Select(isMet => isMet ? "met" : "**missed**"))} |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| target | {MedianTarget} | {HighTarget} | | 0 | |"));
        Console.WriteLine("\nRule by rule as many contacts as a replay of the same file.");
        return verdicts.All(isMet => isMet);
    }

    /// <summary>Contacts, and how many of them the engine routes by each rule.</summary>
    private static (List<ArrivingContact> Contacts, Tally Expected) Read(LoadedPlan loaded, ContactDesk desk, string history)
    {
        var contacts = new List<ArrivingContact>();
        var dictionaries = loaded.NewDictionaries();
        using var reader = HistoryReader.Open(loaded.Source, [history], dictionaries);
        var engine = new Engine(loaded.Plan, dictionaries);
        var batch = new ContactBatch(dictionaries);
        var admitted = new bool[batch.Capacity];
        Array.Fill(admitted, true);
        while (reader.Read(batch))
        {
            engine.Count(batch, admitted);
            contacts.AddRange(Enumerable.Range(0, batch.Count).Select(row => desk.Arriving(batch, row)));
        }

        var expected = new Tally();
        foreach (var route in engine.Decide().Routes)
        {
            expected.Add(route.Rule.Id, route.Contacts);
        }

        return (contacts, expected);
    }

    private static (double[] Microseconds, long Bytes) Measure(ContactDesk desk, List<ArrivingContact> contacts)
    {
        var times = new double[Decisions];
        for (var warmUp = 0; warmUp < WarmUps; warmUp++)
        {
            Decide(desk, contacts, times);
        }

        GC.Collect();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Decide(desk, contacts, times);
        return (times, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Decide(ContactDesk desk, List<ArrivingContact> contacts, double[] times)
    {
        for (var i = 0; i < times.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            desk.Decide(contacts[i % contacts.Count]);
            times[i] = (Stopwatch.GetTimestamp() - start) * 1e6 / Stopwatch.Frequency;
        }
    }
}
