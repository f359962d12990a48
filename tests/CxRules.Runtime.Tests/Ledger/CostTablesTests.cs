using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using CxRules.Runtime.Ledger;
using CxRules.Runtime.Tests.Histories;

namespace CxRules.Runtime.Tests.Ledger;

/// <summary>What a contact, an escalation and a lost customer cost, by the tables in force from 6 and 10 January.</summary>
public sealed class CostTablesTests
{
    private static readonly Project Project = new()
    {
        Currency = "GBP",
        Costs =
        [
            new(new(2026, 1, 6), 7.25m, Fees(("Phone", 0.5m), ("web-chat", 0.25m)), 36) { Acquisition = 100, Escalations = Escalated(10, ("regulator", 16), ("regulator!", 99), ("Small Claim", 27)) },
            new(new(2026, 1, 10), null, Fees(("phone", 0.75m)), 45) { Escalations = Escalated(20, ("regulator", 16)) },
            new(new(2026, 1, 20), 8, Fees(("phone", 9m)), null) { Acquisition = 150.5m },
        ],
    };

    [Theory]
    [InlineData("2026-01-05", -1)]
    [InlineData("2026-01-06", 0)]
    [InlineData("2026-01-09", 0)]
    [InlineData("2026-01-10", 1)]
    [InlineData("2026-01-20", 2)]
    [InlineData("2027-01-20", 2)]
    public void On_ADay_IsTheTableInForce(string day, int expected)
    {
        var tables = new CostTables(Project);
        Assert.Equal(3, tables.Count);
        Assert.Equal((expected, expected), (tables.On(SmallHistory.Day(day)), tables.On(SmallHistory.Day(day))));
        Assert.Equal([-1, 0, 1, 0, -1], ((string[])["2026-01-05", "2026-01-06", "2026-01-10", "2026-01-09", "2025-01-01"]).Select(other => tables.On(SmallHistory.Day(other))));
        Assert.Equal(45, tables[1].LoadedRate);
    }

    [Theory]
    [InlineData("1", 1_000_000)]
    [InlineData("0.0000005", 0)]
    [InlineData("0.0000015", 2)]
    [InlineData("0.0000025", 2)]
    [InlineData("-0.0000015", -2)]
    public void Millionths_OfAnAmount_AreRoundedHalfToEven(string amount, long expected) =>
        Assert.Equal(expected, CostTables.Millionths(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>Cost, table, and how it came: handle time (s), rate, fee; or spend ÷ contacts. Money in millionths.</summary>
    [Theory]
    [InlineData("2026-01-05", "phone", 100, null, null)]

    // 100 s at 36 an hour is one, and the channel's fee; a channel without one has none.
    [InlineData("2026-01-06", "phone", 100, 1_500_000L, "100000 36 500000")]
    [InlineData("2026-01-06", "PHONE", 100, 1_500_000L, "100000 36 500000")]
    [InlineData("2026-01-06", "Web chat", 50, 750_000L, "50000 36 250000")]
    [InlineData("2026-01-06", "fax", 100, 1_000_000L, "100000 36 0")]
    [InlineData("2026-01-06", "", 100, 1_000_000L, "100000 36 0")]
    [InlineData("2026-01-06", "phone", 0, 500_000L, "0 36 500000")]

    // No handle time: spend ÷ contacts, without a fee; no such figure: unknown.
    [InlineData("2026-01-06", "phone", null, 7_250_000L, "7.25")]
    [InlineData("2026-01-10", "phone", 80, 1_750_000L, "80000 45 750000")]
    [InlineData("2026-01-10", "phone", null, null, "")]

    // No rate: the handle time does not matter.
    [InlineData("2026-01-20", "phone", 100, 8_000_000L, "8")]
    public void TryPrice_OfAContact_IsTheContracts(string day, string channel, int? handled, long? cost, string? how)
    {
        var (batch, dictionaries) = Batch(new ContactRow("1", $"{day} 09:00") { Channel = channel, HandleTime = handled });
        var costs = new ContactCosts(Project, dictionaries);
        Assert.Equal(cost is not null, costs.TryPrice(batch, 0, SmallHistory.Day(day), out var found));
        Assert.Equal(cost ?? 0, found);
        var price = costs.Explain(batch, 0, SmallHistory.Day(day));
        Assert.Equal((cost, how is not null), (price.Cost, price.From is not null));
        var parts = (how ?? "").Split(' ');
        Assert.Equal(parts.Length == 3 ? how : "", price is { HandleTime: { } time, Rate: { } rate, Fee: { } fee } ? $"{time} {rate} {fee}" : "");
        Assert.Equal(parts.Length == 1 ? how ?? "" : "", price.PerContact?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "");
        Assert.Equal(parts.Length == 3, price.HandleTime is not null || price.Rate is not null || price.Fee is not null);
    }

    [Fact]
    public void TryPrice_WithoutAColumnOfHandleTime_IsSpendPerContact()
    {
        var dictionaries = new ContactDictionaries(SmallHistory.Schema, []);
        var batch = new ContactBatch(dictionaries, 1) { Count = 1 };
        Assert.True(new ContactCosts(Project, dictionaries).TryPrice(batch, 0, SmallHistory.Day("2026-01-06"), out var cost));
        Assert.Equal(7_250_000, cost);
    }

    /// <summary>Base × factor, by the code as a bare word; another kind is noted.</summary>
    [Theory]
    [InlineData("2026-01-06", "Regulator", 160_000_000L, "regulator 10 16")]
    [InlineData("2026-01-06", "small-claim", 270_000_000L, "Small Claim 10 27")]
    [InlineData("2026-01-10", "regulator", 320_000_000L, "regulator 20 16")]
    [InlineData("2026-01-05", "regulator", null, null)]
    [InlineData("2026-01-06", "", null, null)]
    [InlineData("2026-01-06", "press", null, "?press")]
    [InlineData("2026-01-10", "small claim", null, "?small claim")]
    [InlineData("2026-01-20", "regulator", null, "?regulator")]
    public void TryPrice_OfAnEscalation_IsBaseTimesFactor(string day, string kind, long? cost, string? how)
    {
        var (batch, dictionaries) = Batch(new("0", $"{day} 09:00") { Escalation = "something else" }, new("1", $"{day} 09:00") { Escalation = kind });
        var prices = EscalationPrices.Of(Project, dictionaries);
        Assert.NotNull(prices);
        Assert.Equal(cost is not null, prices.TryPrice(batch, 1, SmallHistory.Day(day), out var found));
        Assert.Equal(cost ?? 0, found);
        Assert.Equal(how?.StartsWith('?') == true ? [new(how[1..], 1)] : [], prices.Unnamed);
        prices.TryPrice(batch, 1, SmallHistory.Day(day), out _);
        Assert.Equal(how?.StartsWith('?') == true ? [new(how[1..], 2)] : [], prices.Unnamed);
        var explained = prices.Explain(batch, 1, SmallHistory.Day(day));
        Assert.Equal(cost, explained?.Cost);
        Assert.Equal(cost is null ? null : how, explained is null ? null : $"{explained.Kind} {explained.Base} {explained.Factor}");
        Assert.Equal(cost is null ? null : new CostTables(Project)[new CostTables(Project).On(SmallHistory.Day(day))].From, explained?.From);
    }

    [Fact]
    public void Of_AProjectWithoutThem_IsNone()
    {
        var plain = new Project { Costs = [new(new(2026, 1, 6), 7, Fees(), null)] };
        Assert.Null(EscalationPrices.Of(plain, SmallHistory.Dictionaries()));
        Assert.Null(Leavers.Of(plain, SmallHistory.Dictionaries()));
        Assert.NotNull(Leavers.Of(Project, SmallHistory.Dictionaries()));
    }

    private static (ContactBatch Batch, ContactDictionaries Dictionaries) Batch(params ContactRow[] rows)
    {
        var dictionaries = SmallHistory.Dictionaries();
        return (SmallHistory.Batch(dictionaries, rows), dictionaries);
    }

    private static ImmutableDictionary<string, decimal> Fees(params (string Channel, decimal Fee)[] fees) => fees.ToImmutableDictionary(fee => fee.Channel, fee => fee.Fee);

    private static EscalationCosts Escalated(decimal amount, params (string Kind, decimal Money)[] kinds) =>
        new(amount, kinds.ToImmutableDictionary(kind => kind.Kind, kind => new EscalationFactor(kind.Money, 99)));
}
