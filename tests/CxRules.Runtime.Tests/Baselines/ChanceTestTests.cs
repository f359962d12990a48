using System.Collections.Immutable;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Baselines;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Tests.Windows;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Baselines;

/// <summary>
/// Ten weeks of counts that a formula gives. The figures are R 4.2.2's: φ, μ and the tails written anew from statistics.md, with pnbinom,
/// ppois and pbinom.
/// </summary>
public sealed class ChanceTestTests
{
    private const int Days = 70;
    private static readonly Timeline ByDay = SmallHistory.Timeline(TimeUnit.Day, Days);
    private static readonly Timeline ByHour = SmallHistory.Timeline(TimeUnit.Hour, Days);
    private static readonly Series Daily = SmallHistory.Series(ByDay, [.. Enumerable.Range(0, Days).Select(OfDay)]);
    private static readonly Series Hourly = SmallHistory.Series(ByHour, [.. Enumerable.Range(0, Days * 24).Select(hour => (((long)hour * hour) + (3 * hour)) % 5)]);

    /// <summary>Days of which each has once, twice or three times as many as another: far more than chance makes of them.</summary>
    private static readonly Series Uneven = SmallHistory.Series(ByHour, [.. Enumerable.Range(0, Days * 24).Select(hour => (((long)hour * hour) + (3 * hour)) % 5 * (1 + (hour / 24 % 3)))]);

    /// <summary>Nothing came on the day 42.</summary>
    private static readonly Series Among = SmallHistory.Series(ByDay, [.. Enumerable.Range(0, Days).Select(day => day == 42 ? 0 : OfDay(day))]);

    private static readonly Series Late = SmallHistory.Series(ByDay, [.. Enumerable.Range(0, Days).Select(day => day == 42 ? 0 : OfDay(day) / 3)]);

    /// <summary>Window, last unit's end, reference windows, P(Y ≥ y), P(Y ≤ y), P(Y ≥ 60), and the first counts with p below 0.1 % and 5 %.</summary>
    public static TheoryData<string, int, int, double, double, double, long, long> Windows => new()
    {
        { "1 day", 64, 8, 0.729976900432, 0.309098776799, 0.00457616320076, 70, 44 },
        { "1 day", 70, 8, 0.126999452223, 0.88713336694, 0.00362774514854, 69, 42 },
        { "1 day", 30, 8, 0.83980330435, 0.194461696789, 0.00686941810106, 76, 44 },
        { "1 day", 64, 5, 0.765566223987, 0.269422987951, 0.00930125470729, 76, 47 },
        { "3 days", 64, 8, 0.881844501621, 0.133765143256, 0.629774734605, 125, 94 },
        { "7 days", 64, 8, 0.504532941599, 0.520515300414, 0.999999999999, 208, 182 },
        { "1 hour", (63 * 24) + 5, 8, 0.135221988411, 0.930010132119, 3.02931143606e-21, 11, 6 },
        { "5 hours", (63 * 24) + 5, 8, 0.542149873748, 0.575811825246, 9.74026932476e-22, 23, 17 },

        // A day that ends at six in the morning.
        { "1 day at 6", (63 * 24) + 6, 8, 0.593283734616, 0.460530307915, 0.0710494365452, 74, 62 },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public void PValue_OfAWindow_IsThatOfR(string window, int end, int windows, double least, double most, double sixty, long beyond, long unusual)
    {
        var timeline = window.Contains("hour", StringComparison.Ordinal) || window.EndsWith("at 6", StringComparison.Ordinal) ? ByHour : ByDay;
        var length = new Window(window[0] - '0', window.Contains("hour", StringComparison.Ordinal) ? TimeUnit.Hour : TimeUnit.Day);
        var (test, at, quantity) = (Test(timeline), timeline.AtIndex(end), Quantity(length, timeline == ByDay ? Daily : Hourly));
        var range = new UnitRange(timeline.StartOfWindow(at, length), end);
        var plan = new ChancePlan(0, 0, 0.001, false, windows, 4);
        var alignments = new Alignments(timeline.Length);
        for (var time = 0; time < 2; time++)
        {
            AssertClose(least, test.PValue(plan, quantity, range, at, alignments, Never));
            AssertClose(most, test.PValue(plan with { Less = true }, quantity, range, at, alignments, Never));
            AssertClose(sixty, test.Reaches(60, plan, quantity, at, alignments, Never));
        }

        Assert.Equal(beyond, test.LeastBeyond(0.001, plan, quantity, at, alignments, Never));
        Assert.Equal(unusual, test.LeastBeyond(0.05, plan, quantity, at, alignments, Never));
    }

    /// <summary>After eight weeks of nothing: μ = ½ ÷ 8, and three contacts are beyond chance (statistics.md).</summary>
    [Fact]
    public void LeastBeyond_AfterNothing_IsThreeContacts()
    {
        var (plan, at, none) = (new ChancePlan(0, 0, 0.001, false, 8, 4), ByDay.AtIndex(64), Quantity(Window.Daily, SmallHistory.Series(ByDay)));
        Assert.Equal(3, Test(ByDay).LeastBeyond(0.001, plan, none, at, new Alignments(Days), Never));
        Assert.Equal(2, Test(ByDay).LeastBeyond(0.05, plan, none, at, new Alignments(Days), Never));
        AssertClose(0.000447821656053, Test(ByDay).Reaches(3, plan, none, at, new Alignments(Days), Never));
    }

    /// <summary>A window of a day, looked at hour after hour: what is remembered of one instant is never taken for another's.</summary>
    [Fact]
    public void PValue_HourAfterHour_IsThatOfEachAlone()
    {
        var (test, plan, quantity, shared) = (Test(ByHour), new ChancePlan(0, 0, 0.001, false, 8, 4), Quantity(Window.Daily, Uneven), new Alignments(ByHour.Length));
        for (var end = 63 * 24; end < (64 * 24) + 12; end++)
        {
            var range = new UnitRange(end - 24, end);
            var alone = test.PValue(plan, quantity, range, ByHour.AtIndex(end), new Alignments(ByHour.Length), Never);
            Assert.Equal(alone, test.PValue(plan, quantity, range, ByHour.AtIndex(end), shared, Never));
        }
    }

    /// <summary>In London 01:00 and 02:00 of 29 March 2026 begin at one hour of the timeline, and have other references.</summary>
    [Fact]
    public void PValue_HourAfterHour_IsThatOfEachAloneWhereTheClockSkipsAnHour()
    {
        var first = new DateOnly(2026, 3, 1);
        var timeline = new Timeline(Zones.London, TimeUnit.Hour, first.DayNumber, first.AddDays(35).DayNumber);
        var spiked = timeline.IndexAt(first.AddDays(20).DayNumber, 1);
        var counts = SmallHistory.Series(timeline, [.. Enumerable.Range(0, timeline.Length).Select(hour => hour == spiked ? 101L : 1)]);
        var (test, plan, quantity, shared) = (Test(timeline), new ChancePlan(0, 0, 0.001, false, 8, 2), Quantity(Window.Daily, counts), new Alignments(8 * 24));
        for (var hour = 0; hour < 5 * 24; hour++)
        {
            var end = timeline.At(first.AddDays(28).DayNumber + (hour / 24), hour % 24);
            var range = new UnitRange(timeline.StartOfWindow(end, Window.Daily), end.Index);
            var alone = test.PValue(plan, quantity, range, end, new Alignments(8 * 24), Never);
            Assert.NotNull(alone);
            Assert.Equal(alone, test.PValue(plan, quantity, range, end, shared, Never));
        }
    }

    /// <summary>Two windows at whose end the rule was active and a holiday are left out: five references, and fewer in the other alignments.</summary>
    [Fact]
    public void PValue_LeavingWindowsOut_IsThatOfR()
    {
        var exclusions = new Exclusions(ByDay, ZoneRules.Utc, new Project { Holidays = [SmallHistory.Monday.AddDays(35)] }, new HashSet<int>());
        var test = new ChanceTest(new References(ByDay, exclusions, new Exposures(Project.Default, ByDay)), ByDay, new Exposures(Project.Default, ByDay));
        var (plan, at) = (new ChancePlan(0, 0, 0.001, false, 8, 4), ByDay.AtIndex(64));
        AssertClose(0.653905193979, test.PValue(plan, Quantity(Window.Daily, Daily), new(63, 64), at, new Alignments(Days), LeftOut));
        AssertClose(0.00359269459673, test.Reaches(60, plan, Quantity(Window.Daily, Daily), at, new Alignments(Days), LeftOut));

        // Five are left: a test that needs six knows nothing, one that needs five does.
        var (six, five) = (plan with { Least = 6 }, plan with { Least = 5 });
        Assert.False(test.IsKnown(six, Quantity(Window.Daily, Daily), at, LeftOut));
        Assert.Null(test.PValue(six, Quantity(Window.Daily, Daily), new(63, 64), at, new Alignments(Days), LeftOut));
        Assert.Null(test.Reaches(60, six, Quantity(Window.Daily, Daily), at, new Alignments(Days), LeftOut));
        Assert.Null(test.LeastBeyond(0.001, six, Quantity(Window.Daily, Daily), at, new Alignments(Days), LeftOut));
        Assert.True(test.IsKnown(five, Quantity(Window.Daily, Daily), at, LeftOut));
        Assert.NotNull(test.LeastBeyond(0.001, five, Quantity(Window.Daily, Daily), at, new Alignments(Days), LeftOut));

        static bool LeftOut(int end) => end is 50 or 43;
    }

    /// <summary>Share of 16, of 10 and of 154 contacts; a window of nothing is no reference, so that seven are left for the first.</summary>
    [Theory]
    [InlineData(64, 1, 0.612115575795, 0.598753932924, 7)]
    [InlineData(63, 1, 0.667908113669, 0.596529608172, 8)]
    [InlineData(64, 7, 0.529484077807, 0.539401544495, 8)]
    public void PValue_OfAShare_IsThatOfR(int end, int length, double least, double most, int references)
    {
        // The day 42 is the fourth reference (days 43 to 36 …) of the first and none of the second.
        var (plan, at, share) = (new ChancePlan(0, 0, 0.001, false, 8, 4), ByDay.AtIndex(end), Share(length, Late));
        AssertClose(least, Test(ByDay).PValue(plan, share, new(end - length, end), at, new Alignments(Days), Never));
        AssertClose(most, Test(ByDay).PValue(plan with { Less = true }, share, new(end - length, end), at, new Alignments(Days), Never));
        Assert.True(Test(ByDay).IsKnown(plan with { Least = references }, share, at, Never));
        Assert.False(Test(ByDay).IsKnown(plan with { Least = references + 1 }, share, at, Never));
    }

    [Fact]
    public void PValue_OfAShareOfNothing_IsUnknown() =>
        Assert.Null(Test(ByDay).PValue(new(0, 0, 0.001, false, 8, 4), Share(1, Late), new(42, 43), ByDay.AtIndex(43), new Alignments(Days), Never));

    /// <summary>Where all contacts are late, p stays below one: (S + ½) ÷ (S + 1).</summary>
    [Fact]
    public void PValue_OfTheWhole_IsCertain()
    {
        var p = Test(ByDay).PValue(new(0, 0, 0.001, true, 8, 4), Share(1, Among), new(63, 64), ByDay.AtIndex(64), new Alignments(Days), Never);
        Assert.Equal(1, p);
    }

    /// <summary>A count of nothing is no more than chance, whatever is usual; one below the usual may be.</summary>
    [Fact]
    public void PValue_OfNothing_IsOneUnlessLessIsAskedFor()
    {
        var (plan, at) = (new ChancePlan(0, 0, 0.001, false, 8, 4), ByDay.AtIndex(43));
        Assert.Equal(1, Test(ByDay).PValue(plan, Quantity(Window.Daily, Among), new(42, 43), at, new Alignments(Days), Never));
        Assert.InRange(Test(ByDay).PValue(plan with { Less = true }, Quantity(Window.Daily, Among), new(42, 43), at, new Alignments(Days), Never) ?? 1, 0, 0.05);
    }

    /// <summary>What is usual is not known: then neither is what a count of nothing says.</summary>
    [Fact]
    public void PValue_OfNothingWithoutReferences_IsUnknown() =>
        Assert.Null(Test(ByDay).PValue(new(0, 0, 0.001, false, 8, 4), Quantity(Window.Daily, SmallHistory.Series(ByDay)), new(19, 20), ByDay.AtIndex(20), new Alignments(Days), Never));

    /// <summary>
    /// Days that end at one o'clock, on 1 April in London. Three days before, that hour is skipped: its references still end at one o'clock on 22, 15 and
    /// 8 March, of which the first has the 100 contacts that came between one and two on the 21st.
    /// </summary>
    [Fact]
    public void PValue_OverAChangeOfClocks_KeepsTheLocalTimeOfItsAlignments()
    {
        var timeline = new Timeline(Zones.London, TimeUnit.Hour, SmallHistory.Day("2026-03-01"), SmallHistory.Day("2026-04-05"));
        var many = timeline.IndexAt(SmallHistory.Day("2026-03-21"), 1);
        var quantity = Quantity(Window.Daily, SmallHistory.Series(timeline, [.. Enumerable.Range(0, timeline.Length).Select(hour => hour == many ? 101L : 1L)]));
        var (at, alignments) = (timeline.At(SmallHistory.Day("2026-04-01"), 1), new Alignments(timeline.Length));
        Assert.NotNull(Test(timeline).PValue(new(0, 0, 0.001, false, 8, 1), quantity, new(timeline.StartOfWindow(at, Window.Daily), at.Index), at, alignments, Never));
        Assert.True(alignments.TryGet(timeline.IndexAt(SmallHistory.Day("2026-03-29"), 1), out var set));
        Assert.Equal((3, 172.0), (set.Count, set.Sum));
    }

    /// <summary>
    /// A bill run each day: a cycle on the history's third day has the two before it as references, 10 and 22 contacts, and alignments end where the history
    /// begins. φ = 72 ÷ 16, and P(Y ≥ 19) by R.
    /// </summary>
    [Fact]
    public void PValue_OfCyclesInTheFirstWeek_IsThatOfR()
    {
        var bills = new Exposures(new Project { Exposures = [new("bills", "bills.csv") { Counts = Enumerable.Range(0, Days).ToImmutableSortedDictionary(SmallHistory.Monday.AddDays, _ => 10m) }] }, ByDay);
        var test = new ChanceTest(new References(ByDay, SmallHistory.Nothing(ByDay), bills), ByDay, bills);
        var quantity = Of(new(QuantityKind.Volume, 0, -1, null, 0, Window.Daily) { Cycles = new(1, "bills") }, Daily, null);
        AssertClose(0.342818908417, test.PValue(new(0, 0, 0.001, false, 8, 2), quantity, new(2, 3), ByDay.AtIndex(3), new Alignments(Days), Never));
    }

    /// <summary>Window, level, and the range's ends by R: the largest count with P(Y ≥ y) ≥ level, the smallest with P(Y ≤ y) ≥ level.</summary>
    [Theory]
    [InlineData(64, 1, 0.001, 69, 2)]
    [InlineData(64, 1, 0.05, 43, 8)]
    [InlineData(64, 1, 0.2, 31, 14)]
    [InlineData(30, 1, 0.001, 75, 0)]
    [InlineData(64, 3, 0.05, 93, 42)]
    [InlineData(64, 7, 0.001, 207, 108)]
    [InlineData(64, 7, 0.2, 167, 141)]
    public void Range_OfContacts_IsThatOfR(int end, int length, double level, int high, int low)
    {
        var quantity = Quantity(new(length, TimeUnit.Day), Daily);
        Assert.Equal(new ExpectedRange(null, high, "contacts"), RangeOf(quantity, level, More, end));
        Assert.Equal(new ExpectedRange(low, null, "contacts"), RangeOf(quantity, level, Fewer, end));
    }

    /// <summary>Of 16, of 10 and of 154 contacts: the same as a share of them.</summary>
    [Theory]
    [InlineData(64, 1, 0.001, "68.75", "0")]
    [InlineData(64, 1, 0.05, "50", "12.5")]
    [InlineData(64, 1, 0.2, "43.75", "25")]
    [InlineData(63, 1, 0.05, "60", "10")]
    [InlineData(63, 1, 0.001, "80", "0")]
    [InlineData(64, 7, 0.001, "43.506493506494", "20.779220779221")]
    [InlineData(64, 7, 0.2, "35.064935064935", "28.571428571429")]
    public void Range_OfAShare_IsInPerCent(int end, int length, double level, string high, string low)
    {
        var (above, below) = (RangeOf(Share(length, Late), level, More, end), RangeOf(Share(length, Late), level, Fewer, end));
        Assert.Equal((Number(high), "%"), (decimal.Round(above?.High ?? -1, 12), above?.Unit));
        Assert.Equal((Number(low), "%"), (decimal.Round(below?.Low ?? -1, 12), below?.Unit));
        Assert.Equal((null, null), (above?.Low, below?.High));
    }

    /// <summary>After weeks of nothing two contacts are within it; before there are references, and for a share of nothing, there is none.</summary>
    [Fact]
    public void Range_OfLittle_IsWhatIsKnown()
    {
        var none = Quantity(Window.Daily, SmallHistory.Series(ByDay));
        Assert.Equal(new ExpectedRange(null, 2, "contacts"), RangeOf(none, 0.001, More, 64));
        Assert.Equal(new ExpectedRange(0, null, "contacts"), RangeOf(none, 0.001, Fewer, 64));
        Assert.Null(RangeOf(Quantity(Window.Daily, Daily), 0.001, More, 28));
        Assert.NotNull(RangeOf(Quantity(Window.Daily, Daily), 0.001, More, 29));
        Assert.Null(RangeOf(Share(1, Late), 0.001, More, 43));
    }

    /// <summary>The contacts that the share is of; no other measure has any.</summary>
    [Fact]
    public void AmongAt_OfAMeasure_IsWhatAShareIsTakenOf()
    {
        Assert.Equal([16, 10, 154], new[] { (64, 1), (63, 1), (64, 7) }.Select(window => Test(ByDay).AmongAt(Share(window.Item2, Late), ByDay.AtIndex(window.Item1))));
        Assert.Null(Test(ByDay).AmongAt(Quantity(Window.Daily, Daily), ByDay.AtIndex(64)));
    }

    /// <summary>Bills were sent on the first 30 days: references from the third week on have none.</summary>
    [Theory]
    [InlineData(null, 8)]
    [InlineData("bills", 4)]
    [InlineData("orders", 0)]
    public void IsKnown_ByAnExposure_LeavesWindowsWithoutItOut(string? exposure, int references)
    {
        var bills = Enumerable.Range(0, 30).ToImmutableSortedDictionary(SmallHistory.Monday.AddDays, _ => 10m);
        var test = new ChanceTest(new References(ByDay, SmallHistory.Nothing(ByDay), new Exposures(Project.Default, ByDay)), ByDay, new Exposures(new Project { Exposures = [new("bills", "bills.csv") { Counts = bills }] }, ByDay));
        var plan = new ChancePlan(0, 0, 0.001, false, 8, references) { Exposure = exposure };
        Assert.Equal(references > 0, test.IsKnown(plan, Quantity(Window.Daily, Daily), ByDay.AtIndex(64), Never));
        Assert.False(test.IsKnown(plan with { Least = references + 1 }, Quantity(Window.Daily, Daily), ByDay.AtIndex(64), Never));
    }

    /// <summary>What is remembered of an alignment is not counted again: a set put in the place of one day's changes φ.</summary>
    [Fact]
    public void PValue_OfRememberedAlignments_UsesThem()
    {
        var alignments = new Alignments(Days);
        var (plan, at) = (new ChancePlan(0, 0, 0.001, false, 8, 4), ByDay.AtIndex(64));
        var before = Test(ByDay).Reaches(60, plan, Quantity(Window.Daily, Daily), at, alignments, Never);
        Assert.True(alignments.TryGet(58 * 24, out var set));
        Assert.Equal(8, set.Count);
        Assert.False(alignments.TryGet(57 * 24, out _));
        alignments.Set(58 * 24, new(8, 80, 80_000));
        Assert.True(Test(ByDay).Reaches(60, plan, Quantity(Window.Daily, Daily), at, alignments, Never) > 10 * before);
    }

    private static long OfDay(int day) => 10 + (3 * (((day * day * 3) + day) % 11));

    private static ChancePlan More => new(0, 0, 0.001, false, 8, 4);

    private static ChancePlan Fewer => More with { Less = true };

    private static ExpectedRange? RangeOf(Quantity quantity, double level, ChancePlan plan, int end) =>
        Test(ByDay).Range(level, plan, quantity, new(end - quantity.Window.Length, end), ByDay.AtIndex(end), new Alignments(Days), Never);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static bool Never(int end) => false;

    private static ChanceTest Test(Timeline timeline) => new(new References(timeline, SmallHistory.Nothing(timeline), new Exposures(Project.Default, timeline)), timeline, new Exposures(Project.Default, timeline));

    private static Quantity Quantity(Window window, Series series) => Of(new(QuantityKind.Volume, 0, -1, null, 0, window), series, null);

    private static Quantity Share(int days, Series series) => Of(new(QuantityKind.Share, 0, 1, null, 0, new(days, TimeUnit.Day)), series, Among);

    private static Quantity Of(MeasurePlan measure, Series series, Series? among) =>
        new(new MeasureReading(measure, new ProfileLayout(SmallHistory.Plan(Project.Default, [], [measure])), new Dictionary<int, List<long>>()), series, among);

    private static void AssertClose(double expected, double? actual) =>
        Assert.True(actual is { } found && Math.Abs(expected - found) <= 1e-9 * Math.Max(expected, 1e-30), $"expected {expected:R}, found {actual:R}");
}
