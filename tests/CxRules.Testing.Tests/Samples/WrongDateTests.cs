using CxRules.Language;
using CxRules.Language.Text;
using CxRules.Testing.Replays;

namespace CxRules.Testing.Tests.Samples;

public sealed class WrongDateTests
{
    [Theory]
    [InlineData("1970-01-01T00:00:00Z", true)]
    [InlineData("2026-01-01T00:00:00Z", false)]
    public void Replay_OfAHistoryWithALonelyContact_SaysSo(string first, bool isNoted)
    {
        var rows = Enumerable.Range(1, 40).Select(day => $"c{day},2026-01-{Math.Min(day, 31):00}T10:00:00Z,phone,late");
        var file = Path.GetTempFileName();
        File.WriteAllLines(file, ["id,at,channel,disposition", $"c0,{first},phone,late", .. rows]);
        var source = new SourceText("s.source.yaml", "source: s\nformat: csv\nzone: UTC\nfields:\n  id: id\n  occurred at: at\n  channel: channel\n  disposition: disposition\n");
        var compilation = RuleCompilation.Create(new([new SourceText("r.cxr", "if disposition = late and daily volume > 3 then route to A")], null, [source]), new DateOnly(2026, 1, 1));

        var result = Replay.Run(new(compilation.RuleSet, compilation.Sources[0], [file]));

        Assert.Equal(isNoted, result.Notes.Any(note => note.StartsWith("No contact at all from 1970-01-02 to 2025-12-31", StringComparison.Ordinal)));
        File.Delete(file);
    }
}
