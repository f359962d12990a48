using CxRules.Model.Time;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Windows;

public sealed class SlotClockTests
{
    /// <summary>Instants (UTC) with the local day and the hour of it, from 0, by hand.</summary>
    public static TheoryData<string, string, string, int> Instants => new()
    {
        { "London", "2026-03-28 23:59", "2026-03-28", 23 },
        { "London", "2026-03-29 00:00", "2026-03-29", 0 },
        { "London", "2026-03-29 01:00", "2026-03-29", 1 },
        { "London", "2026-03-29 22:59", "2026-03-29", 22 },
        { "London", "2026-03-29 23:00", "2026-03-30", 0 },
        { "London", "2026-10-25 00:30", "2026-10-25", 1 },
        { "London", "2026-10-25 01:30", "2026-10-25", 2 },
        { "London", "2026-10-25 23:59", "2026-10-25", 24 },
        { "Cairo", "2026-04-23 21:59", "2026-04-23", 23 },
        { "Cairo", "2026-04-23 22:00", "2026-04-24", 0 },
        { "Cairo", "2026-04-24 20:59", "2026-04-24", 22 },
        { "LordHowe", "2026-04-04 15:15", "2026-04-05", 1 },
        { "LordHowe", "2026-04-04 15:29", "2026-04-05", 1 },
        { "LordHowe", "2026-04-04 15:30", "2026-04-05", 2 },
        { "LordHowe", "2026-10-03 15:59", "2026-10-04", 1 },
        { "LordHowe", "2026-10-03 16:00", "2026-10-04", 2 },
    };

    [Theory]
    [MemberData(nameof(Instants))]
    public void SlotOf_AnInstant_IsItsLocalDayAndHour(string zone, string utc, string day, int hour)
    {
        var slot = new SlotClock(ZoneOf(zone), TimeUnit.Hour).SlotOf(SmallHistory.Ticks(utc));
        Assert.Equal((SmallHistory.Day(day), hour), (SlotClock.DayOf(slot, TimeUnit.Hour), SlotClock.HourOf(slot)));
        var days = new SlotClock(ZoneOf(zone), TimeUnit.Day);
        Assert.Equal(SmallHistory.Day(day), days.SlotOf(SmallHistory.Ticks(utc)));
        Assert.Equal(SmallHistory.Day(day), SlotClock.DayOf(SmallHistory.Day(day), TimeUnit.Day));
    }

    [Fact]
    public void SlotOf_InstantsInAnyOrder_IsTheSame()
    {
        foreach (var zone in (string[])["London", "Cairo", "LordHowe"])
        {
            var clock = new SlotClock(ZoneOf(zone), TimeUnit.Hour);
            foreach (var row in Instants.Concat(Instants.Reverse()).Where(row => Equals(row[0], zone)))
            {
                Assert.Equal((SmallHistory.Day((string)row[2]) * 32) + (int)row[3], clock.SlotOf(SmallHistory.Ticks((string)row[1])));
            }
        }
    }

    internal static ZoneRules ZoneOf(string name) => name switch
    {
        "London" => Zones.London,
        "Cairo" => Zones.Cairo,
        "LordHowe" => Zones.LordHowe,
        _ => ZoneRules.Utc,
    };
}
