using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace CxRules.Benchmarks.Parts;

/// <summary>The verb `parts`: BenchmarkDotNet over the parts of a replay, in this process, for the engine's internals are measured.</summary>
internal static class EngineParts
{
    public static int Run(string[] args)
    {
        var scratch = Directory.CreateTempSubdirectory("cxrules-parts-").FullName;
        try
        {
            var config = ManualConfig.CreateEmpty()
                .AddJob(Job.Default.WithToolchain(InProcessNoEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(7))
                .AddColumnProvider(DefaultColumnProviders.Instance)
                .AddDiagnoser(MemoryDiagnoser.Default)
                .AddLogger(ConsoleLogger.Default)
                .WithOptions(ConfigOptions.DisableOptimizationsValidator)
                .WithArtifactsPath(scratch);
            string[] filter = Arguments.Value(args, "--only") is { } only ? ["--filter", $"*{only}*"] : ["--filter", "*"];
            var summaries = BenchmarkSwitcher.FromTypes([typeof(RowBenchmarks), typeof(EvaluationBenchmarks)]).Run(filter, config);
            return summaries.Any() && summaries.All(summary => summary.Reports.All(report => report.Success)) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }
}
