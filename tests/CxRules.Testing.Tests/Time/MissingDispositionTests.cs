namespace CxRules.Testing.Tests.Time;

/// <summary>`missing: true`: data with the code, or an earlier name of it, has no disposition, before any rule sees it.</summary>
public sealed class MissingDispositionTests
{
    private const string Source = """
        source: calls
        format: csv
        zone: UTC
        fields: { id: id, occurred at: at, channel: { value: phone }, disposition: reason }
        """;

    private const string Calls = "id,at,reason\n1,2026-01-05,late\n2,2026-01-05,Other\n3,2026-01-05,timed out\n4,2026-01-05,\n5,2026-01-06,tardy\n6,2026-01-06,other\n";

    [Theory]
    [InlineData(true, "nobody chose a code: 4", "late: 2026-01-05 2")]
    [InlineData(false, "nobody chose a code: 1", "Other: 2026-01-05 3; late: 2026-01-05 2")]
    public void Disposition_ThatSaysNothing_IsNone(bool isMissing, string routes, string groups)
    {
        var replay = new WrittenReplay(
            """
            rule uncoded "nobody chose a code"
              if no disposition then route to Desk

            rule any
              if daily volume > 0 per disposition then route to owner of disposition
            """,
            Source)
        {
            Project = $$"""
                zone: UTC
                dispositions:
                  late: { demand: failure, touchpoint: delivery, was: [tardy] }
                  other: { touchpoint: delivery, was: ["Timed out"], missing: {{(isMissing ? "true" : "false")}} }
                touchpoints: { delivery: { owner: Logistics } }
                owners: { Logistics: { email: logistics@example.test }, Desk: { email: desk@example.test } }
                fallback owner: Desk
                """,
        };

        var result = replay.Run(Calls);

        Assert.Equal(routes, string.Join("; ", result.ContactRoutes.Where(route => route.Rule == "uncoded").Select(route => $"{result.Rules[0].Title}: {route.Contacts}")));
        Assert.Equal(groups, string.Join("; ", result.Cases.Select(found => $"{found.Group[0].Value}: {found.Peak:yyyy-MM-dd} {found.Contacts}").Order(StringComparer.Ordinal)));
    }
}
