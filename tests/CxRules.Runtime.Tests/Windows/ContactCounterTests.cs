using System.Collections.Immutable;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Windows;

public sealed class ContactCounterTests
{
    private static readonly SignalPlan Spike = new ThresholdSignal(0, ComparisonKind.Greater, new ConstantAmount(5), null, false);

    private static readonly RulePlan[] Rules =
    [
        new() { Id = "late", Index = 0, Population = 0, Signal = Spike, Per = [SmallHistory.Field("region")], Route = new(["A"], null, 2) },
        new() { Id = "phone", Index = 1, Population = 1, Route = new(["B"], null, 5) },
        new() { Id = "refunds", Index = 2, Population = 2, Route = new(["C"], null, 5) },
    ];

    private static readonly MeasurePlan[] Measures =
    [
        new(QuantityKind.Volume, 0, -1, null, 0, Window.Daily),
        new(QuantityKind.Cancellations, 0, -1, null, 0, Window.Daily),
        new(QuantityKind.Average, 0, -1, SmallHistory.Field("handle time"), 0, Window.Daily),
        new(QuantityKind.Average, 0, -1, SmallHistory.Field("csat"), 0, Window.Daily),
        new(QuantityKind.Percentile, 0, -1, SmallHistory.Field("csat"), 90, Window.Daily),
    ];

    private static readonly ContactRow[] Rows =
    [
        new("1", "2026-01-06 23:30") { Disposition = "late", Region = "north", Customer = "ann", HandleTime = 60, Csat = 3 },
        new("2", "2026-01-05 09:00") { Disposition = "late", Region = "north", Customer = "bob", Cancelled = true },
        new("3", "2026-01-06 10:00") { Disposition = "late", Region = "north", HandleTime = 120 },
        new("4", "2026-01-06 11:00") { Disposition = "late", Region = "north", Channel = "chat", Customer = "ann", Cancelled = true, Csat = 0 },
        new("5", "2026-01-06 12:00") { Disposition = "refund", Region = "east", Customer = "ann", Cancelled = true, Csat = 5 },
        new("6", "2026-01-06 13:00") { Region = "west", Cancelled = true },
        new("7", "2026-01-06 14:00") { Disposition = "late", Cancelled = false, Customer = "cat" },
    ];

    private static readonly int Monday = SmallHistory.Monday.DayNumber;

    [Fact]
    public void Count_OfContacts_IsTheirDaysAndEnds()
    {
        var counter = Counter();
        Assert.Equal(7, counter.Contacts);
        Assert.Equal((SmallHistory.Ticks("2026-01-05 09:00"), SmallHistory.Ticks("2026-01-06 23:30")), (counter.First, counter.Last));
        Assert.Equal([new(Monday, 1), new(Monday + 1, 6)], counter.Days);
    }

    /// <summary>The populations of each contact, and its region (1: north), which only the first population is grouped by.</summary>
    [Fact]
    public void Count_OfContacts_KeepsWhatTheyHaveInCommon()
    {
        var dictionaries = SmallHistory.Dictionaries();
        var counter = new ContactCounter(SmallHistory.Plan(Project.Default, Populations(), Measures, Rules), dictionaries);
        var located = counter.Locate(SmallHistory.Batch(dictionaries, Rows));
        Assert.Equal(
            ["late phone 1", "late phone 1", "late phone 1", "late 1", "phone refunds 0", "phone 0", "late phone 0"],
            Enumerable.Range(0, Rows.Length).Select(row => located(row).Profile).Select(profile => string.Join(' ', Rules
                .Where(rule => profile.Holds(rule.Population)).Select(rule => rule.Id)
                .Append($"{profile.Code(0)}"))));
    }

    [Fact]
    public void Count_OfContacts_LogsWhatMeasuresNeed()
    {
        var counter = Counter();
        var north = counter.Table.Profiles.Single(profile => profile.Holds(0) && profile.Holds(1) && profile.Code(0) == 1);
        Assert.Equal([(Monday, 1L), (Monday + 1, 2L)], north.Cells.Span.ToArray().Select(cell => (cell.Slot, cell.Contacts)));

        // Sum and count of csat (millionths) and handle time (milliseconds), in the schema's order: handle time first.
        Assert.Null(north.Cells.Span[0].Sums);
        Assert.Equal([180_000L, 2, 3_000_000, 1], north.Cells.Span[1].Sums ?? []);
        Assert.Equal([(Monday + 1, 3_000_000L)], (north.Values ?? []).Select(value => (value.Slot, value.Value)));
        Assert.Equal([(Monday + 1, SmallHistory.Ticks("2026-01-06 23:30")), (Monday, SmallHistory.Ticks("2026-01-05 09:00"))], (north.Customers ?? []).Select(entry => (entry.Slot, entry.OccurredAt)));
        Assert.Equal(["1", "3"], (north.Cells.Span[1].Evidence?.Entries ?? []).Select(entry => entry.Id).Order());

        // The chat's csat of nought is a value; a refund is in no population that needs values, customers or evidence.
        var chat = counter.Table.Profiles.Single(profile => !profile.Holds(1));
        Assert.Equal([0L], (chat.Values ?? []).Select(value => value.Value));
        Assert.Equal([0L, 0, 0, 1], chat.Cells.Span[0].Sums ?? []);
        var refund = counter.Table.Profiles.Single(profile => profile.Holds(2));
        Assert.Null(refund.Values);
        Assert.Null(refund.Customers);
        Assert.Null(refund.Cells.Span[0].Evidence);
        Assert.Equal([0L, 0, 5_000_000, 1], refund.Cells.Span[0].Sums ?? []);
    }

    /// <summary>Whoever says so and has a customer key has left, whatever the contact is about.</summary>
    [Fact]
    public void Count_OfContacts_RemembersWhoCancelled() => Assert.Equal(
        [[SmallHistory.Ticks("2026-01-05 09:00")], [SmallHistory.Ticks("2026-01-06 11:00"), SmallHistory.Ticks("2026-01-06 12:00")]],
        Counter().Cancellations.Values.OrderBy(instants => instants.Count));

    [Fact]
    public void Count_WithoutSuchAMeasure_RemembersNoOne() =>
        Assert.Empty(SmallHistory.Count(SmallHistory.Plan(Project.Default, Populations(), [Measures[0]], Rules), Rows).Cancellations);

    [Fact]
    public void Count_OfRowsThatAreNotLetIn_IsNothing()
    {
        var dictionaries = SmallHistory.Dictionaries();
        var counter = new ContactCounter(SmallHistory.Plan(Project.Default, Populations(), Measures, Rules), dictionaries);
        counter.Count(SmallHistory.Batch(dictionaries, Rows), [true, false, false, false, false, false, true]);
        counter.Seal();
        Assert.Equal(2, counter.Contacts);
        Assert.Equal([new(Monday + 1, 2)], counter.Days);
    }

    /// <summary>A rule whose cases carry no example ids: no sample is kept.</summary>
    [Fact]
    public void Count_ForARuleWithoutEvidence_KeepsNone()
    {
        var counter = SmallHistory.Count(SmallHistory.Plan(Project.Default, Populations(), Measures, Rules[0] with { Route = new(["A"], null, 0) }), Rows);
        Assert.All(counter.Table.Profiles, profile => Assert.Null(profile.Cells.Span[0].Evidence));
    }

    /// <summary>Seventy rules about single contacts, so that rows of bits have two words: what each contact meets, what is unknown, and its codes.</summary>
    [Fact]
    public void Count_OfManyPopulations_KeepsThemAll()
    {
        RulePlan[] rules = [.. Enumerable.Range(0, 70).Select(i => new RulePlan { Id = $"r{i}", Index = i, Population = i, Route = new([], SmallHistory.Field(i == 69 ? "region" : "channel"), 5) })];
        PopulationPlan[] populations = [.. Enumerable.Range(0, 70).Select(i => SmallHistory.Where(i is 3 or 69 ? "region" : "disposition", i is 3 or 69 ? "north" : $"d{i}"))];
        var dictionaries = SmallHistory.Dictionaries();
        var counter = new ContactCounter(SmallHistory.Plan(Project.Default, populations, [], rules), dictionaries);
        ContactRow[] rows =
        [
            new("1", "2026-01-05 09:00") { Disposition = "d5", Region = "north", Channel = "chat" },
            new("2", "2026-01-05 09:00") { Disposition = "d68" },
            new("3", "2026-01-05 09:00") { Region = "south" },
        ];
        var located = counter.Locate(SmallHistory.Batch(dictionaries, rows));
        Assert.Equal(["3 5 69", "68", ""], Enumerable.Range(0, 3).Select(row => string.Join(' ', Enumerable.Range(0, 70).Where(located(row).Profile.Holds))));
        Assert.Equal(["", "3 69", string.Join(' ', Enumerable.Range(0, 69).Where(i => i != 3))], Enumerable.Range(0, 3).Select(row => Unknown(row)));

        // Channel, then region: chat and north; phone, and no region; nobody asks for the third's.
        Assert.Equal(["1 1", "2 0", "0 0"], Enumerable.Range(0, 3).Select(row => string.Join(' ', Enumerable.Range(0, 2).Select(located(row).Profile.Code))));

        string Unknown(int row)
        {
            var alone = new ContactCounter(SmallHistory.Plan(Project.Default, populations, [], rules), dictionaries);
            alone.Count(SmallHistory.Batch(dictionaries, rows), [.. Enumerable.Range(0, 3).Select(other => other == row)]);
            return string.Join(' ', Enumerable.Range(0, 70).Where(population => alone.UnknownIn(population) == 1));
        }
    }

    /// <summary>Hour buckets as soon as a rule needs them: the same contacts, found again where they were counted.</summary>
    [Theory]
    [InlineData(TimeUnit.Day)]
    [InlineData(TimeUnit.Hour)]
    public void Locate_OfARow_IsWhereItWasCounted(TimeUnit unit)
    {
        var plan = SmallHistory.Plan(Project.Default, Populations(), Measures, Rules[0] with { Unit = unit }, Rules[1], Rules[2]);
        var dictionaries = SmallHistory.Dictionaries();
        var counter = new ContactCounter(plan, dictionaries);
        var batch = SmallHistory.Batch(dictionaries, Rows);
        counter.Count(batch, Enumerable.Repeat(true, Rows.Length).ToArray());
        counter.Seal();
        var located = counter.Locate(batch);
        for (var row = 0; row < Rows.Length; row++)
        {
            var place = located(row);
            var at = SmallHistory.Ticks(Rows[row].At);
            var day = (int)(at / TimeSpan.TicksPerDay);
            Assert.Equal((unit == TimeUnit.Day ? day : (day * 32) + (int)(at / TimeSpan.TicksPerHour % 24), day, at), (place.Slot, place.Day, place.OccurredAt));
            Assert.True(place.Profile.Cells.At(place.Slot).Contacts > 0);
        }

        Assert.Equal(5, counter.Table.Profiles.Count);
        Assert.Equal(unit == TimeUnit.Day ? 1 : 2, located(0).Profile.Cells.Span.ToArray().Count(cell => cell.Slot != located(1).Slot));
    }

    /// <summary>A disposition that the project calls by another name, and whose touchpoint it knows: read as such the second time, too.</summary>
    [Fact]
    public void Locate_OfABatchReadAgain_DerivesItsCodes()
    {
        var project = new Project { Dispositions = [new("late", null, null, Demand.Failure, "delivery", ["delayed"]), new("done", null, null, Demand.Value, null, []) { IsMissing = true }] };
        RulePlan[] rules = [new() { Id = "a", Index = 0, Population = 0, Route = new(["A"], null, 5) }, new() { Id = "b", Index = 1, Population = 1, Route = new(["A"], null, 5) }];
        var plan = SmallHistory.Plan(project, [SmallHistory.Where("touchpoint", "delivery"), SmallHistory.Where("disposition", "done")], [], rules);
        var dictionaries = SmallHistory.Dictionaries();
        var counter = new ContactCounter(plan, dictionaries);
        ContactRow[] rows = [new("1", "2026-01-05 09:00") { Disposition = "delayed" }, new("2", "2026-01-05 09:00") { Disposition = "done" }];
        counter.Count(SmallHistory.Batch(dictionaries, rows), [true, true]);
        counter.Seal();
        var located = counter.Locate(SmallHistory.Batch(dictionaries, rows));
        Assert.True(located(0).Profile.Holds(0));
        Assert.Equal([1L, 1], new[] { counter.UnknownIn(0), counter.UnknownIn(1) });
        Assert.Equal(2, counter.Table.Profiles.Count);
    }

    /// <summary>7.20 a contact from 6 January; before it no cost is known.</summary>
    [Fact]
    public void Count_WithCosts_PricesEachContact()
    {
        var table = new CostTable(SmallHistory.Monday.AddDays(1), 7.2m, ImmutableDictionary<string, decimal>.Empty, null);
        var counter = SmallHistory.Count(SmallHistory.Plan(new Project { Currency = "GBP", Costs = [table] }, [SmallHistory.Where("channel")], [], new RulePlan { Id = "a", Index = 0, Population = 0 }), Rows);
        var cells = counter.Table.Profiles.SelectMany(profile => profile.Cells.Span.ToArray()).ToList();
        Assert.Equal((6 * 7_200_000L, 1), (cells.Sum(cell => cell.Cost), cells.Sum(cell => cell.Unpriced)));
        Assert.Null(counter.Leavers);
        Assert.Null(counter.Escalations);
        Assert.All(cells, cell => Assert.Null(cell.Consequences));
    }

    private static PopulationPlan[] Populations() => [SmallHistory.Where("disposition", "late"), SmallHistory.Where("channel", "phone"), SmallHistory.Where("disposition", "refund")];

    private static ContactCounter Counter() => SmallHistory.Count(SmallHistory.Plan(Project.Default, Populations(), Measures, Rules), Rows);
}
