using CxRules.Benchmarks.EndToEnd.Running;

namespace CxRules.Benchmarks.Tests.EndToEnd;

public sealed class ContestTests
{
    [Fact]
    public void Run_SameCounts_IsWell() => Assert.True(Run(Side("7"), Side("7")));

    [Fact]
    public void Run_OtherCounts_IsNotWell() => Assert.False(Run(Side("7"), Side("8")));

    [Fact]
    public void Run_CountsThatChangeFromRunToRun_IsNotWell()
    {
        var runs = 0;
        Assert.False(Run(new("ours", () => Ended((++runs).ToString(System.Globalization.CultureInfo.InvariantCulture)), Read), null));
    }

    [Fact]
    public void Run_ProgramThatFails_IsNotWell() => Assert.False(Run(new("ours", () => Ended("7") with { Failure = "exit code 3" }, Read), Side("7")));

    [Fact]
    public void Run_PeerThatFails_IsNotWell() => Assert.False(Run(Side("7"), new("peer", () => Ended("7") with { Failure = "exit code 3" }, Read)));

    [Fact]
    public void Run_WithoutAPeer_IsWell() => Assert.True(Run(Side("7"), null));

    [Theory]
    [InlineData(4.9e5, true)]
    [InlineData(5.1e5, false)]
    public void Run_TargetOfRows_IsHeldAgainstTheMedian(double rate, bool isMet) =>
        Assert.Equal(isMet, Contest.Run([new Duel("it", 1_000_000, Side("7"), null) { Rate = rate }], 3, _ => true));

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Run_MissedTarget_CountsWhereItIsJudged(bool isJudged, bool isWell) =>
        Assert.Equal(isWell, Contest.Run([new Duel("it", 1000, Side("7"), Side("7")) { Times = 1.1 }], 1, _ => isJudged));

    [Fact]
    public void Ids_OutputThatNamesThem_AreTakenOffTheMemory()
    {
        var side = new Contestant("ours", () => Ended("\"Telling duplicates apart took 3.5 MB.\"") with { Peak = 8 * 1024 * 1024 }, _ => new Tally());
        side.Run();
        var duel = new Duel("it", 1000, side, null);
        Assert.Equal((long)(3.5 * 1024 * 1024), duel.Ids);
        Assert.Equal([true], (duel with { Memory = 5 * 1024 * 1024 }).Verdicts().Select(verdict => verdict.IsMet));
        Assert.Equal([false], (duel with { Memory = 4 * 1024 * 1024 }).Verdicts().Select(verdict => verdict.IsMet));
    }

    private static bool Run(Contestant ours, Contestant? peer) => Contest.Run([new Duel("it", 1000, ours, peer)], 2, _ => true);

    private static Contestant Side(string count) => new("side", () => Ended(count), Read);

    private static WatchedRun Ended(string output) => new(2, 2, 1024, output, null);

    private static Tally Read(string output)
    {
        var tally = new Tally();
        tally.Add("contacts", decimal.Parse(output, System.Globalization.CultureInfo.InvariantCulture));
        return tally;
    }
}
