namespace CxRules.Testing.Tests.Time;

/// <summary>`was:`: data with an earlier name of a code is that code wherever a rule looks at it.</summary>
public sealed class RenamedDispositionTests
{
    private const string Source = """
        source: calls
        format: csv
        zone: UTC
        fields: { id: id, occurred at: at, channel: { value: phone }, disposition: reason }
        """;

    private const string Project = """
        zone: UTC
        dispositions:
          late delivery: { was: [tardy, "Came late"] }
          broken: {}
        """;

    [Theory]
    [InlineData("late delivery", "late delivery")]
    [InlineData("tardy", "late delivery")]
    [InlineData("Tardy", "late delivery")]
    [InlineData("came-late", "late delivery")]
    [InlineData("late-delivery", "late delivery")]
    [InlineData("LATE DELIVERY", "LATE DELIVERY")]
    public void Group_OfAnEarlierName_IsTheCode(string name, string group)
    {
        var replay = new WrittenReplay("rule any\n  if daily volume > 2 per disposition then route to CX\n", Source) { Project = Project };

        var result = replay.Run($"id,at,reason\n1,2026-01-05,{name}\n2,2026-01-05,late delivery\n3,2026-01-05,tardy\n4,2026-01-05,broken\n");

        var found = Assert.Single(result.Cases);
        Assert.Equal((group, 3), (Assert.Single(found.Group).Value, found.Contacts));
    }
}
