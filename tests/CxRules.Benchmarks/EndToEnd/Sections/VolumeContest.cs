using CxRules.Benchmarks.EndToEnd.RuleSets;
using CxRules.Benchmarks.EndToEnd.Running;

namespace CxRules.Benchmarks.EndToEnd.Sections;

/// <summary>Weekly volumes against their baselines, every day, with cases and costs, beside the same windows in SQL.</summary>
internal static class VolumeContest
{
    private const double Rate = 7e6;
    private const double Times = 1.2;
    private const long Memory = 200L * CxrulesProgram.Megabyte;
    private const int MostDifferences = 10;

    public static bool Run(ReplayBench bench)
    {
        var rows = bench.Settings.Rows;
        var history = bench.Histories.Of(rows);
        var folder = VolumeProject.Write(bench.Folder("volume"));
        var peer = bench.Peer is null ? null : new Contestant("DuckDB", bench.Peer.Query("volume", VolumeSql.Of(history)), DuckDb.FirstSignals);
        var duel = new Duel($"60 dispositions, weekly volume, {rows:N0} contacts", rows, new("cxrules", () => bench.Program.Replay(folder, history), ReplayOutput.FirstSignals), peer)
        {
            Rate = Rate,
            Times = Times,
            Memory = Memory,
            Skipped = bench.Peer is null ? bench.WithoutPeer : null,
        };
        var isWell = Contest.Run([duel], bench.Settings.Rounds, _ => bench.Settings.IsJudged);
        if (duel.Ours.Failure is null)
        {
            Console.WriteLine($"{ReplayOutput.Cases(duel.Ours.Output):N0} cases opened and priced.");
        }

        if (peer is not { Failure: null })
        {
            return isWell;
        }

        Console.WriteLine(DuckDb.Describe([peer]));
        return SignalsAgree(bench, history, peer.Output) && isWell;
    }

    /// <summary>Every signal, not only the first of each disposition; this run is not timed.</summary>
    private static bool SignalsAgree(ReplayBench bench, string history, string theirs)
    {
        var run = bench.Program.Replay(VolumeProject.WriteLaidBare(bench.Folder("volume-laid-bare")), history);
        if (run.Failure is not null)
        {
            Console.WriteLine($"**fails**: {run.Failure}");
            return false;
        }

        var ours = ReplayOutput.Signals(run.Output);
        var differences = ours.DifferencesTo(DuckDb.Signals(theirs));
        var signals = ours.Counts.Where(count => count.Key.StartsWith(ReplayOutput.SignalsOf(""), StringComparison.Ordinal)).Sum(count => count.Value);
        Console.WriteLine(differences.IsEmpty
            ? $"All signals laid bare: both sides count the same {signals:N0} of 60 dispositions and 330 days, disposition by disposition, and the same cost of all contacts."
            : $"**All signals laid bare: the sides count differently**, cxrules and DuckDB: {string.Join("; ", differences.Take(MostDifferences))}.");
        return differences.IsEmpty;
    }
}
