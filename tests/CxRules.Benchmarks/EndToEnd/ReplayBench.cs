using CxRules.Benchmarks.EndToEnd.Histories;
using CxRules.Benchmarks.EndToEnd.Running;
using CxRules.Benchmarks.EndToEnd.Sections;

namespace CxRules.Benchmarks.EndToEnd;

/// <summary>What a section works with.</summary>
/// <param name="Peer">Null where it takes no part.</param>
/// <param name="WithoutPeer">Why it takes none.</param>
internal sealed record ReplayBench(ReplaySettings Settings, CxrulesProgram Program, DuckDb? Peer, string WithoutPeer, HistoryFiles Histories, string Scratch)
{
    private static readonly (string Name, Func<ReplayBench, bool> Run)[] s_sections =
    [
        ("start-up", StartUp.Run),
        ("routing", RoutingContest.Run),
        ("volume", VolumeContest.Run),
        ("customers", CustomerMemory.Run),
        ("stages", StageCosts.Run),
        ("latency", Latency.Run),
    ];

    /// <summary>The verb `replay`: 1 where the sides count differently or a target is missed.</summary>
    public static int Run(string[] args)
    {
        if (ReplaySettings.Read(args) is not { } settings)
        {
            return 1;
        }

        var sections = s_sections.Where(section => section.Name.Contains(settings.Only, StringComparison.Ordinal)).ToList();
        if (sections.Count == 0)
        {
            Console.Error.WriteLine($"--only takes a part of: {string.Join(", ", s_sections.Select(section => section.Name))}.");
            return 1;
        }

        var scratch = Directory.CreateTempSubdirectory("cxrules-replay-").FullName;
        try
        {
            var root = Repository.Root;
            var program = settings.Program ?? Builds.Cxrules(root, scratch);
            var peer = DuckDb.Install(root, scratch, out var because);
            var bench = new ReplayBench(settings, new(program), peer, because, new(scratch), scratch);
            Console.WriteLine($"{Machine.Description}, {settings.Rounds} runs each, load {Machine.Load} before");
            var isWell = true;
            foreach (var (name, run) in sections)
            {
                Console.WriteLine($"\n### {name}\n");
                isWell &= run(bench);
            }

            Console.WriteLine($"\nload {Machine.Load} after");
            return isWell ? 0 : 1;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    /// <summary>A new folder of that name.</summary>
    public string Folder(string name) => Path.Combine(Scratch, name);
}
