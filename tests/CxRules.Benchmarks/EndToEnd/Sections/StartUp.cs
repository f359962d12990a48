using CxRules.Benchmarks.EndToEnd.RuleSets;
using CxRules.Benchmarks.EndToEnd.Running;

namespace CxRules.Benchmarks.EndToEnd.Sections;

/// <summary>From the text of the rules to the first decisions: routing over a history of ten contacts, the process cold.</summary>
internal static class StartUp
{
    public const int Rows = 10;

    private const int JudgedRules = 1000;
    private const double Target = 0.8;

    public static bool Run(ReplayBench bench) => Contest.Run([.. bench.Settings.Rules.Select(rules => Duel(bench, rules))], bench.Settings.Rounds, duel => duel.Limit is not null);

    public static Duel Duel(ReplayBench bench, int rules)
    {
        var folder = RoutingProject.Write(bench.Folder($"start-{rules}"), RoutingRules.Generate(rules));
        var history = bench.Histories.Of(Rows);
        return new($"{rules:N0} rules, {Rows} contacts", Rows, new("cxrules", () => bench.Program.Replay(folder, history), ReplayOutput.Departments), null) { Limit = rules == JudgedRules ? Target : null };
    }
}
