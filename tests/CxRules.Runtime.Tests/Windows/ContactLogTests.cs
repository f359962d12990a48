using System.Globalization;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Windows;

/// <summary>Cells out of the log against cells that were counted as the contacts came.</summary>
public sealed class ContactLogTests
{
    private static readonly RulePlan Rule = new()
    {
        Id = "again",
        Index = 0,
        Population = 0,
        Per = [SmallHistory.Field("customer")],
        Signal = new ThresholdSignal(0, ComparisonKind.Greater, new ConstantAmount(5), null, false),
        Route = new(["A"], null, 3),
    };

    private static readonly CostTable Costs = new(new(2026, 1, 6), null, System.Collections.Immutable.ImmutableDictionary<string, decimal>.Empty.Add("phone", 2), 36);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    public void Cells_OfRareAndOfFrequentProfiles_AreTheContacts(int seed, int parts)
    {
        var rows = Rows(new Random(seed));
        var plan = SmallHistory.Plan(new Project { Currency = "GBP", Costs = [Costs] }, [SmallHistory.Where("channel", "phone")], [new(QuantityKind.Volume, 0, -1, null, 0, Window.Weekly)], Rule);
        var dictionaries = SmallHistory.Dictionaries();
        var counters = Enumerable.Range(0, parts).Select(_ => new ContactCounter(plan, dictionaries)).ToArray();
        foreach (var (counter, own) in counters.Zip(rows.Chunk((rows.Length / parts) + 1)))
        {
            counter.Count(SmallHistory.Batch(dictionaries, own), Enumerable.Repeat(true, own.Length).ToArray());
        }

        foreach (var part in counters[1..])
        {
            counters[0].Absorb(part);
        }

        counters[0].Seal();
        var profiles = counters[0].Table.Profiles;
        Assert.Contains(profiles, profile => profile.IsLogged);
        Assert.Contains(profiles, profile => !profile.IsLogged);
        var customers = dictionaries[SmallHistory.Field("customer")];
        var customer = counters[0].Layout.Fields.IndexOf(SmallHistory.Field("customer"));
        foreach (var profile in profiles.Where(profile => profile.Holds(0)))
        {
            var name = customers[profile.Code(customer)];
            var expected = rows.Where(row => row is { Channel: "phone" } && row.Customer == name).GroupBy(row => SmallHistory.Day(row.At[..10])).OrderBy(day => day.Key).ToList();
            Assert.Equal(expected.Select(day => (day.Key, (long)day.Count())), profile.Counts.Span.ToArray().Select(cell => (cell.Slot, cell.Contacts)));
            Assert.Equal(expected.Select(day => (long)day.Count(row => CostOf(row) is null)), profile.Counts.Span.ToArray().Select(cell => cell.Unpriced));
            Assert.Equal(expected.Select(day => day.Sum(row => CostOf(row) ?? 0)), profile.Cells.Span.ToArray().Select(cell => cell.Cost));
            Assert.Equal(expected.Select(EvidenceOf), profile.Cells.Span.ToArray().Select(cell => string.Join(' ', (cell.Evidence?.Entries ?? []).Select(entry => entry.Id))));
        }
    }

    /// <summary>A second closing finds nothing to add.</summary>
    [Fact]
    public void Seal_Twice_CountsOnce()
    {
        var counter = SmallHistory.Count(SmallHistory.Plan(Project.Default, [SmallHistory.Where("channel")], [new(QuantityKind.Volume, 0, -1, null, 0, Window.Weekly)], Rule), new ContactRow("1", "2026-01-05 09:00") { Customer = "ann" });
        counter.Seal();
        Assert.Equal(1, counter.Table.Profiles.Single().Cells.Contacts);
        counter.Table.Profiles.Single().OwnCells.At(3);
        counter.Seal();
        Assert.Equal(0, counter.Table.Profiles.Single().Cells.Contacts);
    }

    /// <summary>Contacts that were not counted, of customers that nobody saw: they are found, and have nothing.</summary>
    [Fact]
    public void Locate_OfAContactThatWasNotCounted_FindsNothingOfIt()
    {
        var dictionaries = SmallHistory.Dictionaries();
        var counter = new ContactCounter(SmallHistory.Plan(Project.Default, [SmallHistory.Where("channel")], [new(QuantityKind.Volume, 0, -1, null, 0, Window.Weekly)], Rule), dictionaries);
        var batch = SmallHistory.Batch(dictionaries, [.. ((string[])["ann", "bob", "eve"]).Select(customer => new ContactRow(customer, "2026-01-05 09:00") { Customer = customer })]);
        counter.Count(batch, [true, false, false]);
        counter.Seal();
        var located = counter.Locate(batch);
        Assert.Equal([1L, 0, 0], Enumerable.Range(0, 3).Select(row => located(row).Profile).Select(profile => profile.Counts.Contacts + (profile.IsLogged ? 0 : 100)));
    }

    /// <summary>Before the table's day nothing has a cost, nor has what has no handle time.</summary>
    private static long? CostOf(ContactRow row) =>
        row.HandleTime is { } seconds && string.CompareOrdinal(row.At, "2026-01-06") > 0 ? (long)(1_000_000 * ((seconds / 100) + 2)) : null;

    private static string EvidenceOf(IEnumerable<ContactRow> rows)
    {
        var evidence = new Evidence(3);
        foreach (var row in rows)
        {
            var id = System.Text.Encoding.UTF8.GetBytes(row.Id);
            evidence.Add(CxRules.Model.Hashing.StableHash.Of(id), id);
        }

        return string.Join(' ', evidence.Entries.Select(entry => entry.Id));
    }

    /// <summary>A hundred customers with a handful of contacts each, and two with hundreds, in no order.</summary>
    private static ContactRow[] Rows(Random random)
    {
        var customers = Enumerable.Range(0, 100).SelectMany(i => Enumerable.Repeat($"c{i}", 1 + (i % 7))).Concat(Enumerable.Repeat("often", 300)).Concat(Enumerable.Repeat("always", 700)).ToArray();
        random.Shuffle(customers);
        return [.. customers.Select((customer, i) => new ContactRow(i.ToString(CultureInfo.InvariantCulture), $"2026-01-{random.Next(5, 12):00} {random.Next(24):00}:00")
        {
            Customer = customer,
            Channel = random.Next(5) == 0 ? "chat" : "phone",
            HandleTime = random.Next(6) == 0 ? null : random.Next(1, 500),
        })];
    }
}
