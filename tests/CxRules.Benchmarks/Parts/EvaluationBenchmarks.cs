using BenchmarkDotNet.Attributes;
using CxRules.Benchmarks.EndToEnd.Histories;
using CxRules.Benchmarks.EndToEnd.RuleSets;
using CxRules.Runtime.Sessions;

namespace CxRules.Benchmarks.Parts;

/// <summary>What an evaluation of a weekly volume against its baseline costs, cases and ledger included; times and bytes are an evaluation's.</summary>
public class EvaluationBenchmarks
{
    private const int Evaluations = 60 * HistoryCalendar.Days;

    private Workload? _workload;
    private Engine? _engine;

    [GlobalSetup]
    public void Prepare()
    {
        _workload = new(VolumeProject.Write);
        _engine = _workload.Count();
    }

    [GlobalCleanup]
    public void CleanUp() => _workload?.Delete();

    [Benchmark(OperationsPerInvoke = Evaluations)]
    public Decisions? Evaluation() => _engine?.Decide();
}
