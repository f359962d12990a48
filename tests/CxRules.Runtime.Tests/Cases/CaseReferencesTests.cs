using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Tests.Windows;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Cases;

/// <summary>Ten weeks of counts that a formula gives, Monday the day 0.</summary>
public sealed class CaseReferencesTests
{
    private const int Days = 70;
    private static readonly Timeline ByDay = SmallHistory.Timeline(TimeUnit.Day, Days);
    private static readonly Series Daily = SmallHistory.Series(ByDay, [.. Enumerable.Range(0, Days).Select(OfDay)]);

    /// <summary>A case of Monday and Tuesday of the tenth week, and one of a Monday nine weeks long ago; a holiday on the fifth Wednesday; an earlier case on the eighth Monday.</summary>
    [Fact]
    public void Classes_OfDays_AreTheEightWeeksBefore()
    {
        var holiday = new Exclusions(ByDay, ZoneRules.Utc, new Project { Holidays = [SmallHistory.Monday.AddDays(30)] }, new HashSet<int>());
        var references = new CaseReferences(State(Window.Daily, (63, 65)), [State(Window.Daily, (49, 50))], Daily, ByDay, holiday);
        Assert.Equal(7, references.Classes.Count);
        Assert.Equal([1, 1, 0, 0, 0, 0, 0], references.Classes.Select(group => group.CaseUnits));
        Assert.Equal([7, 8, 7, 8, 8, 8, 8], references.Classes.Select(group => group.References));
        for (var weekday = 0; weekday < 7; weekday++)
        {
            long[] counts = [.. Enumerable.Range(1, 8).Select(week => weekday + 63 - (7 * week)).Where(day => day is not (30 or 49)).Select(OfDay)];
            Assert.Equal((counts.Sum(), (double)counts.Sum(count => count * count)), (references.Classes[weekday].Sum, references.Classes[weekday].SumOfSquares));
        }

        Assert.Equal(54, references.Units.Count);
        Assert.Equal(new ReferenceUnit(62, 6, OfDay(62)), references.Units[0]);
        Assert.Equal(new ReferenceUnit(7, 0, OfDay(7)), references.Units[^1]);
        Assert.Equal([0, 1, 6, 0], ((int[])[63, 64, 69, 0]).Select(references.ClassOf));
    }

    /// <summary>A case that pauses has no unit on the days between; what it pauses on is no reference either, being after its first day.</summary>
    [Fact]
    public void Classes_OfACaseWithAPause_CountItsDays()
    {
        var references = new CaseReferences(State(Window.Daily, (57, 58), (64, 65), (66, 67)), [], Daily, ByDay, SmallHistory.Nothing(ByDay));
        Assert.Equal([0, 2, 0, 1, 0, 0, 0], references.Classes.Select(group => group.CaseUnits));
        Assert.Equal(new ReferenceUnit(56, 0, OfDay(56)), references.Units[0]);
        Assert.Equal(56, references.Units.Count);
    }

    [Fact]
    public void Classes_OfAnEarlyCase_AreWhatThereIs()
    {
        var references = new CaseReferences(State(Window.Daily, (10, 11)), [], Daily, ByDay, SmallHistory.Nothing(ByDay));
        Assert.Equal([2, 2, 2, 1, 1, 1, 1], references.Classes.Select(group => group.References));
        Assert.Equal(new ReferenceUnit(0, 0, OfDay(0)), references.Units[^1]);
    }

    /// <summary>Hours of the week, by local time: on 29 March in London one o'clock is missing, and on 25 October it comes twice.</summary>
    [Fact]
    public void Classes_OfHours_AreThoseOfTheWeek()
    {
        var timeline = new Timeline(Zones.London, TimeUnit.Hour, SmallHistory.Day("2026-03-23"), SmallHistory.Day("2026-04-12"));
        var series = SmallHistory.Series(timeline, [.. Enumerable.Repeat(1L, timeline.Length)]);
        var first = timeline.IndexAt(SmallHistory.Day("2026-04-12"), 1);
        var state = new CaseState(new RulePlan { Id = "a", Index = 0, Population = 0, Unit = TimeUnit.Hour, Window = Window.Hourly }, GroupKey.None, 0, timeline.AtIndex(first + 2), timeline.Length);
        state.Add(first, timeline.AtIndex(first + 2), null);
        var references = new CaseReferences(state, [], series, timeline, SmallHistory.Nothing(timeline));
        Assert.Equal(168, references.Classes.Count);

        // 12 April is a Sunday: its hours 1 and 2 are the 145th and 146th of the week. Two Sundays stand before it; a skipped hour means the one after.
        Assert.Equal((1, 1, 0), (references.Classes[145].CaseUnits, references.Classes[146].CaseUnits, references.Classes[147].CaseUnits));
        Assert.Equal([2, 2, 2], ((int[])[145, 146, 147]).Select(hour => references.Classes[hour].References));
        Assert.Equal(3, references.Classes[144].References);
        Assert.Equal(3, references.Classes[0].References);
        Assert.Equal(145, references.ClassOf(first));
    }

    /// <summary>R: Σ of seven days that end 0 to 6 days and whole weeks before the case, φ of the seven sets.</summary>
    [Theory]
    [InlineData(63, "", 38.7013777268)]
    [InlineData(63, "40 41", 37.2110054299)]
    [InlineData(63, "30 45", 36.318047609)]
    [InlineData(30, "", 52.7425526642)]
    [InlineData(20, "", 57.6790387818)]
    public void WeeklyDispersion_OfALongWindow_IsThatOfR(int first, string earlierDays, double expected)
    {
        var weekly = SmallHistory.Series(ByDay, [.. Enumerable.Range(0, Days).Select(day => OfDay(day) * (1 + (day / 7 % 3)))]);
        int[] days = [.. earlierDays.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(day => int.Parse(day, System.Globalization.CultureInfo.InvariantCulture))];
        IReadOnlyList<CaseState> earlier = days.Length > 0 ? [State(Window.Daily, [.. days.Select(day => (day, day + 1))])] : [];
        Assert.Equal(expected, new CaseReferences(State(Window.Weekly, (first, first + 3)), earlier, weekly, ByDay, SmallHistory.Nothing(ByDay)).WeeklyDispersion(), 1e-8);
        Assert.Equal(1, new CaseReferences(State(Window.Daily, (first, first + 3)), earlier, weekly, ByDay, SmallHistory.Nothing(ByDay)).WeeklyDispersion());
        Assert.NotEqual(1, new CaseReferences(State(new(2, TimeUnit.Day), (first, first + 3)), earlier, weekly, ByDay, SmallHistory.Nothing(ByDay)).WeeklyDispersion());
        Assert.Equal(1, new CaseReferences(State(new(30, TimeUnit.Hour), (first, first + 3)), earlier, weekly, ByDay, SmallHistory.Nothing(ByDay)).WeeklyDispersion());
    }

    /// <summary>
    /// A history that begins on a Thursday, and a case of two-day windows that begins at six in the morning of its 18th or 25th day: references
    /// begin with the history, and whole weeks of φ (R) with its seventh day at six.
    /// </summary>
    [Theory]
    [InlineData((17 * 24) + 6, 414, 1.59129134741)]
    [InlineData(24 * 24, 576, 3.4976682362)]
    public void Classes_WhereTheHistoryBeginsInAWeek_AreWhatThereIs(int first, int references, double weekly)
    {
        var thursday = SmallHistory.Monday.DayNumber + 3;
        var timeline = new Timeline(ZoneRules.Utc, TimeUnit.Hour, thursday, thursday + 29);
        var series = SmallHistory.Series(timeline, [.. Enumerable.Range(0, timeline.Length).Select(OfHour)]);
        var state = new CaseState(new RulePlan { Id = "a", Index = 0, Population = 0, Unit = TimeUnit.Hour, Window = new(2, TimeUnit.Day) }, GroupKey.None, 0, timeline.AtIndex(first + 1), timeline.Length);
        state.Add(first, timeline.AtIndex(first + 1), null);
        var found = new CaseReferences(state, [], series, timeline, SmallHistory.Nothing(timeline));
        Assert.Equal(Enumerable.Range(1, references).Select(back => (first - back, OfHour(first - back))), found.Units.Select(unit => (unit.Unit, unit.Contacts)));
        Assert.Equal((references, found.Units.Sum(unit => unit.Contacts)), (found.Classes.Sum(group => group.References), found.Classes.Sum(group => group.Sum)));
        Assert.Equal(3 * 24, found.ClassOf(0));
        Assert.Equal(weekly, found.WeeklyDispersion(), 1e-10);
    }

    /// <summary>The same of days: two Thursdays and one Wednesday before a case of the third Thursday.</summary>
    [Fact]
    public void Classes_OfDaysWhereTheHistoryBeginsInAWeek_AreWhatThereIs()
    {
        var thursday = SmallHistory.Monday.DayNumber + 3;
        var timeline = new Timeline(ZoneRules.Utc, TimeUnit.Day, thursday, thursday + 29);
        var state = new CaseState(new RulePlan { Id = "a", Index = 0, Population = 0, Window = Window.Daily }, GroupKey.None, 0, timeline.AtIndex(13), timeline.Length);
        state.Add(12, timeline.AtIndex(13), null);
        var found = new CaseReferences(state, [], SmallHistory.Series(timeline, [.. Enumerable.Range(0, 30).Select(OfDay)]), timeline, SmallHistory.Nothing(timeline));
        Assert.Equal([2, 1, 1, 2, 2, 2, 2], found.Classes.Select(group => group.References));
        Assert.Equal([0, 1, 0, 0, 0, 0, 0], found.Classes.Select(group => group.CaseUnits));
    }

    private static long OfHour(int hour) => (((long)hour * hour) + (3 * hour)) % 5 * (1 + (hour / 24 % 3));

    internal static long OfDay(int day) => 10 + (3 * (((day * day * 3) + day) % 11));

    internal static CaseState State(Window window, params (int Start, int End)[] evaluations)
    {
        var state = new CaseState(new RulePlan { Id = "a", Index = 0, Population = 0, Window = window }, GroupKey.None, 0, ByDay.AtIndex(evaluations[0].End), Days);
        foreach (var (start, end) in evaluations)
        {
            state.Add(start, ByDay.AtIndex(end), null);
        }

        return state;
    }
}
