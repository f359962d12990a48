using System.Collections.Immutable;
using CxRules.Model.Projects;
using CxRules.Runtime.Ledger;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Ledger;

/// <summary>A customer costs 100 from 6 January and 150 from 10 January; the table from 20 January does not say.</summary>
public sealed class LeaversTests
{
    private static readonly Project Project = new()
    {
        Currency = "GBP",
        Costs = [Table(6, 100), Table(10, 150), Table(20, null)],
    };

    /// <summary>Contacts, and for each what it bears: `s` stated or `i` inferred, and the cost; `-` nothing.</summary>
    public static TheoryData<string, string, int> Histories => new()
    {
        // A contact that says nothing of it, one that does, one that gives the day, one that gives a reason.
        { "a 06 ann", "-", 0 },
        { "a 06 ann no", "-", 0 },
        { "a 06 ann yes", "i100", 0 },
        { "a 06 ann at", "i100", 0 },
        { "a 06 ann yes reason", "s100", 0 },
        { "a 10 ann yes", "i150", 0 },

        // A reason alone is no cancellation.
        { "a 06 ann - reason", "-", 0 },

        // One of a customer's contacts bears it: the first by time, whatever the order of rows, then by id.
        { "a 07 ann yes, b 06 ann yes", "- i100", 0 },
        { "b 06 ann yes, a 07 ann yes", "i100 -", 0 },
        { "b 06 ann yes, a 06 ann yes", "- i100", 0 },
        { "a 06 ann yes, b 06 ann yes", "i100 -", 0 },
        { "b 06 ann yes, B 06 ann yes", "- i100", 0 },
        { "a 06 ann yes, b 10 ann yes reason", "i100 -", 0 },
        { "c 10 ann yes, b 07 ann yes, a 08 ann yes", "- i100 -", 0 },

        // Two sources may use one id for two contacts: the earlier bears it.
        { "a 07 ann yes, a 06 ann yes", "- i100", 0 },

        // Each customer once; a contact without a customer is one of its own.
        { "a 06 ann yes, b 06 bob yes reason", "i100 s100", 0 },
        { "a 06 - yes, b 06 - yes, c 07 - no", "i100 i100 -", 0 },

        // No table, or one without acquisition: it costs nothing, and is counted.
        { "a 05 ann yes", "i0", 1 },
        { "a 20 ann yes, b 21 bob yes reason", "i0 s0", 2 },
    };

    [Theory]
    [MemberData(nameof(Histories))]
    public void Explain_EachContact_IsWhatItBears(string rows, string expected, int unpriced)
    {
        var plan = Plan();
        var dictionaries = SmallHistory.Dictionaries();
        var counter = new ContactCounter(plan, dictionaries);
        ContactRow[] contacts = [.. rows.Split(", ").Select(Row)];
        var batch = SmallHistory.Batch(dictionaries, contacts);
        counter.Count(batch, Enumerable.Repeat(true, contacts.Length).ToArray());
        counter.Seal();
        counter.Seal();
        Assert.NotNull(counter.Leavers);
        var found = contacts.Select((_, row) =>
        {
            var at = batch.Number(SmallHistory.Schema.OccurredAt).Values[row];
            return counter.Leavers.Explain(batch, row, at, (int)(at / TimeSpan.TicksPerDay));
        }).ToList();
        Assert.Equal(expected, string.Join(' ', found.Select(price => price is null ? "-" : $"{(price.IsStated ? "s" : "i")}{price.Cost / 1_000_000}")));
        Assert.Equal(unpriced, counter.Leavers.Unpriced);

        // The cells hold the same, by day.
        var cells = counter.Table.Profiles.SelectMany(profile => profile.Cells.Span.ToArray()).ToList();
        Assert.Equal(found.Where(price => price?.IsStated == false).Sum(price => price?.Cost), cells.Sum(cell => cell.Consequences?.Left.Cost ?? 0));
        Assert.Equal(found.Where(price => price?.IsStated == true).Sum(price => price?.Cost), cells.Sum(cell => cell.Consequences?.LeftWithReason.Cost ?? 0));
        Assert.Equal(found.Count(price => price?.IsStated == false), cells.Sum(cell => cell.Consequences?.Left.Count ?? 0));
        Assert.Equal(found.Count(price => price?.IsStated == true), cells.Sum(cell => cell.Consequences?.LeftWithReason.Count ?? 0));
        Assert.Equal(
            contacts.Zip(found).Where(pair => pair.Second is not null).Select(pair => SmallHistory.Day(pair.First.At[..10])).Distinct().Order(),
            cells.Where(cell => cell.Consequences is not null).Select(cell => cell.Slot).Order());
    }

    [Theory]
    [InlineData("2026-01-05 09:00", null)]
    [InlineData("2026-01-06 09:00", "2026-01-06")]
    [InlineData("2026-01-25 09:00", "2026-01-20")]
    public void Explain_AContact_NamesTheTable(string at, string? from)
    {
        var dictionaries = SmallHistory.Dictionaries();
        var counter = new ContactCounter(Plan(), dictionaries);
        var batch = SmallHistory.Batch(dictionaries, new ContactRow("a", at) { Customer = "ann", Cancelled = true });
        counter.Count(batch, [true]);
        counter.Seal();
        Assert.Equal(from, counter.Leavers?.Explain(batch, 0, SmallHistory.Ticks(at), SmallHistory.Day(at[..10]))?.From?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Two sources use one id for two contacts of a customer, at one instant: one of them bears it, whichever is read first.</summary>
    [Fact]
    public void Explain_ContactsOfOneIdAndInstant_IsBorneOnce()
    {
        ContactRow[] rows = [new("a", "2026-01-06 09:00") { Source = "crm", Customer = "ann", Cancelled = true }, new("a", "2026-01-06 09:00") { Source = "calls", Customer = "ann", Cancelled = true, Reason = "price", Channel = "chat" }];
        var (borne, turned) = (Borne(rows), Borne([rows[1], rows[0]]));
        Assert.Equal("one stated", borne);
        Assert.Equal(borne, turned);

        static string Borne(ContactRow[] rows)
        {
            var dictionaries = SmallHistory.Dictionaries();
            var counter = new ContactCounter(Plan(), dictionaries);
            var batch = SmallHistory.Batch(dictionaries, rows);
            counter.Count(batch, [true, true]);
            counter.Seal();
            var at = SmallHistory.Ticks(rows[0].At);
            var found = Enumerable.Range(0, 2).Select(row => counter.Leavers?.Explain(batch, row, at, (int)(at / TimeSpan.TicksPerDay))).OfType<CancellationPrice>().ToList();
            return $"{(found.Count == 1 ? "one" : "two")} {(found[0].IsStated ? "stated" : "inferred")}";
        }
    }

    /// <summary>An escalation stands beside it, once a contact.</summary>
    [Fact]
    public void Count_OfEscalations_AddsThemUp()
    {
        var escalations = new EscalationCosts(10, ImmutableDictionary<string, EscalationFactor>.Empty.Add("regulator", new(16, 6)));
        var project = Project with { Costs = [Table(6, 100) with { Escalations = escalations }] };
        var counter = SmallHistory.Count(
            SmallHistory.Plan(project, [SmallHistory.Where("channel")], [], new RulePlan { Id = "a", Index = 0, Population = 0 }),
            new("1", "2026-01-06 09:00") { Escalation = "regulator" },
            new("2", "2026-01-06 10:00") { Escalation = "regulator", Cancelled = true, Customer = "ann" },
            new("3", "2026-01-06 11:00") { Escalation = "press" });
        var cell = counter.Table.Profiles.Single().Cells.Span[0];
        Assert.Equal((2, 320_000_000L), (cell.Consequences?.Escalated.Count ?? 0, cell.Consequences?.Escalated.Cost ?? 0));
        Assert.Equal((1, 100_000_000L), (cell.Consequences?.Left.Count ?? 0, cell.Consequences?.Left.Cost ?? 0));
        Assert.Equal([new("press", 1)], counter.Escalations?.Unnamed ?? []);
    }

    private static ContactRow Row(string text)
    {
        var parts = text.Split(' ');
        return new(parts[0], $"2026-01-{parts[1]} 09:00")
        {
            Customer = parts[2] == "-" ? "" : parts[2],
            Cancelled = parts.Contains("yes") ? true : parts.Contains("no") ? false : null,
            CancelledAt = parts.Contains("at") ? "2026-01-06" : null,
            Reason = parts.Contains("reason") ? "price" : "",
        };
    }

    private static EnginePlan Plan() => SmallHistory.Plan(Project, [SmallHistory.Where("channel")], [], new RulePlan { Id = "a", Index = 0, Population = 0 });

    private static CostTable Table(int day, decimal? acquisition) => new(new(2026, 1, day), 1, ImmutableDictionary<string, decimal>.Empty, null) { Acquisition = acquisition };
}
