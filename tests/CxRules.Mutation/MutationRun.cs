using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using CxRules.Mutation.Hosting;
using CxRules.Mutation.Mutants;
using CxRules.Mutation.Results;
using CxRules.Mutation.Running;

namespace CxRules.Mutation;

/// <summary>A mutation run from the engine's code to the table of docs/reliability.md.</summary>
internal static class MutationRun
{
    private const int Batch = 30;
    private const int NotMade = 2;

    /// <summary>0 where the score is good enough, 1 where it is not, 2 where there are no mutants.</summary>
    public static int Run(RunSettings settings)
    {
        var config = StrykerConfig.Read();
        var work = new WorkFolder(Repository.PathOf("artifacts/mutation"));
        if (Prepare(config, work, settings) is { } problem)
        {
            Console.Error.WriteLine(problem);
            return NotMade;
        }

        var report = StrykerReport.Read(work.Mutants);
        ImmutableArray<Mutant> asked = [.. report.Mutants.Where(mutant => IsAsked(mutant, settings))];
        var verdicts = Ask(asked, work, settings);
        var results = asked.Select(mutant => (mutant, verdicts[mutant.Id])).ToList();
        Print(results, report.NotCompiled);
        return ScoreTable.All(results).Percent >= config.Least ? 0 : 1;
    }

    private static string? Prepare(StrykerConfig config, WorkFolder work, RunSettings settings)
    {
        if (!settings.Resume && Directory.Exists(work.Path))
        {
            Directory.Delete(work.Path, recursive: true);
        }

        Directory.CreateDirectory(work.Path);
        return (File.Exists(work.Mutants) ? null : Make(config, work)) ?? (File.Exists(work.Coverage) ? null : Cover(work));
    }

    private static string? Make(StrykerConfig config, WorkFolder work)
    {
        Console.Error.WriteLine("Stryker makes the mutants …");
        return StrykerRun.Make(config, work);
    }

    private static string? Cover(WorkFolder work)
    {
        Console.Error.WriteLine("Which test reaches which mutants …");
        return HostProcess.Cover(work) ? null : "The tests have to pass without a mutant first.";
    }

    private static bool IsAsked(Mutant mutant, RunSettings settings) =>
        (settings.Only is null || mutant.Folder == settings.Only) && (settings.Ids.IsEmpty || settings.Ids.Contains(mutant.Id));

    private static Dictionary<int, Verdict> Ask(ImmutableArray<Mutant> asked, WorkFolder work, RunSettings settings)
    {
        var verdicts = Kept(work).Where(verdict => settings.Ids.IsEmpty).ToDictionary(verdict => verdict.Mutant);
        var batches = new ConcurrentQueue<int[]>(asked.Select(mutant => mutant.Id).Where(id => !verdicts.ContainsKey(id)).Chunk(Batch));
        var coverage = Coverage.Read(work.Coverage);
        using var file = new StreamWriter(work.Verdicts, append: true) { AutoFlush = true };
        Parallel.For(0, Math.Min(Environment.ProcessorCount, batches.Count), _ =>
        {
            using var host = new WarmHost(work, coverage);
            while (batches.TryDequeue(out var batch))
            {
                new Batches(host, Settle).Run([.. batch]);
            }
        });
        return verdicts;

        void Settle(Verdict verdict)
        {
            lock (verdicts)
            {
                verdicts[verdict.Mutant] = verdict;
                file.WriteLine(verdict);
                if (verdicts.Count % Batch == 0)
                {
                    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{verdicts.Count:N0} of {asked.Length:N0} mutants"));
                }
            }
        }
    }

    // The last verdict on a mutant counts: it may have been asked for again by its number.
    private static IEnumerable<Verdict> Kept(WorkFolder work) => File.Exists(work.Verdicts)
        ? File.ReadLines(work.Verdicts).Select(Verdict.Parse).GroupBy(verdict => verdict.Mutant).Select(again => again.Last())
        : [];

    private static void Print(List<(Mutant Mutant, Verdict Verdict)> results, int notCompiled)
    {
        foreach (var line in ScoreTable.Lines(results))
        {
            Console.WriteLine(line);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{notCompiled:N0} more do not compile."));
        foreach (var line in Survivors.Lines(results, KnownSurvivors.Read()))
        {
            Console.WriteLine(line);
        }
    }
}
