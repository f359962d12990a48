using System.Diagnostics;
using System.Globalization;
using CxRules.Benchmarks.EndToEnd.RuleSets;
using CxRules.Benchmarks.EndToEnd.Running;
using CxRules.Model.Contacts;
using CxRules.Runtime.Contacts;
using CxRules.Runtime.Sessions;
using CxRules.Streams;

namespace CxRules.Benchmarks.EndToEnd.Sections;

/// <summary>
/// What the stages of a replay take of a row: the same history through one stage more each time, on one thread of this process. No user can do
/// without the check for duplicates, so its share is taken here.
/// </summary>
internal static class StageCosts
{
    private const int Rules = 100;

    private static readonly Stage[] s_stages = Enum.GetValues<Stage>();

    private enum Stage
    {
        Reading,
        Duplicates,
        Counting,
        Deciding,
    }

    public static bool Run(ReplayBench bench)
    {
        var history = bench.Histories.Of(bench.Settings.Rows);
        Print(bench, $"routing, {Rules} rules", LoadedPlan.Of(RoutingProject.Write(bench.Folder("stages-routing"), RoutingRules.Generate(Rules))), history);
        Console.WriteLine();
        Print(bench, "60 dispositions, weekly volume", LoadedPlan.Of(VolumeProject.Write(bench.Folder("stages-volume"))), history);
        return true;
    }

    private static void Print(ReplayBench bench, string name, LoadedPlan loaded, string history)
    {
        var warmUp = bench.Histories.Of(ReplaySettings.LeastRows);
        var fastest = s_stages.ToDictionary(stage => stage, _ => double.MaxValue);
        var ids = 0L;
        foreach (var stage in s_stages)
        {
            Pass(loaded, warmUp, stage);
        }

        for (var round = 0; round < bench.Settings.Rounds; round++)
        {
            foreach (var stage in s_stages)
            {
                var (seconds, bytes) = Pass(loaded, history, stage);
                fastest[stage] = Math.Min(fastest[stage], seconds);
                ids = Math.Max(ids, bytes);
            }
        }

        double Nanoseconds(Stage stage) => (fastest[stage] - (stage == Stage.Reading ? 0 : fastest[stage - 1])) * 1e9 / bench.Settings.Rows;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: reading {Nanoseconds(Stage.Reading):0} ns/row, duplicate check {Nanoseconds(Stage.Duplicates):0} ns/row and {(double)ids / bench.Settings.Rows:0.0} bytes an id, matching and counting {Nanoseconds(Stage.Counting):0} ns/row, evaluation and ledger {fastest[Stage.Deciding] - fastest[Stage.Counting]:0.000} s."));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The duplicate check is {100 * Nanoseconds(Stage.Duplicates) * bench.Settings.Rows / 1e9 / fastest[Stage.Deciding]:0.0} % of all that."));
    }

    private static (double Seconds, long Ids) Pass(LoadedPlan loaded, string history, Stage last)
    {
        GC.Collect();
        var dictionaries = loaded.NewDictionaries();
        var clock = Stopwatch.StartNew();
        using var reader = HistoryReader.Open(loaded.Source, [history], dictionaries);
        var door = new Door(dictionaries, DoorFindings.None, new ContestedContacts(dictionaries));
        var keys = new ContactKeys(dictionaries);
        var engine = new Engine(loaded.Plan, dictionaries);
        var batch = new ContactBatch(dictionaries);
        var admitted = new bool[batch.Capacity];
        while (reader.Read(batch))
        {
            if (last >= Stage.Duplicates)
            {
                var hashes = keys.Hash(batch).Span;
                door.Approach(hashes);
                door.Admit(batch, hashes, admitted);
            }

            if (last >= Stage.Counting)
            {
                engine.Count(batch, admitted);
            }
        }

        if (last >= Stage.Deciding)
        {
            engine.Decide();
        }

        return (clock.Elapsed.TotalSeconds, door.Bytes);
    }
}
