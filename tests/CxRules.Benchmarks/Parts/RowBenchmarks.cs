using BenchmarkDotNet.Attributes;
using CxRules.Benchmarks.EndToEnd.RuleSets;
using CxRules.Model.Contacts;
using CxRules.Runtime.Contacts;
using CxRules.Runtime.Matching;
using CxRules.Runtime.Sessions;
using CxRules.Streams;

namespace CxRules.Benchmarks.Parts;

/// <summary>What a row costs at each stage, with routing rules; times and bytes are a row's.</summary>
public class RowBenchmarks
{
    private Workload? _workload;
    private Matcher? _matcher;

    [Params(10, 100, 1000)]
    public int Rules { get; set; }

    private Workload Work => _workload ?? throw new InvalidOperationException("The benchmark is not set up.");

    [GlobalSetup]
    public void Prepare()
    {
        _workload = new(folder => RoutingProject.Write(folder, RoutingRules.Generate(Rules)));
        _matcher = new(_workload.Loaded.Plan.Populations, _workload.Dictionaries);
    }

    [GlobalCleanup]
    public void CleanUp() => _workload?.Delete();

    [Benchmark(OperationsPerInvoke = Workload.Rows)]
    public long Reading()
    {
        var dictionaries = Work.Loaded.NewDictionaries();
        using var reader = HistoryReader.Open(Work.Loaded.Source, [Work.History], dictionaries);
        var batch = new ContactBatch(dictionaries);
        while (reader.Read(batch))
        {
        }

        return reader.Received;
    }

    [Benchmark(OperationsPerInvoke = Workload.Rows)]
    public long Duplicates()
    {
        var door = new Door(Work.Dictionaries, DoorFindings.None, new ContestedContacts(Work.Dictionaries));
        var keys = new ContactKeys(Work.Dictionaries);
        var admitted = new bool[Work.Admitted.Length];
        foreach (var batch in Work.Batches)
        {
            var hashes = keys.Hash(batch).Span;
            door.Approach(hashes);
            door.Admit(batch, hashes, admitted);
        }

        return door.Bytes;
    }

    [Benchmark(OperationsPerInvoke = Workload.Rows)]
    public ulong Matching()
    {
        var matcher = _matcher ?? throw new InvalidOperationException("Nothing is set up.");
        var found = 0UL;
        foreach (var batch in Work.Batches)
        {
            for (var row = 0; row < batch.Count; row++)
            {
                matcher.Match(batch, row);
                found ^= matcher.Truth[0];
            }
        }

        return found;
    }

    [Benchmark(OperationsPerInvoke = Workload.Rows)]
    public Engine Counting() => Work.Count();
}
