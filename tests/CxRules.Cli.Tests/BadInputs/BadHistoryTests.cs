using System.Text;
using System.Text.Json;

namespace CxRules.Cli.Tests.BadInputs;

/// <summary>The table of bad histories: each is told with its place, and every row is counted once.</summary>
public sealed class BadHistoryTests : IDisposable
{
    private const string Header = "id,at,channel,reason\n";
    private const string Source = "source: crm\nformat: csv\nfields:\n  id: id\n  occurred at: at\n  channel: channel\n  disposition: reason\n";

    private readonly Scratch _scratch = new Scratch()
        .Write("rules/a.cxr", "if disposition = billing and daily volume > 1 then route to Billing")
        .Write("rules/crm.source.yaml", Source);

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("missing column", "id,channel,reason\n1,phone,billing\n", "h.csv:1: CXR4043")]
    [InlineData("empty file", "", "h.csv: CXR4042")]
    [InlineData("column twice", "id,at,at,channel,reason\n", "h.csv:1: CXR4044")]
    public void Replay_UnreadableHistory_IsRefusedWithItsPlace(string name, string history, string expected)
    {
        var run = Replay(Encoding.UTF8.GetBytes(history));
        Assert.True(run.ExitCode == 1, $"{name}: {run.Error}");
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Out);
    }

    [Theory]
    [InlineData("time without zone", "1,2026-01-05 10:00,phone,billing\n", 2, "CXR4004", 1, 0, 0, 0)]
    [InlineData("no such day", "1,2026-02-30T10:00:00Z,phone,billing\n", 2, "CXR4005", 1, 0, 0, 0)]
    [InlineData("no id", "1,2026-01-05T10:00:00Z,phone,billing\n,2026-01-05T10:00:00Z,phone,billing\n", 3, "CXR4012", 1, 1, 0, 0)]
    [InlineData("too few fields", "1,2026-01-05T10:00:00Z,phone,billing\n2,2026-01-05T10:00:00Z\n", 3, "CXR4001", 1, 1, 0, 0)]
    [InlineData("duplicate ids", "1,2026-01-05T10:00:00Z,phone,billing\n1,2026-01-05T10:00:00Z,phone,billing\n", 0, "", 0, 1, 1, 0)]
    [InlineData("ids in conflict", "1,2026-01-05T10:00:00Z,phone,billing\n1,2026-01-06T10:00:00Z,chat,refund\n", 0, "", 0, 1, 0, 1)]
    public void Replay_BadRows_AreCountedAndLocated(string name, string rows, int line, string code, int rejected, int accepted, int duplicate, int quarantined)
    {
        var run = Replay(Encoding.UTF8.GetBytes(Header + rows));
        Assert.True(run.ExitCode == (rejected > 0 ? 3 : 0), $"{name}: {run.Error}");
        var root = JsonDocument.Parse(run.Out).RootElement;
        var history = root.GetProperty("history");
        Assert.Equal((rejected, accepted, duplicate, quarantined), (Count(history, "rejected"), Count(history, "accepted"), Count(history, "duplicate"), Count(history, "quarantined")));
        string[] doors = ["accepted", "late", "superseded", "duplicate", "quarantined", "rejected", "erased"];
        Assert.Equal(Count(history, "received"), doors.Sum(door => Count(history, door)));
        Assert.Equal(rejected, root.GetProperty("rejects").GetArrayLength());
        if (rejected > 0)
        {
            var reject = root.GetProperty("rejects")[0];
            Assert.Equal((code, line), (reject.GetProperty("code").GetString(), reject.GetProperty("line").GetInt32()));
            Assert.Contains("--max-rejects", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Replay_RejectsWithinTheLimit_IsFine() =>
        Assert.Equal(0, Replay(Encoding.UTF8.GetBytes(Header + "1,2026-01-05T10:00:00Z,phone,billing\n2,never,phone,billing\n"), "--max-rejects", "50").ExitCode);

    private static int Count(JsonElement history, string name) => history.GetProperty(name).GetInt32();

    private Cli Replay(byte[] history, params string[] more) =>
        Cli.Run(["replay", _scratch["rules"], "--history", _scratch.Write("h.csv", history)["h.csv"], "--format", "json", .. more]);
}
