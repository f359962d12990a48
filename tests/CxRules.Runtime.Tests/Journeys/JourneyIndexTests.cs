using CxRules.Model.Time;
using CxRules.Runtime.Journeys;
using CxRules.Runtime.Matching;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Tests.Histories;

namespace CxRules.Runtime.Tests.Journeys;

/// <summary>The contacts that journeys look for, by customer and time.</summary>
public sealed class JourneyIndexTests
{
    private static readonly JourneyLimit Day = JourneyLimit.OfDays(1);

    private static readonly ContactRow[] Rows =
    [
        new("1", "2026-01-05 09:00") { Customer = "ann", Disposition = "confirmed" },
        new("2", "2026-01-07 09:00") { Customer = "ann", Disposition = "confirmed" },
        new("3", "2026-01-06 09:00") { Customer = "ann", Disposition = "other" },
        new("4", "2026-01-06 10:00") { Customer = "bob", Disposition = "confirmed" },
        new("5", "2026-01-06 11:00") { Disposition = "confirmed" },
    ];

    [Fact]
    public void Streams_OfOneTarget_AreShared()
    {
        var journeys = new JourneyHistory([JourneyHistory.FollowedBy(2, Day), JourneyHistory.PrecededBy(2, Day), JourneyHistory.FollowedBy(1, Day)], new AtomJourney(0));
        var index = new JourneyIndex(journeys.Plan());
        Assert.Equal([1, 2], index.Streams.Select(stream => stream.Target));
        Assert.Same(index[0], index[1]);
        Assert.NotSame(index[0], index[2]);
    }

    [Fact]
    public void Same_OfAJourney_IsAPartOfWhatIsLookedFor()
    {
        var atom = JourneyHistory.PrecededBy(1, Day) with { Same = SmallHistory.Field("disposition") };
        var stream = Filled(new([atom], new AtomJourney(0)), out var keyOf)[0];
        Assert.Equal(["2026-01-05 09:00", "2026-01-07 09:00"], Found(stream, keyOf(0), "2026-01-01 00:00", "2026-02-01 00:00"));
        Assert.Equal(["2026-01-06 09:00"], Found(stream, keyOf(2), "2026-01-01 00:00", "2026-02-01 00:00"));
        Assert.Equal(0UL, keyOf(4));
    }

    /// <summary>What lies before a watermark less the longest reach is looked for no more; the rest is found as before.</summary>
    [Theory]
    [InlineData("2026-01-05 09:00", 3)]
    [InlineData("2026-01-05 09:01", 2)]
    [InlineData("2026-01-07 09:01", 0)]
    public void Forget_BeforeAnInstant_DropsWhatOccurredBefore(string before, int left)
    {
        var index = Filled(new([JourneyHistory.FollowedBy(2, Day)], new AtomJourney(0)), out var keyOf);
        var found = Found(index[0], keyOf(0), before, "2026-02-01 00:00");
        index.Forget(SmallHistory.Ticks(before));
        Assert.Equal(left, index[0].Count);
        Assert.Equal(found, Found(index[0], keyOf(0), "2026-01-01 00:00", "2026-02-01 00:00"));
    }

    private static JourneyIndex Filled(JourneyHistory journeys, out Func<int, ulong> keyOf)
    {
        var dictionaries = SmallHistory.Dictionaries();
        var plan = journeys.Plan();
        var (index, matcher, batch) = (new JourneyIndex(plan), new Matcher(plan.Populations, dictionaries), SmallHistory.Batch(dictionaries, Rows));
        for (var row = 0; row < batch.Count; row++)
        {
            matcher.Match(batch, row);
            index.Note(batch, row, matcher.Truth);
        }

        index[0].Sort();
        keyOf = row => index[0].KeyOf(batch, row, SmallHistory.Schema.Customer);
        return index;
    }

    private static List<string> Found(EventStream stream, ulong key, string first, string last) =>
        [.. stream.Between(key, SmallHistory.Ticks(first), SmallHistory.Ticks(last)).ToArray().Select(found => new DateTime(found.At).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture))];
}
