using CxRules.Testing.Replays;

namespace CxRules.Testing.Tests.Estimates;

/// <summary>Rules on samples and tallies, over ten contacts a day from 1 March 2026.</summary>
public sealed class SampleReplayTests
{
    private const string Tally = "date,sampled hours,total hours,count\n";

    /// <summary>80 in 4 of 10 hours are 200: on each of the two days 100.</summary>
    private const string TwoDays = Tally + "2026-03-02,2,5,40\n2026-03-03,2,5,40\n";

    [Theory]
    [InlineData("more than 80", 1, null)]
    [InlineData("at least 80", 1, null)]
    [InlineData("more than 100", 0, "the interval of the sample 'meter' holds the number: look at more")]
    [InlineData("more than 130", 0, "no day of the sample 'meter' is over yet")]
    [InlineData("fewer than 130", 1, null)]
    [InlineData("at most 80", 0, "no day of the sample 'meter' is over yet")]
    [InlineData("fewer than 100", 0, "the interval of the sample 'meter' holds the number: look at more")]
    public void Estimate_AgainstANumber_IsDecidedByItsInterval(string asked, int cases, string? because)
    {
        var result = Run($"rule r\n  if sample meter estimates {asked} contacts per day\n  then route to Billing\n", TwoDays, days: 6);

        Assert.Equal(cases, result.Cases.Length);
        Assert.Equal(because ?? "no day of the sample 'meter' is over yet", Assert.Single(result.Rules).UnknownBecause);
    }

    [Theory]
    [InlineData("700 contacts per week", "600 contacts per week")]
    [InlineData("4.2 contacts per hour", "3.5 contacts per hour")]
    public void Estimate_PerOtherTime_IsScaled(string held, string below)
    {
        Assert.Empty(Run($"rule r\n  if sample meter estimates more than {held}\n  then route to Billing\n", TwoDays, 6).Cases);
        Assert.Single(Run($"rule r\n  if sample meter estimates more than {below}\n  then route to Billing\n", TwoDays, 6).Cases);
    }

    /// <summary>1 March has no line yet; the sample ends on the 4th, so the days after it are unknown and the case stays open.</summary>
    [Fact]
    public void Sample_AfterItsLastDay_IsUnknownAndKeepsTheCaseOpen()
    {
        var result = Run("rule r\n  if sample meter estimates more than 80 contacts per day\n  then route to Billing\n", TwoDays, days: 8, until: "2026-03-04");
        var found = WrittenSample.OneCase(result);

        Assert.Equal((new DateTime(2026, 3, 3), null), (found.OpenedUtc, found.ClosedUtc));
        Assert.Equal((5, "the sample 'meter' ended on 2026-03-04"), ((int)result.Rules[0].Unknown, result.Rules[0].UnknownBecause));
    }

    /// <summary>It is true at the ends of 2, 3 and 4 March: three days of about 100 contacts, at 6 GBP.</summary>
    [Fact]
    public void Case_OfASample_IsEstimatedAndInNoTotal()
    {
        var result = Run("rule r\n  if sample meter estimates more than 80 contacts per day\n  then route to Billing with cost estimate\nrule all\n  if channel = phone\n  then route to CX\n", TwoDays, days: 8, until: "2026-03-04");
        var found = WrittenSample.OneCase(result);

        Assert.Equal((0, null, "it is estimated from a sample, which names no contacts"), (found.Contacts, found.Cost, found.CostUnknownBecause));
        Assert.Empty(found.Evidence);
        Assert.Equal(("the sample meter", 300m, 1800m), (found.Estimate?.From, found.Estimate?.Contacts?.Mid, found.Estimate?.Cost?.Mid));
        Assert.InRange(found.Estimate?.Contacts?.Low ?? 0, 240, 299);
        Assert.InRange(found.Estimate?.Contacts?.High ?? 0, 301, 370);
        Assert.Equal(80 * 6m, result.Totals.Cost?.Mid);
        Assert.Equal(["CX"], result.Totals.ByOwner.Select(share => share.Name));
        Assert.Contains("1 case is estimated from samples", string.Join(' ', result.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Case_OfASampleBesideAMeasure_IsCounted()
    {
        var found = WrittenSample.OneCase(Run("rule r\n  if reason-is-other and sample meter estimates more than 80 contacts per day and daily volume > 5\n  then route to Billing\ndefine reason-is-other as disposition = other\n", TwoDays, days: 4));

        Assert.Equal((30, null, 180m), (found.Contacts, found.Estimate, found.Cost?.Mid));
    }

    /// <summary>Nobody has counted in the south: what was counted in the north is not all.</summary>
    [Fact]
    public void Sample_WithASiteThatNobodyLookedAt_IsUnknown()
    {
        var result = Run("rule r\n  if sample meter estimates more than 1 contacts per day\n  then route to Billing\n", "date,site,sampled hours,total hours,count\n2026-03-02,north,2,5,40\n2026-03-02,south,0,5,0\n", 4);

        Assert.Empty(result.Cases);
        Assert.Equal(("nobody has looked at 'south' yet for the sample 'meter'", 3), (result.Rules[0].UnknownBecause, (int)result.Rules[0].Unknown - 1));
    }

    /// <summary>5 of 10 contacts a day were looked at, and 2 found: about 4 of 10.</summary>
    [Theory]
    [InlineData("", "more than 2", 1)]
    [InlineData("channel = phone and ", "more than 2", 1)]
    [InlineData("channel = chat and ", "more than 2", 0)]
    [InlineData("", "more than 6", 0)]
    public void Sample_WithoutItsContacts_TakesThoseThatTheRuleCounts(string condition, string asked, int cases) => Assert.Equal(
        cases,
        Run($"rule r\n  if {condition}sample meter estimates {asked} contacts per day\n  then route to Billing\n", "date,looked at,found\n2026-03-02,5,2\n2026-03-03,5,2\n2026-03-04,5,2\n2026-03-05,5,2\n", 8).Cases.Length);

    /// <summary>Of ten contacts a day five were looked at; two of these were about the meter.</summary>
    [Fact]
    public void Tally_OfContactsThatWereLookedAt_IsScaledToAllContacts()
    {
        var rows = WrittenSample.Contacts(8, 10, string.Concat(Enumerable.Range(1, 8).SelectMany(day => Enumerable.Range(0, 5).Select(number => WrittenSample.Row($"s{day}-{number}", day, "sample", topic: number < 2 ? "meter" : "bill")))));
        var replay = WrittenSample.Replay("rule r\n  if topic = meter and weekly tally > 20\n  then route to Billing\n");
        var found = WrittenSample.OneCase(replay.Run(rows));

        // The last seven days at the ends of 7 and 8 March: all eight days.
        Assert.Equal((new DateTime(2026, 3, 8), 16, 32m), (found.OpenedUtc, found.Contacts, found.Estimate?.Contacts?.Mid));
        Assert.Equal(("contacts that were looked at", 192m), (found.Estimate?.From, found.Estimate?.Cost?.Mid));
        Assert.All(found.Evidence, id => Assert.StartsWith("s", id, StringComparison.Ordinal));
        Assert.Null(found.Cost);
    }

    [Fact]
    public void Tally_WithoutARecordThatWasLookedAt_IsUnknown()
    {
        var result = WrittenSample.Replay("rule r\n  if weekly tally < 20\n  then route to Billing\n").Run(WrittenSample.Contacts(8, 10));

        Assert.Empty(result.Cases);
        Assert.Contains(result.Rules[0].UnknownBecause, new[] { "no contact of the window was looked at", "too little history: the window of 7 days begins before the first contact's day" });
    }

    [Fact]
    public void Explain_OfASample_ShowsTheInterval()
    {
        var explained = WrittenSample.Replay("rule r\n  if sample meter estimates more than 100 contacts per day\n  then route to Billing\n", TwoDays)
            .Explain("r", new DateOnly(2026, 3, 4), WrittenSample.Contacts(6, 10));
        var part = Assert.Single(Assert.Single(explained.Evaluations).Evaluation.Parts);

        Assert.Equal(("sample meter > 100 contacts per day", 100m), (part.Text, part.Reference));
        Assert.InRange(part.Estimate?.Low ?? 0, 84, 90);
        Assert.InRange(part.Estimate?.High ?? 0, 112, 120);
    }

    private static ReplayResult Run(string rules, string sheet, int days, string until = "2026-03-31") => WrittenSample.Replay(rules, sheet, until).Run(WrittenSample.Contacts(days, 10));
}
