using System.Collections.Immutable;
using CxRules.Model.Cases;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Cases;

/// <summary>Ten weeks of days from Monday on. The case: Monday and Tuesday of the tenth.</summary>
public sealed class ExpectationTests
{
    private const int Days = 70;
    private static readonly Timeline Timeline = SmallHistory.Timeline(TimeUnit.Day, Days);
    private static readonly Series Counts = SmallHistory.Series(Timeline, [.. Enumerable.Range(0, Days).Select(day => day % 7 == 0 ? 40L : 10L)]);

    [Fact]
    public void Of_AnAgreedNumber_IsSoManyADay() => Assert.Equal((15m, true), Of(new FixedExpectation(7.5m), Window.Daily, _ => 1));

    [Fact]
    public void Of_NoExpectation_IsLeftToTheReferences()
    {
        Assert.Equal((null, true), Of(null, Window.Daily, _ => 1));

        // One that the project does not declare, or whose file was not read, says nothing.
        Assert.Equal((null, false), Of(new ExposureExpectation("orders"), Window.Daily, _ => 1));
    }

    /// <summary>
    /// 20 bills on Mondays, 5 on other days; 30 on the case's Monday and 10 on its Tuesday. By weekday: 320 ÷ 160 · 30 + 80 ÷ 40 · 10 = 80. In one
    /// rate: 800 contacts ÷ 400 bills · 40 = 80. With 10 bills on other days 320 ÷ 160 · 30 + 80 ÷ 80 · 10 = 70, and 800 ÷ 640 · 40 = 50.
    /// </summary>
    [Theory]
    [InlineData(5, 1, 80)]
    [InlineData(5, 7, 80)]
    [InlineData(10, 1, 70)]
    [InlineData(10, 2, 50)]
    public void Of_AnExposure_IsTheRateTimesTheCases(int others, int window, int expected) => Assert.Equal(
        (expected, true),
        Of(new ExposureExpectation("bills"), new(window, TimeUnit.Day), day => day == 63 ? 30 : day == 64 ? 10 : day % 7 == 0 ? 20 : others));

    [Theory]

    // The file ends before the case's second day; it begins with the case; there were none on the Mondays before.
    [InlineData(0, 63, false)]
    [InlineData(63, 69, false)]
    [InlineData(-1, 69, false)]

    // Two references of a weekday are enough.
    [InlineData(49, 69, true)]
    public void Of_AnExposureThatIsNotKnown_IsUnknown(int first, int last, bool isKnown)
    {
        var (expected, known) = Of(new ExposureExpectation("bills"), Window.Daily, day => first < 0 && day % 7 == 0 && day < 63 ? 0 : 10, Math.Max(0, first), last);
        Assert.Equal(isKnown, known);

        // 10 bills a day and 40 contacts on Mondays, 10 on Tuesdays.
        Assert.Equal(isKnown ? 50m : null, expected);
    }

    /// <summary>Bills on Mondays and Tuesdays alone: the other weekdays have none before the case, and need none.</summary>
    [Fact]
    public void Of_WeekdaysWithoutExposure_DoNotMatterToTheCase() => Assert.Equal((50m, true), Of(new ExposureExpectation("bills"), Window.Daily, day => day % 7 < 2 ? 10 : 0));

    /// <summary>No bills on the case's days: nothing is expected of them, whatever came before.</summary>
    [Fact]
    public void Of_NoExposureInTheCase_IsNothing() => Assert.Equal((0m, true), Of(new ExposureExpectation("bills"), Window.Daily, day => day >= 63 ? 0 : 10));

    /// <summary>Bills on Mondays: the case has one, and 30 bills.</summary>
    [Fact]
    public void Of_AnAgreedNumberACycle_CountsTheCyclesThatBegin()
    {
        Assert.Equal((12m, true), Of(new CycleExpectation(12, "bills"), Window.Daily, day => day % 7 == 0 ? 30 : 0));
        Assert.Equal((24m, true), Of(new CycleExpectation(12, "bills"), Window.Daily, _ => 30));
        Assert.Equal((0m, true), Of(new CycleExpectation(12, "bills"), Window.Daily, _ => 0));
    }

    [Fact]
    public void Of_AnAgreedRate_IsSoManyForTheBillsOfTheCase()
    {
        Assert.Equal((0.6m, true), Of(new RateExpectation(0.02m, "bills"), Window.Daily, day => day % 7 == 0 ? 30 : 0));
        Assert.Equal((null, false), Of(new RateExpectation(0.02m, "bills"), Window.Daily, _ => 30, last: 63));
    }

    /// <summary>40 and 10 contacts a week before; with 20 bills a day in the case and 10 before, twice as many.</summary>
    [Theory]
    [InlineData(7, null, "50", 101.0)]
    [InlineData(8, null, "50", 101.0)]
    [InlineData(10, null, "20", 41.0)]
    [InlineData(7, "bills", "100", 301.5)]
    [InlineData(63, null, "50", 101.0)]
    [InlineData(64, null, null, null)]
    public void Of_ThePast_IsWhatTheSameDaysHad(int days, string? exposure, string? expected, double? spread)
    {
        var found = Find(new EarlierExpectation(days, exposure), Window.Daily, day => day >= 63 ? 20 : 10);
        Assert.Equal((expected, spread), (found.Contacts?.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture), found.Spread));
        Assert.Equal(expected is null, found.UnknownBecause is not null);
    }

    /// <summary>No bills on the days before: nothing is known of how many contacts a bill brings.</summary>
    [Fact]
    public void Of_ThePastWithoutExposure_IsUnknown()
    {
        var found = Find(new EarlierExpectation(7, "bills"), Window.Daily, day => day >= 63 ? 20 : 0);
        Assert.Equal((null, null, "no count of the exposure is known for the case or the weeks before it"), (found.Contacts, found.Spread, found.UnknownBecause));
    }

    private static (decimal? Expected, bool IsKnown) Of(ExpectationPlan? expectation, Window window, Func<int, int> bills, int first = 0, int last = Days - 1)
    {
        var found = Find(expectation, window, bills, first, last);
        return (found.Contacts, found.UnknownBecause is null);
    }

    private static Expectation Find(ExpectationPlan? expectation, Window window, Func<int, int> bills, int first = 0, int last = Days - 1)
    {
        var rule = new RulePlan { Id = "a", Index = 0, Population = 0, Window = window, Basis = CaseBasis.Excess, Expectation = expectation };
        var state = new CaseState(rule, GroupKey.None, 0, Timeline.AtIndex(64), Days);
        state.Add(63, Timeline.AtIndex(65), null);
        var counts = Enumerable.Range(first, last - first + 1).ToImmutableSortedDictionary(SmallHistory.Monday.AddDays, day => (decimal)bills(day));
        var exposures = new Exposures(new Project { Exposures = [new("bills", "bills.csv") { Counts = counts }] }, Timeline);
        return Expectation.Of(new CaseReferences(state, [], Counts, Timeline, SmallHistory.Nothing(Timeline)), exposures);
    }
}
