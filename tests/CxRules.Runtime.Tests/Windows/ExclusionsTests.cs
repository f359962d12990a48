using System.Collections.Immutable;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Windows;

public sealed class ExclusionsTests
{
    private static readonly DateOnly Monday = SmallHistory.Monday;

    /// <summary>Ten days: the third is a holiday, on the fifth there is an incident from ten to noon, the eighth is missing.</summary>
    private static readonly Project Calendar = new()
    {
        Holidays = [Monday.AddDays(2)],
        Incidents = [new(Monday.AddDays(4).ToDateTime(new(10, 0)), Monday.AddDays(4).ToDateTime(new(12, 0)), null)],
    };

    [Theory]
    [InlineData(0, 2, null)]
    [InlineData(0, 3, "a holiday or a declared incident lies in it")]
    [InlineData(2, 3, "a holiday or a declared incident lies in it")]
    [InlineData(3, 4, null)]
    [InlineData(4, 5, "a holiday or a declared incident lies in it")]
    [InlineData(5, 7, null)]
    [InlineData(5, 8, "a gap in the data lies in it")]
    [InlineData(2, 8, "a gap in the data lies in it")]
    [InlineData(8, 10, null)]
    [InlineData(-1, 2, "it begins before the first contact's day")]
    [InlineData(0, 0, "it begins before the first contact's day")]
    [InlineData(3, 2, "it begins before the first contact's day")]
    public void WhyNot_ADay_IsWhatLiesInIt(int start, int end, string? because)
    {
        var timeline = SmallHistory.Timeline(TimeUnit.Day, 10);
        var exclusions = new Exclusions(timeline, ZoneRules.Utc, Calendar, new HashSet<int> { Monday.DayNumber + 7 });
        Assert.Equal(because, exclusions.WhyNot(start, end));
        Assert.Equal(because is null, exclusions.IsReference(start, end));
        if (start >= 0 && end > start)
        {
            Assert.Equal(start <= 7 && end > 7, exclusions.HasGap(start, end));
        }
    }

    /// <summary>The same of cycles, which keep their holidays.</summary>
    [Theory]
    [InlineData(0, 3, null)]
    [InlineData(2, 3, null)]
    [InlineData(0, 5, "a holiday or a declared incident lies in it")]
    [InlineData(4, 5, "a holiday or a declared incident lies in it")]
    [InlineData(5, 8, "a gap in the data lies in it")]
    [InlineData(8, 10, null)]
    [InlineData(-1, 2, "it begins before the first contact's day")]
    [InlineData(0, 0, "it begins before the first contact's day")]
    [InlineData(3, 2, "it begins before the first contact's day")]
    public void WhyNotOfCycles_ADay_IsWhatLiesInIt(int start, int end, string? because)
    {
        var timeline = SmallHistory.Timeline(TimeUnit.Day, 10);
        var exclusions = new Exclusions(timeline, ZoneRules.Utc, Calendar, new HashSet<int> { Monday.DayNumber + 7 });
        Assert.Equal(because, exclusions.WhyNotOfCycles(start, end));
        Assert.Equal(because is null, exclusions.IsReferenceOfCycles(start, end));
    }

    /// <summary>Hours of the fifth day: an incident from 10:00 to 12:00 takes two of them.</summary>
    [Theory]
    [InlineData(9, 10, true)]
    [InlineData(10, 11, false)]
    [InlineData(11, 12, false)]
    [InlineData(12, 13, true)]
    [InlineData(8, 13, false)]
    public void IsReference_Hours_KeepsTheIncidentApart(int from, int to, bool expected)
    {
        var timeline = SmallHistory.Timeline(TimeUnit.Hour, 5);
        var exclusions = new Exclusions(timeline, ZoneRules.Utc, Calendar, new HashSet<int>());
        Assert.Equal(expected, exclusions.IsReference((4 * 24) + from, (4 * 24) + to));
    }

    /// <summary>The last hour of the timeline ends where the day does.</summary>
    [Theory]
    [InlineData("23:00", false)]
    [InlineData("23:59", false)]
    [InlineData("22:00", true)]
    public void IsReference_TheLastHour_IsHeldAgainstIncidentsToo(string from, bool expected)
    {
        var start = Monday.ToDateTime(TimeOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture));
        var project = new Project { Incidents = [new(start, from == "22:00" ? start.AddHours(1) : start.AddDays(1), null)] };
        var exclusions = new Exclusions(SmallHistory.Timeline(TimeUnit.Hour, 1), ZoneRules.Utc, project, new HashSet<int>());
        Assert.Equal(expected, exclusions.IsReference(23, 24));
    }

    /// <summary>The incident is written in local time: 00:30 in London's summer is 23:30 UTC of the day before.</summary>
    [Fact]
    public void IsReference_IncidentsOfAZone_AreLocal()
    {
        var day = SmallHistory.Day("2026-04-01");
        var at = new DateTime(2026, 4, 2, 0, 30, 0, DateTimeKind.Unspecified);
        var exclusions = new Exclusions(new Timeline(Zones.London, TimeUnit.Day, day, day + 2), Zones.London, new Project { Incidents = [new(at, at.AddMinutes(10), null)] }, new HashSet<int>());
        Assert.Equal([true, false, true], Enumerable.Range(0, 3).Select(index => exclusions.IsReference(index, index + 1)));
    }

    /// <summary>5 April on Lord Howe Island has an hour of 90 minutes: its last hour is the 24th, and ends where the day does.</summary>
    [Theory]
    [InlineData("2026-04-05 23:30", 47)]
    [InlineData("2026-04-05 01:45", 25)]
    public void IsReference_AnOddLastDay_IsHeldAgainstIncidentsToo(string from, int expected)
    {
        var day = SmallHistory.Day("2026-04-04");
        var start = new DateTime(SmallHistory.Ticks(from));
        var project = new Project { Incidents = [new(start, start.AddMinutes(5), null)] };
        var exclusions = new Exclusions(new Timeline(Zones.LordHowe, TimeUnit.Hour, day, day + 1), Zones.LordHowe, project, new HashSet<int>());
        Assert.Equal([expected], Enumerable.Range(0, 48).Where(hour => !exclusions.IsReference(hour, hour + 1)));
    }

    /// <summary>
    /// Contacts of one weekday, week by week, and whether its last week but one is a gap: `-` is an empty day, `x` one that the project lists.
    /// The day after the last week has a contact, so that the history goes on.
    /// </summary>
    [Theory]
    [InlineData("20 -", true)]
    [InlineData("19 -", false)]
    [InlineData("30 30 1", false)]
    [InlineData("20 20 20 -", true)]
    [InlineData("1 20 90 -", true)]
    [InlineData("1 19 90 -", false)]
    [InlineData("19 21 -", true)]
    [InlineData("19 20 -", false)]
    [InlineData("0 20 21 90 -", true)]
    [InlineData("- 40 40 -", true)]
    [InlineData("x 20 -", true)]
    [InlineData("1 x 39 -", true)]
    [InlineData("1 x 38 -", false)]
    [InlineData("20 x", true)]
    [InlineData("1 x", true)]

    // Eight weeks count and no more: the ninth before had 90.
    [InlineData("90 19 19 19 19 20 20 20 20 -", false)]
    [InlineData("9 19 19 19 19 21 21 21 21 -", true)]
    [InlineData("90 9 9 9 9 9 9 9 9 -", false)]
    public void FindGaps_AnEmptyDay_IsOneWhereItsWeekdayIsBusy(string weeks, bool isGap)
    {
        var days = new SortedDictionary<int, long>();
        var gaps = new HashSet<DateOnly>();
        var counts = weeks.Split(' ');
        for (var week = 0; week < counts.Length; week++)
        {
            if (counts[week] == "x")
            {
                gaps.Add(Monday.AddDays(7 * week));
            }
            else if (counts[week] is not ("-" or "0"))
            {
                days[Monday.DayNumber + (7 * week)] = long.Parse(counts[week], System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        var last = Monday.DayNumber + (7 * (counts.Length - 1));
        days[last + 1] = 1;
        days[Monday.DayNumber] = days.GetValueOrDefault(Monday.DayNumber);
        if (counts[0] is "-" or "0" or "x")
        {
            days.Remove(Monday.DayNumber);
            days[Monday.DayNumber - 1] = 1;
        }

        var found = Exclusions.FindGaps(new Project { Gaps = [.. gaps] }, days);
        Assert.Equal(isGap, found.Contains(last));
        Assert.Subset(found, gaps.Select(day => day.DayNumber).ToHashSet());
    }

    [Fact]
    public void FindGaps_NoContacts_IsWhatTheProjectLists()
    {
        Assert.Equal([Monday.DayNumber], Exclusions.FindGaps(new Project { Gaps = [Monday] }, []));
        Assert.Empty(Exclusions.FindGaps(new Project { Gaps = ImmutableHashSet<DateOnly>.Empty }, []));
    }

    /// <summary>A day found missing teaches nothing about the next: two Mondays missing in a row are both gaps.</summary>
    [Fact]
    public void FindGaps_TwoInARow_AreBothFound()
    {
        var days = new SortedDictionary<int, long> { [Monday.DayNumber] = 30, [Monday.DayNumber + 15] = 1 };
        Assert.Equal([Monday.DayNumber + 7, Monday.DayNumber + 14], Exclusions.FindGaps(Project.Default, days).Order());
    }
}
