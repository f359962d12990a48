using CxRules.Model.Money;
using CxRules.Testing.Explaining;
using CxRules.Testing.Replays;

namespace CxRules.Testing.Tests.Money;

/// <summary>Small histories whose money is worked out by hand.</summary>
public sealed class LedgerMoneyTests
{
    private const string Rules = """
        rule late if disposition = late and daily volume >= 2 then route to A and B
        rule complaints if has escalation then route to Legal
        """;

    /// <summary>contacts | cancellations | escalations of the case, then the cost of the contact route; 30 GBP an hour is 1 GBP for 120 s.</summary>
    [Theory]
    [InlineData("plain", "120,,,, 240,,,,", "3 0 0", "0")]
    [InlineData("without a handle time", ",,,, 240,,,,", "8 0 0", "0")]
    [InlineData("a customer who left with a reason", "120,true,,price, 240,,,,", "3 200 0", "0")]
    [InlineData("a customer who left without one", "120,true,,, 240,,,,", "3 200 0", "0")]
    [InlineData("cancelled at alone", "120,,2026-03-01T00:00:00Z,, 240,,,,", "3 200 0", "0")]
    [InlineData("cancelled: false", "120,false,,price, 240,,,,", "3 0 0", "0")]
    [InlineData("one customer twice", "120,true,,price, 240,true,,price,", "3 200 0", "0")]
    [InlineData("an escalation, half the complaint rule's", "120,,,,regulator 240,,,,", "2.5 0 400", "400.5")]
    [InlineData("a kind by its bare word", "120,,,,small-claim 240,,,,", "2.5 0 50", "50.5")]
    [InlineData("a kind that has no price", "120,,,,press 240,,,,", "2.5 0 0", "0.5")]
    [InlineData("left and escalated", "120,true,,price,Regulator 240,,,,", "2.5 100 400", "500.5")]
    public void Case_OfTwoContacts_CostsWhatTheyCost(string what, string contacts, string parts, string route)
    {
        Assert.NotEqual("", what);
        var cells = contacts.Split(' ');
        using var folder = new MoneyFolder(Rules, $"a,2026-03-05T09:00:00Z,phone,late,k1,{cells[0]}\nb,2026-03-05T10:00:00Z,phone,late,k1,{cells[1]}");
        var result = folder.Replay();
        var @case = Assert.Single(result.Cases);
        Assert.Equal(parts, Parts(@case.Breakdown));
        Assert.Equal(@case.Breakdown?.Total, @case.Cost);
        Assert.Equal(decimal.Parse(route, System.Globalization.CultureInfo.InvariantCulture), result.ContactRoutes.Sum(entry => entry.Cost?.Mid ?? 0));
        Assert.Equal(2, folder.Contacts(@case).Length);
    }

    [Fact]
    public void Cancellation_OfACustomer_IsBorneByTheFirstContactThatSaysSo()
    {
        const string Rows = """
            b,2026-03-05T10:00:00Z,phone,late,k1,120,true,,price,
            a,2026-03-05T10:00:00Z,phone,late,k1,120,true,,,
            c,2026-03-04T10:00:00Z,phone,other,k1,120,,,,
            d,2026-03-05T12:00:00Z,phone,late,,120,true,,,
            e,2026-03-05T12:00:00Z,phone,late,,120,true,,price,
            """;
        using var folder = new MoneyFolder(Rules, Rows);
        var @case = Assert.Single(folder.Replay().Cases);
        Assert.Equal(3, @case.Breakdown?.Cancellations.Count);
        Assert.Equal("a d e", string.Join(' ', folder.Contacts(@case).Where(contact => contact.Contact.Cancellation is not null).Select(contact => contact.Contact.Id)));
    }

    [Fact]
    public void Cancellation_Inferred_IsClaimedAsItsContactIsAndAStatedOneWhole()
    {
        // 9 weeks of 10 contacts a day, then a day of 40: three quarters of it are above the expected.
        var rows = Enumerable.Range(0, 64).SelectMany(day => Enumerable.Range(0, day == 63 ? 40 : 10)
            .Select(index => $"d{day}-{index:00},{new DateTime(2026, 1, 1).AddDays(day).AddMinutes(index):yyyy-MM-ddTHH:mm:ssZ},phone,late,k{day}-{index},120,{(day == 63 && index < 2 ? "true" : "")},,{(day == 63 && index == 0 ? "price" : "")},"));
        using var folder = new MoneyFolder("rule spike if disposition = late and daily volume > baseline × 2 then route to A", string.Join('\n', rows));
        var @case = Assert.Single(folder.Replay().Cases);
        Assert.Equal("30 350 0", Parts(@case.Breakdown));
        Assert.Equal([1m, 0.75m], folder.Contacts(@case).Where(contact => contact.Contact.Cancellation is not null).Select(contact => contact.Shares[0].CancellationWeight));
    }

    [Theory]
    [InlineData("all", "2 200 0", "2 0 0")]
    [InlineData("first", "3 200 0", "1 0 0")]
    public void Match_DecidesWhatTheOtherRuleGets(string match, string late, string phone)
    {
        // `first`: late has the higher priority, so phone gets what late does not want.
        const string Both = """
            rule late
              priority 2
              if disposition = late and daily volume >= 1 then route to A
            rule phone
              if channel = phone and daily volume >= 1 then route to B
            """;
        using var folder = new MoneyFolder(Both, "a,2026-03-05T09:00:00Z,phone,late,k1,240,,,,\nb,2026-03-05T10:00:00Z,phone,other,k2,120,,,,\nc,2026-03-05T10:00:00Z,chat,late,k3,0,true,,price,", project: $"match: {match}\n");
        var cases = folder.Replay().Cases.ToDictionary(@case => @case.Rule);
        // a costs 2, b 1; c costs the chat's fee of 1 and bears a customer: only late claims it.
        Assert.Equal(late, Parts(cases["late"].Breakdown));
        Assert.Equal(phone, Parts(cases["phone"].Breakdown));
    }

    [Fact]
    public void Tables_ThatNameNoPrice_CostNothingAndAreNoted()
    {
        const string Costs = """
              - from: 2026-01-01
                loaded rate: 30 GBP per hour
              - from: 2026-04-01
                loaded rate: 60 GBP per hour
                acquisition: 200 GBP
                escalations: { base: 50 GBP, regulator: { money: 16, time: 6 } }
            """;
        using var folder = new MoneyFolder(Rules, "a,2026-03-31T09:00:00Z,phone,late,k1,120,true,,,regulator\nb,2026-03-31T22:30:00Z,phone,late,k2,120,true,,,\nc,2026-03-31T23:30:00Z,phone,late,k3,120,true,,,regulator\nd,2026-04-01T10:00:00Z,phone,late,k4,120,,,,", Costs);
        var result = folder.Replay();
        // c stands on 1 April in London, where the second table is in force; the complaint rule has half of it and of a.
        Assert.Equal("4.5 100 400", Parts(Assert.Single(result.Cases).Breakdown));
        Assert.Contains(result.Notes, note => note.StartsWith("No `acquisition` is given for the day on which 2 customers left", StringComparison.Ordinal));
        Assert.Contains(result.Notes, note => note.StartsWith("1 contact escalated as 'regulator'", StringComparison.Ordinal));
    }

    [Fact]
    public void Totals_OfOwners_ShareACaseEquallyAndAddUp()
    {
        using var folder = new MoneyFolder(Rules, "a,2026-03-05T09:00:00Z,phone,late,k1,120,,,,\nb,2026-03-05T10:00:00Z,phone,late,k2,121,,,,regulator");
        var totals = folder.Replay().Totals;
        Assert.Equal(["A", "B", "Legal"], totals.ByOwner.Select(share => share.Name).Order());
        Assert.Equal(totals.ByOwner.Single(share => share.Name == "A").Cost, totals.ByOwner.Single(share => share.Name == "B").Cost);
        Assert.Equal(totals.Cost?.Mid, totals.ByOwner.Sum(share => share.Cost.Mid));
        Assert.Equal(["late"], totals.ByDisposition.Select(share => share.Name));
        Assert.Equal(["(none)"], totals.ByTouchpoint.Select(share => share.Name));
    }

    [Theory]
    [InlineData("zzz", "There is no case `zzz`.")]
    [InlineData("", "There is no case ``.")]
    public void Explain_OfNoCase_SaysSo(string id, string problem)
    {
        using var folder = new MoneyFolder(Rules, "a,2026-03-05T09:00:00Z,phone,late,k1,120,,,,\nb,2026-03-05T10:00:00Z,phone,late,k2,121,,,,");
        Assert.StartsWith(problem, Explainer.Case(folder.Options, id, CaseDetail.Figures).Problem, StringComparison.Ordinal);
    }

    private static string Parts(CostBreakdown? breakdown) => breakdown is null
        ? "none"
        : $"{Number(breakdown.Contacts.Cost.Mid)} {Number(breakdown.Cancellations.Cost.Mid)} {Number(breakdown.Escalations.Cost.Mid)}";

    private static string Number(decimal value) => value.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
}
