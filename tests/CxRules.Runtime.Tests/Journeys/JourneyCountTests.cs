using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Journeys;

/// <summary>
/// What is counted of contacts that wait for others. Seventy populations, so that rows of bits have two words: 0 promises, 1 anything, 2 confirmations,
/// which journeys alone look for; 3 promises confirmed within 48 hours, by region; 69 promises not confirmed within two.
/// </summary>
public sealed class JourneyCountTests
{
    private const int Kept = 3;
    private const int Slow = 69;

    private static readonly ContactRow[] Rows =
    [
        new("p1", "2026-01-06 23:00") { Customer = "ann", Disposition = "promise", Region = "north" },
        new("c1", "2026-01-08 09:00") { Customer = "ann", Disposition = "confirmed", Region = "north" },
        new("p2", "2026-01-20 23:30") { Customer = "ann", Disposition = "promise", Region = "north" },
        new("x1", "2026-01-01 09:00") { Customer = "bob", Region = "south" },
        new("x2", "2026-01-20 23:40") { Customer = "bob", Region = "north" },
    ];

    /// <summary>The first promise counts on the 8th as one that was kept, and on the 7th as one that took long. The others have nothing to wait for, whatever their day.</summary>
    [Fact]
    public void Count_OfContactsThatWait_IsEachOnce()
    {
        var (counter, _) = Count(Rows);
        Assert.Equal((5, 5), (counter.Contacts, counter.Table.Profiles.Sum(profile => profile.Cells.Contacts)));
        Assert.Equal(
            ["0 1 1, codes 0 0 0", "0 1 3 69 1, codes 1 8 7", "1 3, codes 0 0 0"],
            counter.Table.Profiles.Select(profile => $"{Populations(profile)} {profile.Cells.Contacts}, codes {profile.Code(0)} {Day(profile.Code(1))} {Day(profile.Code(2))}").Order(StringComparer.Ordinal));
        var promise = counter.Table.Profiles.Single(profile => profile.Holds(Kept));
        var slot = SmallHistory.Day("2026-01-06");
        Assert.Equal((8, 7, 6), (Day(counter.Layout.SlotOf(promise, Kept, slot)), Day(counter.Layout.SlotOf(promise, Slow, slot)), Day(counter.Layout.SlotOf(promise, 0, slot))));
    }

    /// <summary>The second promise: what comes after the last contact's day will say.</summary>
    [Fact]
    public void UndecidedIn_APopulation_IsWhatLaterContactsDecide()
    {
        var (counter, _) = Count(Rows);
        Assert.Equal([Kept, Slow], Enumerable.Range(0, 128).Where(population => counter.UndecidedIn(population) == 1));
        Assert.Equal(2, Enumerable.Range(0, 128).Sum(counter.UndecidedIn));
    }

    [Fact]
    public void Series_OfWhatWasDecided_CountsOnThatDay()
    {
        var (counter, dictionaries) = Count(Rows);
        var (store, timeline) = (new SeriesStore(counter.Table, counter.Layout, TimeUnit.Day), new Timeline(ZoneRules.Utc, TimeUnit.Day, SmallHistory.Day("2026-01-01"), SmallHistory.Day("2026-01-20")));
        var north = new GroupKey([dictionaries[SmallHistory.Field("region")].Add("north")]);
        Assert.Equal([7], store.Find(Kept, [SmallHistory.Field("region")], north, timeline).Units);
        Assert.Equal([6], store.Find(Slow, [], GroupKey.None, timeline).Units);
    }

    /// <summary>Found again where they were counted, and since when.</summary>
    [Fact]
    public void Locate_OfAContactThatWaited_IsWhereItWasCounted()
    {
        var (counter, dictionaries) = Count(Rows);
        var located = counter.Locate(SmallHistory.Batch(dictionaries, Rows));
        var promise = located(0);
        Assert.Equal("0 1 3 69", Populations(promise.Profile));
        Assert.Equal(1, promise.Profile.Cells.Contacts);
        Assert.Equal(
            [SmallHistory.Ticks("2026-01-08 09:00"), SmallHistory.Ticks("2026-01-07 01:00"), SmallHistory.Ticks("2026-01-06 23:00")],
            ((int[])[Kept, Slow, 1]).Select(population => counter.Since(population, promise)));
        var other = located(3);
        Assert.Equal(("1", SmallHistory.Ticks("2026-01-01 09:00")), (Populations(other.Profile), counter.Since(1, other)));
        Assert.Equal(3, counter.Table.Profiles.Count);
    }

    /// <summary>Without journeys a contact belongs since it came.</summary>
    [Fact]
    public void Since_WithoutJourneys_IsWhenTheContactCame()
    {
        var dictionaries = SmallHistory.Dictionaries();
        var counter = new ContactCounter(SmallHistory.Plan(Project.Default, [SmallHistory.Where("")], [], new RulePlan { Id = "a", Index = 0, Population = 0 }), dictionaries);
        var batch = SmallHistory.Batch(dictionaries, Rows);
        counter.Count(batch, [true, true, true, true, true]);
        counter.Seal();
        Assert.Equal(SmallHistory.Ticks("2026-01-08 09:00"), counter.Since(0, counter.Locate(batch)(1)));
    }

    [Fact]
    public void Count_OfNoContacts_IsNothing()
    {
        var (counter, _) = Count([]);
        Assert.Equal((0, 0), (counter.Contacts, counter.Table.Profiles.Count));
    }

    /// <summary>Of two gaps the one that lies in the 48 hours makes it unknown, whichever comes first.</summary>
    [Theory]
    [InlineData("2026-01-07", "2026-01-12", "Unknown")]
    [InlineData("2026-01-03", "2026-01-07", "Unknown")]
    [InlineData("2026-01-03", "2026-01-12", "False 2026-01-08 23:00:00")]
    public void Following_OverTwoGaps_IsUnknownInEither(string one, string other, string expected)
    {
        var history = new JourneyHistory([JourneyHistory.FollowedBy(2, Hours(48))], new AtomJourney(0)) { Gaps = [Date(one), Date(other)] };
        Assert.Equal(expected, history.First(Rows[0], Rows[3], Rows[4]));
    }

    private static (ContactCounter Counter, ContactDictionaries Dictionaries) Count(ContactRow[] rows)
    {
        var dictionaries = SmallHistory.Dictionaries();
        var counter = new ContactCounter(Plan(), dictionaries);
        counter.Count(SmallHistory.Batch(dictionaries, rows), [.. Enumerable.Repeat(true, rows.Length)]);
        counter.Seal();
        return (counter, dictionaries);
    }

    private static EnginePlan Plan()
    {
        PopulationPlan[] populations = [.. Enumerable.Range(0, 70).Select(i => SmallHistory.Where("disposition", $"d{i}"))];
        populations[0] = SmallHistory.Where("disposition", "promise");
        populations[1] = SmallHistory.Where("");
        populations[2] = SmallHistory.Where("disposition", "confirmed");
        populations[Kept] = Promises(new AtomJourney(0));
        populations[Slow] = Promises(new NotJourney(new AtomJourney(1)));
        var spike = new ThresholdSignal(0, ComparisonKind.Greater, new ConstantAmount(0), null, false);
        return SmallHistory.Plan(
            Project.Default,
            populations,
            [new(QuantityKind.Volume, Kept, -1, null, 0, Window.Daily), new(QuantityKind.Volume, Slow, -1, null, 0, Window.Daily)],
            new() { Id = "kept", Index = 0, Population = Kept, Signal = spike, Per = [SmallHistory.Field("region")], Route = new(["A"], null, 5) },
            new() { Id = "slow", Index = 1, Population = Slow, Signal = spike with { Measure = 1 }, Route = new(["A"], null, 5) })
            with { Journeys = [JourneyHistory.FollowedBy(2, Hours(48)), JourneyHistory.FollowedBy(2, Hours(2))] };
    }

    /// <summary>Contacts whose id begins with p, of which a journey decides.</summary>
    private static PopulationPlan Promises(JourneyCondition journey) =>
        new([], [], _ => static (batch, row) => batch.Text(SmallHistory.Schema.Id)[row][0] == (byte)'p' ? Truth.Unknown : Truth.False) { Journey = journey };

    private static JourneyLimit Hours(int hours) => JourneyLimit.Elapsed(hours * TimeSpan.TicksPerHour);

    private static DateOnly Date(string date) => DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);

    private static int Day(int slot) => slot == 0 ? 0 : DateOnly.FromDayNumber(slot).Day;

    private static string Populations(Profile profile) => string.Join(' ', Enumerable.Range(0, 128).Where(profile.Holds));
}
