using System.Collections.Immutable;
using System.Globalization;

namespace CxRules.Benchmarks.EndToEnd.Running;

/// <summary>Duels fought in turn, so that a busy minute of the machine falls on all sides alike.</summary>
internal static class Contest
{
    private const int MostDifferences = 10;

    /// <summary>With fewer rows, rows a second say nothing.</summary>
    private const int LeastRows = 1000;

    /// <summary>Runs them and prints the table.</summary>
    /// <param name="judged">Those whose targets count; the others' are left open.</param>
    /// <returns>False where the sides count differently, a program fails, or a target is missed.</returns>
    public static bool Run(ImmutableArray<Duel> duels, int rounds, Predicate<Duel> judged)
    {
        foreach (var duel in duels)
        {
            duel.WarmUp();
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var duel in duels)
            {
                duel.Run();
            }
        }

        Console.WriteLine("| | | M rows/s | median s | fastest s | CPU s | peak MB | less ids MB | × by median | × by fastest | target | |");
        Console.WriteLine("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|---|---|");
        foreach (var duel in duels)
        {
            Print(duel, judged(duel));
        }

        PrintPeers([.. duels.Where(duel => duel.IsFought)]);
        return duels.All(duel => IsWell(duel, judged(duel)));
    }

    private static void Print(Duel duel, bool isJudged)
    {
        var ratio = duel is { IsFought: true, Peer: { } peer }
            ? $"{Shown(duel.Ours.TimesFasterThan(peer, side => side.Median))} | {Shown(duel.Ours.TimesFasterThan(peer, side => side.Fastest))}"
            : " | ";
        var verdicts = duel.Verdicts().ToList();
        var targets = string.Join(", ", verdicts.Select(verdict => verdict.Target));
        var outcome = isJudged ? string.Join(", ", verdicts.Select(verdict => verdict.IsMet ? "met" : "**missed**")) : "";
        Console.WriteLine($"| {duel.Name} | cxrules | {Figures(duel.Ours, duel.Rows)} | {Less(duel)} | {ratio} | {targets} | {outcome} |");
        if (duel.Peer is { } other)
        {
            Console.WriteLine($"| | {other.Name} | {Figures(other, duel.Rows)} | | | | | |");
        }
        else if (duel.Skipped is { } because)
        {
            Console.WriteLine($"| | skipped: {because} | | | | | | | | | |");
        }
    }

    private static string Less(Duel duel) => duel is { Ids: { } ids, Ours.Failure: null } ? Megabytes(duel.Ours.Peak - ids) : "";

    private static string Figures(Contestant side, long rows) => side.Failure is { } failure
        ? $"**fails**: {failure.ReplaceLineEndings(" ")} | | | | "
        : string.Create(CultureInfo.InvariantCulture, $"{(rows < LeastRows ? "" : (rows / side.Median / 1e6).ToString("0.00", CultureInfo.InvariantCulture))} | {side.Median:0.000} | {side.Fastest:0.000} | {side.Processor:0.00} | {Megabytes(side.Peak)}");

    private static void PrintPeers(ImmutableArray<Duel> fought)
    {
        if (fought.IsEmpty)
        {
            return;
        }

        Console.WriteLine();
        foreach (var duel in fought)
        {
            Console.WriteLine(duel.Differences.Count == 0
                ? $"{duel.Name}: both sides count the same, {duel.Ours.Tally?.Counts.Count ?? 0} figures."
                : $"**{duel.Name}: the sides count differently**, cxrules and {duel.Peer?.Name}: {string.Join("; ", duel.Differences.Take(MostDifferences))}{(duel.Differences.Count > MostDifferences ? $"; and {duel.Differences.Count - MostDifferences} more" : "")}.");
        }
    }

    private static bool IsWell(Duel duel, bool isJudged) =>
        duel is { Ours.Failure: null } && duel.Peer?.Failure is null && duel.Differences.Count == 0 && (!isJudged || duel.Verdicts().All(verdict => verdict.IsMet));

    private static string Megabytes(long bytes) => (bytes / CxrulesProgram.Megabyte).ToString(CultureInfo.InvariantCulture);

    private static string Shown(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);
}
