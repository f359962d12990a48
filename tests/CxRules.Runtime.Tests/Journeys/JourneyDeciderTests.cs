using CxRules.Model.Time;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Journeys;

/// <summary>When a contact's journeys are decided: deadlines, clocks, gaps, and what is not known.</summary>
public sealed class JourneyDeciderTests
{
    private static readonly JourneyLimit Hours = JourneyLimit.Elapsed(48 * TimeSpan.TicksPerHour);

    /// <summary>Berlin in 2026: an hour is skipped on 29 March, and comes twice on 25 October.</summary>
    private static readonly ZoneRules Berlin = new("Europe/Berlin",
    [
        (long.MinValue, TimeSpan.TicksPerHour),
        (SmallHistory.Ticks("2026-03-29 01:00"), 2 * TimeSpan.TicksPerHour),
        (SmallHistory.Ticks("2026-10-25 01:00"), TimeSpan.TicksPerHour),
    ]);

    private static readonly ContactRow Promise = new("p", "2026-01-06 10:00") { Customer = "ann", Disposition = "promise" };

    /// <summary>Somebody else's, so that the history begins before and ends after.</summary>
    private static readonly ContactRow[] Others = [new("x", "2026-01-01 09:00") { Customer = "bob" }, new("y", "2026-01-20 09:00") { Customer = "bob" }];

    [Theory]
    [InlineData("2026-01-08 10:00:00", "True 2026-01-08 10:00:00")]
    [InlineData("2026-01-08 10:00:00.0000001", "False 2026-01-08 10:00:00")]
    [InlineData("2026-01-06 10:00:00.0000001", "True 2026-01-06 10:00:00")]
    [InlineData("2026-01-06 10:00:00", "False 2026-01-08 10:00:00")]
    [InlineData("2026-01-06 09:59:59", "False 2026-01-08 10:00:00")]
    [InlineData("2026-01-07 03:00:00", "True 2026-01-07 03:00:00")]
    public void Following_AtTheEdges_IsDecidedThen(string at, string expected) =>
        Assert.Equal(expected, Followed(Hours).First([Promise, Confirmed(at), .. Others]));

    [Theory]
    [InlineData("2026-01-04 10:00:00", "True 2026-01-06 10:00:00")]
    [InlineData("2026-01-04 09:59:59.9999999", "False 2026-01-06 10:00:00")]
    [InlineData("2026-01-06 09:59:59.9999999", "True 2026-01-06 10:00:00")]
    [InlineData("2026-01-06 10:00:00", "False 2026-01-06 10:00:00")]
    [InlineData("2026-01-06 10:00:00.0000001", "False 2026-01-06 10:00:00")]
    public void Preceding_AtTheEdges_IsDecidedAtTheContact(string at, string expected) =>
        Assert.Equal(expected, Preceded(Hours).First([Promise, Confirmed(at), .. Others]));

    [Fact]
    public void Following_OfSeveral_IsDecidedAtTheFirst() =>
        Assert.Equal("True 2026-01-06 11:00:00", Followed(Hours).First([Promise, Confirmed("2026-01-07 10:00"), Confirmed("2026-01-06 11:00"), Confirmed("2026-01-06 12:00"), .. Others]));

    [Fact]
    public void Following_OfAnotherCustomer_DoesNotCount() =>
        Assert.Equal("False 2026-01-08 10:00:00", Followed(Hours).First([Promise, Confirmed("2026-01-07 10:00") with { Customer = "bob" }, .. Others]));

    [Fact]
    public void Journey_WithoutACustomer_IsUnknown() =>
        Assert.Equal("Unknown", Followed(Hours).First([Promise with { Customer = "" }, Confirmed("2026-01-07 10:00") with { Customer = "" }, .. Others]));

    [Theory]
    [InlineData("2026-01-07 23:59", "undecided")]
    [InlineData("2026-01-08 00:00", "False 2026-01-08 10:00:00")]
    public void Following_BeyondTheLastContactsDay_IsUndecided(string last, string expected) =>
        Assert.Equal(expected, Followed(Hours).First([Promise, Others[0], Others[1] with { At = last }]));

    /// <summary>Nothing found means something only where all contacts are known.</summary>
    [Theory]
    [InlineData("2026-01-04 23:59", "2026-02-01", "False 2026-01-06 10:00:00")]
    [InlineData("2026-01-05 00:00", "2026-02-01", "Unknown")]
    [InlineData("2026-01-01 00:00", "2026-01-05", "Unknown")]
    [InlineData("2026-01-01 00:00", "2026-01-03", "False 2026-01-06 10:00:00")]
    [InlineData("2026-01-01 00:00", "2026-01-07", "False 2026-01-06 10:00:00")]
    public void Preceding_InTimeThatIsNotKnown_IsUnknown(string first, string gap, string expected) =>
        Assert.Equal(expected, (Preceded(Hours) with { Gaps = [DateOnly.Parse(gap, System.Globalization.CultureInfo.InvariantCulture)] }).First([Promise, Others[0] with { At = first }, Others[1]]));

    [Fact]
    public void Following_OverAGap_IsUnknownUnlessFound()
    {
        var history = Followed(Hours) with { Gaps = [new(2026, 1, 7)] };
        Assert.Equal("Unknown", history.First([Promise, .. Others]));
        Assert.Equal("True 2026-01-08 09:00:00", history.First([Promise, Confirmed("2026-01-08 09:00"), .. Others]));
    }

    [Theory]
    [InlineData("2026-03-28 09:00", "2026-03-29 08:00", "True 2026-03-29 08:00:00")]
    [InlineData("2026-03-28 09:00", "2026-03-29 08:00:01", "False 2026-03-29 08:00:00")]
    [InlineData("2026-10-24 08:00", "2026-10-25 09:00", "True 2026-10-25 09:00:00")]
    [InlineData("2026-10-24 08:00", "2026-10-25 09:00:01", "False 2026-10-25 09:00:00")]
    public void Following_WithinADayOverAClockChange_EndsAtTheSameTimeOfDay(string from, string at, string expected) =>
        Assert.Equal(expected, (Followed(JourneyLimit.OfDays(1)) with { Zone = Berlin }).First([Promise with { At = from }, Confirmed(at), Others[0], Others[1] with { At = "2026-12-01 09:00" }]));

    [Theory]
    [InlineData("2026-03-29 00:30", "2026-03-29 21:59:59", "True 2026-03-29 21:59:59")]
    [InlineData("2026-03-29 00:30", "2026-03-29 22:00:00", "False 2026-03-29 21:59:59")]
    [InlineData("2026-10-24 22:30", "2026-10-25 22:59:59", "True 2026-10-25 22:59:59")]
    [InlineData("2026-10-24 22:30", "2026-10-25 23:00:00", "False 2026-10-25 22:59:59")]
    public void Following_OnTheSameDay_EndsAtTheLocalMidnight(string from, string at, string expected) =>
        Assert.Equal(expected, (Followed(JourneyLimit.SameDay) with { Zone = Berlin }).First([Promise with { At = from }, Confirmed(at), Others[0], Others[1] with { At = "2026-12-01 09:00" }]));

    [Fact]
    public void Following_OnTheLastDay_IsDecidedByItsEnd() =>
        Assert.Equal("False 2026-01-06 23:59:59", Followed(JourneyLimit.SameDay).First([Promise, Others[0]]));

    /// <summary>Preceded by anything, and not followed by a confirmation; and the other ways to join the two.</summary>
    [Theory]
    [InlineData("and not", "2026-01-05 10:00", "2026-01-07 10:00", "False 2026-01-07 10:00:00")]
    [InlineData("and not", "2026-01-05 10:00", "2026-01-09 10:00", "True 2026-01-08 10:00:00")]
    [InlineData("and not", "2026-01-03 10:00", "2026-01-07 10:00", "False 2026-01-06 10:00:00")]
    [InlineData("or", "2026-01-05 10:00", "2026-01-07 10:00", "True 2026-01-06 10:00:00")]
    [InlineData("or", "2026-01-03 10:00", "2026-01-07 10:00", "True 2026-01-07 10:00:00")]
    [InlineData("or", "2026-01-03 10:00", "2026-01-09 10:00", "False 2026-01-08 10:00:00")]
    public void Journeys_JoinedInOneCondition_AreDecidedAsSoonAsPossible(string join, string before, string after, string expected)
    {
        JourneyCondition condition = join == "or" ? new AnyJourney([new AtomJourney(0), new AtomJourney(1)]) : new AllJourneys([new AtomJourney(0), new NotJourney(new AtomJourney(1))]);
        var history = new JourneyHistory([JourneyHistory.PrecededBy(1, Hours), JourneyHistory.FollowedBy(2, Hours)], condition);
        Assert.Equal(expected, history.First([Promise, new ContactRow("b", before) { Customer = "ann" }, Confirmed(after), .. Others]));
    }

    [Fact]
    public void Part_CountedApart_MakesNoDifference()
    {
        var history = new JourneyHistory([JourneyHistory.FollowedBy(2, Hours)], new AllJourneys([new OwnTest(_ => static (batch, row) => TruthOperators.Of(batch.Text(SmallHistory.Schema.Id)[row][0] == (byte)'p')), new NotJourney(new AtomJourney(0))]));
        ContactRow[] rows =
        [
            Promise, Promise with { Id = "p2", At = "2026-01-09 10:00" }, Promise with { Id = "p3", At = "2026-01-19 10:00" }, Promise with { Id = "p4", Customer = "" },
            Confirmed("2026-01-10 10:00"), .. Others,
        ];
        var whole = history.Count([rows]).Counter;
        var parts = history.Count([rows[..1], rows[1..4], rows[4..]]).Counter;
        Assert.Equal(CountText.Of(whole), CountText.Of(parts));
        Assert.Equal(1, whole.UndecidedIn(3));
        Assert.Equal(1, parts.UndecidedIn(3));

        var kept = Assert.Single(whole.Table.Profiles, profile => profile.Holds(3));
        var cell = Assert.Single(kept.Cells.Span.ToArray());
        Assert.Equal((SmallHistory.Day("2026-01-06"), SmallHistory.Day("2026-01-08")), (cell.Slot, whole.Layout.SlotOf(kept, 3, cell.Slot)));
    }

    /// <summary>What no rule needs costs nothing: no index, no contact kept back, no wider key.</summary>
    [Fact]
    public void Plan_WithoutJourneys_IsCountedAsBefore()
    {
        var plan = Followed(Hours).Plan();
        plan = plan with { Journeys = [], Populations = plan.Populations.SetItem(3, SmallHistory.Where("disposition", "promise")) };
        var counter = SmallHistory.Count(plan, [Promise, .. Others]);
        Assert.Null(counter.Journeys);
        Assert.Empty(counter.Layout.Delayed);
        Assert.Equal(counter.Layout.Words + counter.Layout.Fields.Length, counter.Table.KeyLength);
    }

    private static JourneyHistory Followed(JourneyLimit within) => new([JourneyHistory.FollowedBy(2, within)], new AtomJourney(0));

    private static JourneyHistory Preceded(JourneyLimit within) => new([JourneyHistory.PrecededBy(2, within)], new AtomJourney(0));

    private static ContactRow Confirmed(string at) => new($"c {at}", at) { Customer = "ann", Disposition = "confirmed" };
}
