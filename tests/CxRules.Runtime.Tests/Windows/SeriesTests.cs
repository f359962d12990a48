using System.Collections.Immutable;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Windows;

public sealed class SeriesTests
{
    private static readonly Timeline Days = SmallHistory.Timeline(TimeUnit.Day, 4);
    private static readonly int First = SmallHistory.Monday.DayNumber;

    /// <summary>Two profiles; the second has nothing on the second day, and none has on the third.</summary>
    private static readonly Series Two = new(Days, TimeUnit.Day, [Profile((0, 5, 500, 1, 40, 4), (1, 2, 200, 0, 6, 3), (3, 1, 100, 1, 0, 0)), Profile((0, 3, 33, 3, 5, 2), (3, 4, 44, 0, 8, 1))]);

    [Theory]
    [InlineData(0, 4, 15)]
    [InlineData(0, 1, 8)]
    [InlineData(1, 2, 2)]
    [InlineData(1, 3, 2)]
    [InlineData(2, 3, 0)]
    [InlineData(3, 4, 5)]
    [InlineData(2, 2, 0)]
    public void Contacts_OfAWindow_AreItsDays(int start, int end, long expected) => Assert.Equal(expected, Two.Contacts(start, end));

    [Theory]
    [InlineData(0, 1, 533, 4)]
    [InlineData(1, 3, 200, 0)]
    [InlineData(1, 4, 344, 1)]
    [InlineData(3, 4, 144, 1)]
    public void Cost_OfAWindow_IsItsDays(int start, int end, long cost, long unpriced) =>
        Assert.Equal((cost, unpriced, cost, unpriced), (Two.Cost(start, end), Two.Unpriced(start, end), Two.Cost(start, end), Two.Unpriced(start, end)));

    [Fact]
    public void Average_OfAField_IsItsSumAndCount()
    {
        Assert.Equal((45, 6), Two.Average(0, 0, 1));
        Assert.Equal((14, 4), Two.Average(0, 1, 4));
        Assert.Equal((0, 0), Two.Average(0, 2, 3));

        // The second field has twice as much of each in the test's cells; asked for last and first.
        Assert.Equal((90, 12), Two.Average(1, 0, 1));
        Assert.Equal((45, 6), Two.Average(0, 0, 1));
        Assert.Equal((90, 12), new Series(Days, TimeUnit.Day, Two.Profiles).Average(1, 0, 1));
    }

    [Fact]
    public void Average_OfCellsWithoutValues_IsNone()
    {
        var series = SmallHistory.Series(Days, 3, 4);
        Assert.Equal((0, 0), series.Average(0, 0, 2));
    }

    [Fact]
    public void CustomersAndValues_OfAWindow_AreThoseOfItsDays()
    {
        var one = new Profile([1], [])
        {
            Customers = [new(First + 3, 7, 30), new(First, 8, 1), new(First + 1, 7, 10)],
            Values = [new(First + 2, 5, 100), new(First, 5, 99)],
        };
        var other = new Profile([1], []) { Customers = [new(First + 1, 9, 11)] };
        var series = new Series(Days, TimeUnit.Day, [one, other]);
        Assert.Equal([8], Codes(series, 0, 1));
        Assert.Equal([7, 9], Codes(series, 1, 2));
        Assert.Equal([7, 9, 7], Codes(series, 1, 4));
        Assert.Empty(Codes(series, 2, 3));
        Assert.Equal([7], Codes(series, 2, 4));
        Assert.Equal([8, 7, 9, 7], Codes(series, 0, 4));
        Assert.Equal([99L], series.Values(0, 2).ToArray().Select(value => value.Entry.Value));
        Assert.Equal([99L, 100], series.Values(0, 3).ToArray().Select(value => value.Entry.Value));
        Assert.Equal([0, 2], series.Values(0, 4).ToArray().Select(value => value.Unit));
        Assert.Empty(SmallHistory.Series(Days, 1).Values(0, 4).ToArray());
    }

    [Fact]
    public void Contacts_OfHourBucketsByDay_AreTheDays()
    {
        var profile = new Profile([1], []);
        profile.Cells.At((First * 32) + 5).Contacts = 2;
        profile.Cells.At((First * 32) + 23).Contacts = 3;
        profile.Cells.At(((First + 1) * 32) + 0).Contacts = 7;
        var byDay = new Series(Days, TimeUnit.Hour, [profile]);
        var byHour = new Series(SmallHistory.Timeline(TimeUnit.Hour, 4), TimeUnit.Hour, [profile]);
        Assert.Equal([5L, 7, 0, 0], Enumerable.Range(0, 4).Select(day => byDay.Contacts(day, day + 1)));
        Assert.Equal([2L, 3, 7], ((int[])[5, 23, 24]).Select(hour => byHour.Contacts(hour, hour + 1)));
        Assert.Equal(12, byHour.Contacts(0, 96));
    }

    /// <summary>Contacts of Monday of which it was decided on Wednesday that they belong, by their first code or their second; and one that was never decided.</summary>
    [Theory]
    [InlineData(0, "0 0 5 0")]
    [InlineData(1, "0 0 0 5")]
    [InlineData(-1, "5 0 0 0")]
    public void Contacts_DecidedLater_CountWhenTheyWere(int decision, string expected)
    {
        var profile = new Profile([1], [First + 2, First + 3]);
        profile.Cells.At(First).Contacts = 5;
        var series = new Series(Days, TimeUnit.Day, [profile]) { Decision = decision };
        Assert.Equal(expected, string.Join(' ', Enumerable.Range(0, 4).Select(day => series.Contacts(day, day + 1))));
        Assert.Equal(decision < 0 ? 0 : -1, series.UnitOf(new Profile([1], [0, 0]), First));
    }

    [Fact]
    public void Groups_OfAPopulation_IsAGroupForEachValue()
    {
        var rule = new RulePlan { Id = "a", Index = 0, Population = 0, Per = [SmallHistory.Field("region"), SmallHistory.Field("channel")] };
        var plan = SmallHistory.Plan(Project.Default, [SmallHistory.Where("disposition", "late"), SmallHistory.Where("disposition")], [], rule, rule with { Id = "b", Index = 1, Population = 1 });
        var counter = SmallHistory.Count(
            plan,
            new("1", "2026-01-05 09:00") { Disposition = "late", Region = "north" },
            new("2", "2026-01-05 09:00") { Disposition = "late", Region = "south" },
            new("3", "2026-01-06 09:00") { Disposition = "late", Region = "north", Channel = "chat" },
            new("4", "2026-01-06 09:00") { Disposition = "late" },
            new("5", "2026-01-07 09:00") { Disposition = "late", Region = "north" },
            new("6", "2026-01-07 09:00") { Disposition = "refund", Region = "east" });
        var store = new SeriesStore(counter.Table, counter.Layout, TimeUnit.Day);
        ImmutableArray<CxRules.Model.Contacts.ContactField> byRegion = [SmallHistory.Field("region")];
        Assert.Equal([1L, 1, 2], Contacts(0, rule.Per));
        Assert.Same(store.Groups(0, rule.Per), store.Groups(0, rule.Per));
        Assert.Equal([1L, 3], Contacts(0, byRegion));
        Assert.Equal([1L, 1, 3], Contacts(1, byRegion));
        Assert.Equal(5, store.Find(0, [], GroupKey.None, Days).Contacts(0, 4));
        Assert.Equal(6, store.Find(1, [], GroupKey.None, Days).Contacts(0, 4));
        var north = store.Find(0, byRegion, new([1]), Days);
        Assert.Equal([1L, 1, 1, 0], Enumerable.Range(0, 4).Select(day => north.Contacts(day, day + 1)));
        Assert.Equal(0, store.Find(0, byRegion, new([99]), Days).Contacts(0, 4));
        Assert.Same(north, store.Find(0, byRegion, new([1]), Days));

        IEnumerable<long> Contacts(int population, ImmutableArray<CxRules.Model.Contacts.ContactField> per)
        {
            var groups = store.Groups(population, per);
            return Enumerable.Range(0, groups.Count).Select(group => store.Of(groups, group, Days).Contacts(0, 4)).Order();
        }
    }

    [Fact]
    public void GroupKey_OfEqualCodes_IsEqual()
    {
        Assert.Equal(new GroupKey([1, 2]), new GroupKey([1, 2]));
        Assert.NotEqual(new GroupKey([1, 2]), new GroupKey([2, 1]));
        Assert.NotEqual(new GroupKey([1, 2]), new GroupKey([1]));
        Assert.Equal(new GroupKey([1, 2]).GetHashCode(), new GroupKey([1, 2]).GetHashCode());
        Assert.Equal(GroupKey.None, new GroupKey([]));
    }

    private static int[] Codes(Series series, int start, int end) => [.. series.Customers(start, end).ToArray().Select(entry => entry.Entry.Customer)];

    private static Profile Profile(params (int Day, long Contacts, long Cost, long Unpriced, long Sum, long Count)[] days)
    {
        var profile = new Profile([1], []);
        foreach (var (day, contacts, cost, unpriced, sum, count) in days)
        {
            profile.Cells.At(First + day) = new Cell { Slot = First + day, Contacts = contacts, Cost = cost, Unpriced = unpriced, Sums = count == 0 ? null : [sum, count, 2 * sum, 2 * count] };
        }

        return profile;
    }
}
