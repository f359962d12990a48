using System.Globalization;
using CxRules.Testing.Tests.Comparing;
using FsCheck;
using FsCheck.Fluent;

namespace CxRules.Testing.Tests.Time;

/// <summary>
/// What the order and the files of a history, and the threads that read it, must not change: an export's rows in any order, a log's within the allowed lateness. The
/// results are compared byte for byte. CXRULES_SCENARIOS and CXRULES_SEED as in the comparison with the naive evaluator.
/// </summary>
public sealed class OrderTests
{
    /// <summary>Each is replayed four times.</summary>
    private static readonly int Scenarios = Math.Max(60, int.Parse(Environment.GetEnvironmentVariable("CXRULES_SCENARIOS") ?? "60", CultureInfo.InvariantCulture) / 4);
    private static readonly ulong Seed = ulong.Parse(Environment.GetEnvironmentVariable("CXRULES_SEED") ?? "20260101", CultureInfo.InvariantCulture);

    [Fact]
    public void Replay_OfAnExportInAnyOrderAndAnyFiles_IsByteIdentical()
    {
        var seen = new Seen();
        Check(knobs =>
        {
            var place = Place.Of(knobs);
            var history = new RandomHistory(knobs, place);
            var replay = Written(knobs, place, history.Source, "");
            var lines = history.Text.TrimEnd('\n').Split('\n');
            var dice = new Dice(knobs.Seed, 11);
            var first = replay.Run(history.Text);
            seen.Add(first);
            return [WrittenReplay.Comparable(first), .. Enumerable.Range(0, 3).Select(round =>
            {
                var rows = lines[1..];
                dice.Shuffle<string>(rows);
                return WrittenReplay.Comparable((replay with { Threads = 1 + round }).Run(Files(lines[0], rows, dice, round)));
            })];
        });
        Assert.True(seen is { Cases: > 50, Superseded: > 0, Duplicate: > 0, Quarantined: > 0, Rejected: > 0 }, seen.ToString());
    }

    [Fact]
    public void Replay_OfALogShuffledWithinItsLateness_IsByteIdentical()
    {
        var seen = new Seen();
        Check(knobs =>
        {
            var place = Place.Of(knobs);
            var log = new RandomLog(knobs, place);
            var replay = Written(knobs, place, log.Source, log.Project);
            var dice = new Dice(knobs.Seed, 12);
            return [.. Enumerable.Range(0, 4).Select(round =>
            {
                var result = (replay with { Threads = 1 + round }).Run(Files(log.Header, log.Arrange(dice), dice, round));
                seen.Add(result);
                return WrittenReplay.Comparable(result);
            })];
        });
        Assert.True(seen is { Cases: > 50, Late: > 0, Superseded: > 0, Duplicate: > 0, Quarantined: > 0, Rejected: > 0, Erased: > 0 }, seen.ToString());
    }

    private static WrittenReplay Written(Knobs knobs, Place place, string source, string project) => new(RandomMoments.WithoutIdle(new RandomRules(knobs).Text, RandomProject.Text(knobs, place) + project), source)
    {
        Project = RandomProject.Text(knobs, place) + project,
        Tables = [new(RandomTable.File, RandomTable.Csv)],
        Exposures = [new("exposure/bills.csv", RandomExposure.File(RandomExposure.Counts(knobs, place))), new("exposure/mailings.csv", RandomExposure.File(RandomExposure.Mailings(knobs, place)))],
    };

    private static void Check(Func<Knobs, List<string>> results) => Prop.ForAll(Knobs.Arbitrary, knobs =>
    {
        var texts = results(knobs);
        var other = texts.FindIndex(text => text != texts[0]);
        return other < 0
            ? true.ToProperty()
            : false.Label($"CXRULES_SEED={Seed}, scenario {knobs}, arrangement {other}:\n{FirstDifference(texts[0], texts[other])}");
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Scenarios).WithReplay(Seed, Seed | 1));

    private static string FirstDifference(string left, string right)
    {
        var (ours, theirs) = (left.Split('\n'), right.Split('\n'));
        var line = Enumerable.Range(0, Math.Min(ours.Length, theirs.Length)).FirstOrDefault(i => ours[i] != theirs[i]);
        return $"{string.Join('\n', ours.Skip(line - 5).Take(8))}\nand\n{string.Join('\n', theirs.Skip(line - 5).Take(8))}";
    }

    /// <summary>One file, or the rows cut into three.</summary>
    private static string[] Files(string header, string[] rows, Dice dice, int round)
    {
        if (round == 0)
        {
            return [Text(header, rows)];
        }

        int[] cuts = [.. new[] { dice.Between(0, rows.Length), dice.Between(0, rows.Length) }.Order()];
        return [Text(header, rows[..cuts[0]]), Text(header, rows[cuts[0]..cuts[1]]), Text(header, rows[cuts[1]..])];
    }

    private static string Text(string header, string[] rows) => string.Join('\n', rows.Prepend(header)) + "\n";

    /// <summary>That the properties hold of something.</summary>
    private sealed record Seen
    {
        public long Cases { get; private set; }

        public long Late { get; private set; }

        public long Superseded { get; private set; }

        public long Duplicate { get; private set; }

        public long Quarantined { get; private set; }

        public long Rejected { get; private set; }

        public long Erased { get; private set; }

        public void Add(Replays.ReplayResult result)
        {
            WrittenReplay.Counts(result);
            Cases += result.Cases.Length;
            Late += result.History.Late;
            Superseded += result.History.Superseded;
            Duplicate += result.History.Duplicate;
            Quarantined += result.History.Quarantined;
            Rejected += result.History.Rejected;
            Erased += result.History.Erased;
        }
    }
}
