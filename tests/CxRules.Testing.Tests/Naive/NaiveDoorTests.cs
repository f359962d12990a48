using CxRules.Model.Projects;

namespace CxRules.Testing.Tests.Naive;

/// <summary>What becomes of each row, decided by hand.</summary>
public sealed class NaiveDoorTests
{
    private const string Export = "id,version,occurred at,channel,disposition,erased";
    private const string Log = "id,version,occurred at,arrived at,partition,channel,disposition,erased";
    private static readonly Project OneHour = Project.Default with { LateAfter = TimeSpan.FromHours(1) };

    /// <summary>Counts: accepted, late, superseded, duplicate, quarantined, rejected, erased.</summary>
    [Theory]
    [InlineData("a,1,2026-01-02T09:00Z,phone,x,|b,1,2026-01-01T09:00Z,phone,x,", "2 0 0 0 0 0 0")]
    [InlineData("a,1,2026-01-02T09:00Z,phone,x,|a,1,2026-01-02T09:00Z,phone,x,", "1 0 0 1 0 0 0")]
    [InlineData("a,1,2026-01-02T09:00Z,phone,x,|a,1,2026-01-02T10:00Z,phone,x,|a,1,2026-01-02T10:00Z,phone,x,", "1 0 0 0 2 0 0")]
    [InlineData("a,2,2026-01-02T09:00Z,phone,x,|a,1,2026-01-02T10:00Z,phone,x,|a,1,2026-01-02T10:00Z,phone,x,", "1 0 1 1 0 0 0")]
    [InlineData("a,1,2026-01-02T09:00Z,phone,x,|a,,,,,yes|a,2,2026-01-02T10:00Z,phone,x,|b,1,2026-01-02T10:00Z,phone,x,no", "1 0 0 0 0 0 3")]
    [InlineData(",1,2026-01-02T09:00Z,phone,x,|a,1,,phone,x,|a,1,2026-01-02T09:00,,x,|,,,,,yes", "0 0 0 0 0 4 0")]
    public void Export_OfRows_CountsEachOnce(string rows, string counts) => Assert.Equal(counts, Counts(NaiveSource.Read(Export, rows)));

    /// <summary>The same of a log with one hour of patience.</summary>
    [Theory]
    [InlineData("a,1,2026-01-02T09:00Z,2026-01-02T09:00Z,,phone,x,|b,1,2026-01-02T08:00Z,2026-01-02T09:01Z,,phone,x,|c,1,2026-01-02T07:59:59Z,2026-01-02T09:02Z,,phone,x,", "2 1 0 0 0 0 0")]
    [InlineData("a,1,2026-01-02T09:00Z,2026-01-02T09:00Z,p,phone,x,|b,1,2026-01-02T07:00Z,2026-01-02T09:01Z,q,phone,x,|c,1,2026-01-02T07:00Z,2026-01-02T09:02Z,P,phone,x,", "2 1 0 0 0 0 0")]
    [InlineData("a,1,2026-01-02T09:05Z,2026-01-02T09:00Z,,phone,x,|b,1,2026-01-02T09:05:01Z,2026-01-02T09:00Z,,phone,x,", "1 0 0 0 1 0 0")]
    [InlineData("a,1,2027-01-02T09:00Z,2026-01-02T09:00Z,,phone,x,|a,1,2026-01-02T09:00Z,2026-01-02T09:01Z,,phone,x,|b,1,2026-01-02T09:00Z,2026-01-02T09:02Z,,phone,x,", "2 0 0 0 1 0 0")]
    [InlineData("a,1,2026-01-02T09:00Z,2026-01-02T09:00Z,,phone,x,|a,1,2026-01-02T09:00Z,2026-01-02T09:30Z,,phone,x,", "1 0 0 1 0 0 0")]
    [InlineData("a,1,2026-01-02T09:00Z,2026-01-02T09:00Z,,phone,x,|b,1,2026-01-02T12:00Z,2026-01-02T12:00Z,,phone,x,|a,2,2026-01-02T09:00Z,2026-01-02T12:30Z,,phone,y,", "2 0 1 0 0 0 0")]
    [InlineData("b,1,2026-01-02T12:00Z,2026-01-02T12:00Z,,phone,x,|a,2,2026-01-02T09:00Z,2026-01-02T12:01Z,,phone,x,|a,2,2026-01-02T09:00Z,2026-01-02T12:02Z,,phone,x,|a,1,2026-01-02T13:00Z,2026-01-02T13:01Z,,phone,x,|a,2,2026-01-02T09:00Z,2026-01-02T13:02Z,,phone,y,", "1 1 1 1 1 0 0")]
    [InlineData("a,1,2026-01-02T12:00Z,2026-01-02T12:00Z,,phone,x,|a,,,,,,,yes|b,1,2026-01-02T09:00Z,2026-01-02T12:02Z,,phone,x,", "1 0 0 0 0 0 2")]
    [InlineData("a,1,2026-01-02T09:00Z,,,phone,x,", "0 0 0 0 0 1 0")]
    public void Log_OfRows_CountsEachOnce(string rows, string counts) => Assert.Equal(counts, Counts(NaiveSource.Read(Log, rows, OneHour)));

    [Fact]
    public void Conflict_OfALog_KeepsTheFirstToArrive()
    {
        var history = NaiveSource.Read(Log, "a,1,2026-01-02T09:10Z,2026-01-02T09:10Z,,phone,x,|a,1,2026-01-02T09:00Z,2026-01-02T09:20Z,,phone,y,", OneHour);

        Assert.Equal("x", Assert.Single(history.Contacts).Code("disposition"));
    }

    [Fact]
    public void Conflict_OfAnExport_KeepsTheFirstToOccur()
    {
        var history = NaiveSource.Read(Export, "a,1,2026-01-02T09:10Z,phone,x,|a,1,2026-01-02T09:00Z,phone,y,");

        Assert.Equal("y", Assert.Single(history.Contacts).Code("disposition"));
    }

    [Fact]
    public void Lateness_OfNobodysWord_IsAQuarterOfAnHour()
    {
        const string rows = "a,1,2026-01-02T09:00Z,2026-01-02T09:00Z,,phone,x,|b,1,2026-01-02T08:45Z,2026-01-02T09:00Z,,phone,x,|c,1,2026-01-02T08:44Z,2026-01-02T09:00Z,,phone,x,";

        Assert.Equal("2 1 0 0 0 0 0", Counts(NaiveSource.Read(Log, rows)));
    }

    [Fact]
    public void Version_OfASourceWithoutOne_IsTheTimeOfItsRevision()
    {
        var history = NaiveSource.Read("id,revised at,occurred at,channel,disposition", "a,2026-01-03T09:00Z,2026-01-02T09:00Z,phone,new|a,2026-01-02T09:00Z,2026-01-02T09:00Z,phone,old");

        Assert.Equal("new", Assert.Single(history.Contacts).Code("disposition"));
        Assert.Equal(1, history.Door.Superseded);
    }

    [Fact]
    public void Ids_OfTwoSources_NeverMeet()
    {
        var history = NaiveSource.Read("id,source,occurred at,channel", "a,crm,2026-01-02T09:00Z,phone|a,web,2026-01-02T09:00Z,phone|a,CRM,2026-01-03T09:00Z,phone");

        Assert.Equal("2 0 0 0 1 0 0", Counts(history));
    }

    [Fact]
    public void Disposition_ThatSaysNothing_IsMissing()
    {
        var project = Project.Default with
        {
            Dispositions = [new("other", null, null, Demand.Failure, "bill", ["misc"]) { IsMissing = true }, new("late", null, null, Demand.Failure, "delivery", ["tardy"])],
        };

        var contacts = NaiveSource.Read("id,occurred at,channel,disposition", "a,2026-01-02T09:00Z,phone,Misc|b,2026-01-02T10:00Z,phone,tardy", project).Contacts;

        Assert.Equal((null, null, null), (contacts[0].Code("disposition"), contacts[0].Code("touchpoint"), contacts[0].Code("demand")));
        Assert.Equal(("late", "delivery", "failure"), (contacts[1].Code("disposition"), contacts[1].Code("touchpoint"), contacts[1].Code("demand")));
    }

    private static string Counts(NaiveHistory history)
    {
        Assert.Equal(history.Received, history.Contacts.Count + history.Door.Late + history.Door.Superseded + history.Door.Duplicate + history.Door.Quarantined + history.Rejected + history.Door.Erased);
        return FormattableString.Invariant($"{history.Contacts.Count} {history.Door.Late} {history.Door.Superseded} {history.Door.Duplicate} {history.Door.Quarantined} {history.Rejected} {history.Door.Erased}");
    }
}
