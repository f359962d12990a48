using System.Collections.Immutable;
using CxRules.Model.Projects;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Ledger;

/// <summary>From 6 January a regulator's letter has a price; the table from 10 January names none.</summary>
public sealed class EscalationPricesTests
{
    private static readonly EscalationCosts Letters = new(10, ImmutableDictionary<string, EscalationFactor>.Empty.Add("regulator", new(16, 6)));

    private static readonly EnginePlan Plan = SmallHistory.Plan(
        new Project { Currency = "GBP", Costs = [Table(6) with { Escalations = Letters }, Table(10)] },
        [SmallHistory.Where("channel")],
        [],
        new RulePlan { Id = "a", Index = 0, Population = 0 });

    /// <summary>What two counters see, each contact its day and kind; kinds without a price, by name; escalations that have one.</summary>
    [Theory]
    [InlineData("06 regulator", "", "", 1)]
    [InlineData("06 press, 07 ombudsman, 06 press", "", "ombudsman 1, press 2", 0)]
    [InlineData("06 press", "06 press, 06 ombudsman, 06 regulator", "ombudsman 1, press 2", 1)]
    [InlineData("", "06 press, 08 minister, 06 ombudsman", "minister 1, ombudsman 1, press 1", 0)]
    [InlineData("10 regulator", "05 press, 06 regulator", "regulator 1", 1)]
    public void Unnamed_OfTwoCounters_IsWhatHasNoPrice(string own, string other, string unnamed, int priced)
    {
        var dictionaries = SmallHistory.Dictionaries();
        var (first, second) = (new ContactCounter(Plan, dictionaries), new ContactCounter(Plan, dictionaries));
        first.Count(SmallHistory.Batch(dictionaries, Rows(own)), Enumerable.Repeat(true, Rows(own).Length).ToArray());
        second.Count(SmallHistory.Batch(dictionaries, Rows(other)), Enumerable.Repeat(true, Rows(other).Length).ToArray());
        first.Absorb(second);
        first.Seal();
        Assert.Equal(unnamed, string.Join(", ", (first.Escalations?.Unnamed ?? []).Select(kind => $"{kind.Key} {kind.Value}")));
        Assert.Equal(priced, first.Table.Profiles.SelectMany(profile => profile.Cells.Span.ToArray()).Sum(cell => cell.Consequences?.Escalated.Count ?? 0));
    }

    private static ContactRow[] Rows(string text) =>
        [.. text.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select((row, i) => new ContactRow($"{i}", $"2026-01-{row[..2]} 09:00") { Escalation = row[3..] })];

    private static CostTable Table(int day) => new(new(2026, 1, day), 1, ImmutableDictionary<string, decimal>.Empty, null);
}
