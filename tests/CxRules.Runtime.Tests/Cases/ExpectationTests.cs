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

    private static (decimal? Expected, bool IsKnown) Of(ExpectationPlan? expectation, Window window, Func<int, int> bills, int first = 0, int last = Days - 1)
    {
        var rule = new RulePlan { Id = "a", Index = 0, Population = 0, Window = window, Basis = CaseBasis.Excess, Expectation = expectation };
        var state = new CaseState(rule, GroupKey.None, 0, Timeline.AtIndex(64), Days);
        state.Add(63, Timeline.AtIndex(65), null);
        var counts = Enumerable.Range(first, last - first + 1).ToImmutableSortedDictionary(SmallHistory.Monday.AddDays, day => (decimal)bills(day));
        var exposures = new Exposures(new Project { Exposures = [new("bills", "bills.csv") { Counts = counts }] }, Timeline);
        var found = Expectation.Of(new CaseReferences(state, [], Counts, Timeline, SmallHistory.Nothing(Timeline)), exposures);
        return (found.Contacts, found.UnknownBecause is null);
    }
}
