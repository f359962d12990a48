using CxRules.Testing.Replays;
using CxRules.Testing.Tests.Time;

namespace CxRules.Testing.Tests.Journeys;

/// <summary>Rules that look at a customer's other contacts, from text to cases and routes.</summary>
public sealed class JourneyReplayTests
{
    private const string Source = """
        source: calls
        format: csv
        zone: UTC
        fields: { id: id, occurred at: at, channel: channel, disposition: reason, customer: customer }
        """;

    private const string Priced = """
        zone: UTC
        currency: EUR
        costs:
          - from: 2026-01-01
            contacts: { spend: 3100 EUR per month, contacts: 1000 per month }
          - from: 2026-03-08
            contacts: { spend: 6200 EUR per month, contacts: 1000 per month }
        """;

    private const string Broken = """
        rule broken-promises
          if disposition = promise and not followed by disposition = kept within 5 days and daily volume >= 2
          then route to Billing with cost estimate
        """;

    /// <summary>Three promises of 5 March, of which one is kept; the history goes on to the 20th.</summary>
    private const string Promises = """
        id,at,channel,reason,customer
        a,2026-03-01 09:00,phone,hello,zoe
        p1,2026-03-05 10:00,phone,promise,ann
        p2,2026-03-05 11:00,phone,promise,ben
        p3,2026-03-05 12:00,phone,promise,cy
        k3,2026-03-09 12:00,phone,kept,cy
        k1,2026-03-11 10:00,phone,kept,ann
        z,2026-03-20 09:00,phone,hello,zoe

        """;

    [Fact]
    public void Case_OfPromisesThatWereBroken_StandsOnTheDayOnWhichThatWasKnown()
    {
        var found = Assert.Single(new WrittenReplay(Broken, Source) { Project = Priced }.Run(Promises).Cases);

        Assert.Equal((2, new DateTime(2026, 3, 10), new DateTime(2026, 3, 11)), (found.Contacts, found.Peak, found.OpenedUtc));
        Assert.Equal(["p1", "p2"], found.Evidence.Order());

        // Their own day's price, 3.10 EUR, and not that of the day on which they are counted.
        Assert.Equal(6.2m, found.Cost?.Mid);
    }

    [Fact]
    public void Route_OfAContactRule_TakesWhatIsDecided()
    {
        var rules = "rule again\n  if disposition = promise and not followed by disposition = kept within 5 days\n  then route to Billing\n";
        var rows = Promises.Replace("z,2026-03-20", "p4,2026-03-17 09:00,phone,promise,dan\np5,2026-03-17 09:00,phone,promise,\nz,2026-03-20", StringComparison.Ordinal);

        var result = new WrittenReplay(rules, Source).Run(rows);

        Assert.Equal(2, Assert.Single(result.ContactRoutes).Contacts);
        var rule = Assert.Single(result.Rules);
        Assert.Equal((2, 2), (rule.Fired, rule.Unknown));
        Assert.Equal("the time in which another contact may follow is not over for 1 of its contacts; for others a field of its condition is missing, or the history does not show all of the time it looks at", rule.UnknownBecause);
        Assert.Contains("again: the time in which another contact may follow is not over for 1 contact. They count when it is known.", result.Notes);
    }

    [Fact]
    public void Share_OfWhatIsKnownLater_IsOfWhatIsSettledInTheWindow()
    {
        var rules = "rule half\n  if disposition = promise and daily share of (not followed by disposition = kept within 5 days) > 99%\n  then route to Billing\n";

        // On the 9th one promise is settled, as kept; on the 10th the other two, as broken.
        var found = Assert.Single(new WrittenReplay(rules, Source).Run(Promises).Cases);

        Assert.Equal(new DateTime(2026, 3, 11), found.OpenedUtc);
    }

    [Theory]
    [InlineData(">= 50%", true)]
    [InlineData("> 50%", false)]
    public void RepeatRate_IsOfContactsWithACustomerAndADisposition(string comparison, bool opens)
    {
        const string Rows = """
            id,at,channel,reason,customer
            1,2026-03-01 09:00,phone,bill,ann
            2,2026-03-02 09:00,phone,bill,ann
            3,2026-03-02 10:00,phone,late,ann
            4,2026-03-02 11:00,web,bill,ben
            5,2026-03-02 12:00,phone,bill,ben
            6,2026-03-02 13:00,phone,,ben
            7,2026-03-02 14:00,phone,bill,
            8,2026-03-02 15:00,phone,other,cy

            """;
        var rules = $"rule repeats\n  if channel = phone and daily repeat rate within 7 days {comparison}\n  then route to CX\n";

        // Of 2, 3, 5 and 8 it is 2 and 5.
        Assert.Equal(opens, new WrittenReplay(rules, Source).Run(Rows).Cases.Length == 1);
    }

    [Fact]
    public void CallBack_AfterWhatDidNotFollow_IsDueFromThenOn()
    {
        var rules = "rule again\n  if disposition = promise and not followed by disposition = kept within 5 days\n  then call back within 4 hours\n";

        var tasks = new WrittenReplay(rules, Source).Run(Promises).Tasks;

        Assert.Equal(["p1 03-10 10:00 03-10 14:00", "p2 03-10 11:00 03-10 15:00"], tasks.Select(task => $"{task.Contact} {task.AtUtc:MM-dd HH:mm} {task.DueUtc:MM-dd HH:mm}"));
    }

    [Theory]
    [InlineData("p1", "True", "followed", "no: nothing of the kind from Thu 2026-03-05 10:00:00 to Tue 2026-03-10 10:00:00")]
    [InlineData("p3", "False", "followed by", "k3 on Mon 2026-03-09 12:00:00")]
    [InlineData("p4", "Unknown", "followed", "not yet: known after Sun 2026-03-22 09:00:00, and the history ends before")]
    [InlineData("p5", "Unknown", "followed", "unknown, the contact has no customer")]
    public void Explain_OfAContact_SaysWhichOneFollowed(string id, string truth, string what, string found)
    {
        var rows = Promises.Replace("z,2026-03-20", "p4,2026-03-17 09:00,phone,promise,dan\np5,2026-03-17 09:00,phone,promise,\nz,2026-03-20", StringComparison.Ordinal);

        var rule = Assert.Single(new WrittenReplay(Broken, Source).ExplainContact(id, rows).Rules);

        var journey = rule.Conditions.Single(condition => condition.Text == "not followed by (disposition = kept) within 5 days");
        Assert.Equal((truth, truth), (rule.Truth.ToString(), journey.Truth.ToString()));
        Assert.Equal(KeyValuePair.Create(what, (string?)found), journey.Values[^1]);
    }

    [Fact]
    public void Explain_OfARule_ShowsWhatWasDecidedInTheWindow()
    {
        var evaluation = Assert.Single(new WrittenReplay(Broken, Source).Explain("broken-promises", new(2026, 3, 10), Promises).Evaluations);

        Assert.Equal(2, Assert.Single(evaluation.Evaluation.Parts).Value);
    }

    /// <summary>As the cookbook has them.</summary>
    [Theory]
    [InlineData("channel = phone and preceded by (channel = web and abandoned) within 24 hours and weekly volume > 40 and weekly share among (channel = phone) > 5%")]
    [InlineData("disposition in (billing-confusion, late-fee) and followed by (cancelled or disposition = cancel-service) within 30 days and monthly customers > 25")]
    [InlineData("outcome = payment-plan-promised and not followed by disposition = payment-plan-confirmed within 10 days and monthly volume > 20")]
    [InlineData("channel = phone and preceded by any contact within the same day and weekly volume > 3")]
    [InlineData("disposition = x and customer is repeat within 14 days and weekly volume > 3")]
    [InlineData("weekly repeat rate within 7 days > 15% and at least 200 contacts")]
    public void Rule_OfTheCookbook_Replays(string condition)
    {
        var outcome = Assert.Single(new WrittenReplay($"rule cookbook\n  if {condition}\n  then route to CX\n", Source).Run(Promises).Rules);

        Assert.Equal("cookbook", outcome.Id);
    }
}
