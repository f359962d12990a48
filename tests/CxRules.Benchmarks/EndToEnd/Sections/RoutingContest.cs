using System.Collections.Immutable;
using System.Globalization;
using CxRules.Benchmarks.EndToEnd.RuleSets;
using CxRules.Benchmarks.EndToEnd.Running;

namespace CxRules.Benchmarks.EndToEnd.Sections;

/// <summary>First-match routing, from file to counts, and what more rows and more rules cost.</summary>
internal static class RoutingContest
{
    private const long Memory = 200L * CxrulesProgram.Megabyte;
    private const int Tenth = 10;

    /// <summary>Ten times the rows: a tenth above ten times the time is the machine's noise, not growth.</summary>
    private const double Linear = 1.1;

    private const double MostForRules = 1.6;

    private static readonly Dictionary<int, (double Rate, double Times)> s_targets = new() { [100] = (7e6, 2), [1000] = (5e6, 8) };

    public static bool Run(ReplayBench bench)
    {
        var (rows, rules) = (bench.Settings.Rows, bench.Settings.Rules);
        var middle = rules[rules.Length / 2];
        var whole = rules.Select(count => Duel(bench, count, rows)).ToImmutableArray();
        var few = Duel(bench, middle, rows / Tenth);
        var start = StartUp.Duel(bench, middle);
        var isWell = Contest.Run([.. whole, few, start], bench.Settings.Rounds, duel => bench.Settings.IsJudged && duel.Rows == rows);
        if (whole.Append(few).Append(start).Any(duel => duel.Ours.Failure is not null))
        {
            return false;
        }

        if (whole.All(duel => duel.IsFought))
        {
            Console.WriteLine(DuckDb.Describe(whole.Select(duel => duel.Peer).OfType<Contestant>()));
        }

        Console.WriteLine();
        var (first, last) = (whole[0].Ours, whole[^1].Ours);
        var perRow = (whole[rules.Length / 2].Ours.Median - start.Ours.Median) / rows / ((few.Ours.Median - start.Ours.Median) / (rows / Tenth));
        isWell &= Judge(bench, $"{rows / Tenth:N0} → {rows:N0} rows at {middle:N0} rules, time of a row beyond the start", perRow, Linear);
        return rules.Length == 1
            ? isWell
            : Judge(bench, $"{rules[0]:N0} → {rules[^1]:N0} rules, time of the whole process", last.Median / first.Median, MostForRules) && isWell;
    }

    private static Duel Duel(ReplayBench bench, int count, int rows)
    {
        var rules = RoutingRules.Generate(count);
        var folder = RoutingProject.Write(bench.Folder($"routing-{count}"), rules);
        var history = bench.Histories.Of(rows);
        var target = s_targets.TryGetValue(count, out var wanted) && rows == bench.Settings.Rows ? wanted : default;
        return new(
            $"{count:N0} rules, {rows:N0} contacts",
            rows,
            new("cxrules", () => bench.Program.Replay(folder, history), ReplayOutput.Departments),
            bench.Peer is null ? null : new("DuckDB", bench.Peer.Query($"routing-{count}-{rows}", RoutingProject.Sql(history, rules)), DuckDb.Departments))
        {
            Rate = target.Rate > 0 ? target.Rate : null,
            Times = target.Times > 0 ? target.Times : null,
            Memory = target.Rate > 0 ? Memory : null,
            Skipped = bench.Peer is null ? bench.WithoutPeer : null,
        };
    }

    private static bool Judge(ReplayBench bench, string what, double factor, double most)
    {
        var isMet = factor <= most;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {factor:0.00} × (target ≤ {most:0.0} ×{(bench.Settings.IsJudged ? isMet ? ", met" : ", **missed**" : "")})"));
        return isMet || !bench.Settings.IsJudged;
    }
}
