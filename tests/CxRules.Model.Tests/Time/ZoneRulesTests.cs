using System.Globalization;
using CxRules.Model.Time;
using NodaTime;
using NodaTime.TimeZones;

namespace CxRules.Model.Tests.Time;

/// <summary>Every answer is held against NodaTime's own.</summary>
public sealed class ZoneRulesTests
{
    private static readonly Instant First = Instant.FromUtc(1970, 1, 1, 0, 0);
    private static readonly Instant Last = Instant.FromUtc(2100, 1, 1, 0, 0);

    public static TheoryData<string> Names =>
    [
        "Europe/London", "America/New_York", "America/Havana", "Africa/Cairo", "Asia/Beirut", "America/St_Johns", "Pacific/Apia", "Asia/Kathmandu",
        "Australia/Lord_Howe", "America/Sao_Paulo", "Africa/Casablanca", "Pacific/Kiritimati", "Asia/Tehran", "America/Nuuk", "Antarctica/Troll", "Pacific/Kwajalein",
    ];

    [Theory]
    [InlineData("Europe/London", "2026-03-29T01:30", "2026-03-29T01:30")]
    [InlineData("Europe/London", "2026-10-25T01:30", "2026-10-25T00:30")]
    [InlineData("America/Havana", "2024-03-10T00:30", "2024-03-10T05:30")]
    [InlineData("America/Havana", "2024-11-03T00:30", "2024-11-03T04:30")]
    [InlineData("Africa/Cairo", "2026-04-24T00:30", "2026-04-23T22:30")]
    [InlineData("Africa/Cairo", "2026-10-29T23:30", "2026-10-29T20:30")]
    [InlineData("America/St_Johns", "2010-11-07T00:00", "2010-11-07T02:30")]
    [InlineData("America/St_Johns", "2010-11-06T23:30", "2010-11-07T02:00")]
    public void ToUtc_SkippedOrDoubledTime_IsTheInstantOfItsDefinition(string name, string local, string utc) =>
        Assert.Equal(Ticks(utc), Rules(name).ToUtc(Ticks(local)));

    [Theory]
    [InlineData("Europe/London", "2026-03-29", "2026-03-29T00:00", 23)]
    [InlineData("Europe/London", "2026-10-25", "2026-10-24T23:00", 25)]
    [InlineData("America/Havana", "2024-03-10", "2024-03-10T05:00", 23)]
    [InlineData("America/Havana", "2024-11-03", "2024-11-03T04:00", 25)]
    [InlineData("Africa/Cairo", "2026-04-24", "2026-04-23T22:00", 23)]
    [InlineData("Africa/Cairo", "2026-10-29", "2026-10-28T21:00", 25)]
    [InlineData("Asia/Beirut", "2026-03-29", "2026-03-28T22:00", 23)]
    [InlineData("Asia/Beirut", "2026-10-24", "2026-10-23T21:00", 25)]
    [InlineData("America/St_Johns", "2010-11-06", "2010-11-06T02:30", 24)]
    [InlineData("America/St_Johns", "2010-11-07", "2010-11-07T02:30", 25)]
    [InlineData("Pacific/Apia", "2011-12-30", "2011-12-30T10:00", 0)]
    public void StartOfDay_DayWithATransition_HasItsLength(string name, string day, string start, double hours)
    {
        var rules = Rules(name);
        var date = DateOnly.Parse(day, CultureInfo.InvariantCulture);

        Assert.Equal(Ticks(start), rules.StartOfDay(date));
        Assert.Equal(hours, (double)(rules.StartOfDay(date.AddDays(1)) - rules.StartOfDay(date)) / TimeSpan.TicksPerHour);
    }

    [Theory]
    [InlineData("2010-11-07T02:29:59", "2010-11-06")]
    [InlineData("2010-11-07T02:30:00", "2010-11-07")]
    [InlineData("2010-11-07T02:31:00", "2010-11-07")]
    [InlineData("2010-11-07T03:29:59", "2010-11-07")]
    [InlineData("2010-11-07T03:30:00", "2010-11-07")]
    [InlineData("2010-11-08T03:29:59", "2010-11-07")]
    public void DayOf_MidnightStruckTwice_DoesNotGoBack(string utc, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), Rules("America/St_Johns").DayOf(Ticks(utc)));

    [Theory]
    [InlineData("Europe/London", "2026-03-28", "24")]
    [InlineData("Europe/London", "2026-03-29", "23")]
    [InlineData("Europe/London", "2026-10-25", "25")]
    [InlineData("America/Havana", "2024-11-03", "25")]
    [InlineData("Africa/Cairo", "2026-04-24", "23")]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "23: 01 lasts 90")]
    [InlineData("Australia/Lord_Howe", "2026-04-05", "24: 01 lasts 90")]
    [InlineData("America/St_Johns", "2010-11-07", "25")]
    [InlineData("Pacific/Apia", "2011-12-30", "0")]
    public void HoursOf_DayWithATransition_BeginWhereTheClockSaysSo(string name, string day, string hours)
    {
        var rules = Rules(name);
        var date = DateOnly.Parse(day, CultureInfo.InvariantCulture);
        var starts = rules.HoursOf(date);
        var ends = starts.Skip(1).Append(rules.StartOfDay(date.AddDays(1))).ToList();
        var odd = starts.Zip(ends).Where(hour => hour.Second - hour.First != TimeSpan.TicksPerHour)
            .Select(hour => $": {rules.ToLocal(hour.First) / TimeSpan.TicksPerHour % 24:00} lasts {(hour.Second - hour.First) / TimeSpan.TicksPerMinute}");

        Assert.Equal(hours, $"{starts.Count}{string.Concat(odd)}");
        Assert.Equal(rules.StartOfDay(date), starts.FirstOrDefault(rules.StartOfDay(date)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToUtc_AnyLocalTime_IsNodaTimesLenientOne(string name)
    {
        var (zone, rules) = (Zone(name), Rules(name));
        foreach (var ticks in Probes(zone).Select(utc => utc + rules.OffsetAt(utc)))
        {
            var local = LocalDateTime.FromDateTime(new(ticks));

            Assert.Equal(zone.ResolveLocal(local, Resolvers.LenientResolver).ToDateTimeUtc().Ticks, rules.ToUtc(ticks));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToLocal_AnyInstant_IsNodaTimes(string name)
    {
        var (zone, rules) = (Zone(name), Rules(name));
        foreach (var utc in Probes(zone))
        {
            Assert.Equal(ToInstant(utc).InZone(zone).LocalDateTime.ToDateTimeUnspecified().Ticks, rules.ToLocal(utc));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void StartOfDay_EveryDay_IsNodaTimes(string name)
    {
        var (zone, rules) = (Zone(name), Rules(name));
        for (var day = new LocalDate(1971, 1, 1); day.Year < 2050; day = day.PlusDays(1))
        {
            long expected;
            try
            {
                expected = zone.AtStartOfDay(day).ToDateTimeUtc().Ticks;
            }
            catch (SkippedTimeException)
            {
                expected = zone.AtStartOfDay(day.PlusDays(1)).ToDateTimeUtc().Ticks;
            }

            Assert.True(expected == rules.StartOfDay(day.ToDateOnly()), $"{name} {day}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void DayOf_AnyInstant_IsTheDayThatHoldsItAndNeverGoesBack(string name)
    {
        var rules = Rules(name);
        var before = DateOnly.MinValue;
        foreach (var utc in Probes(Zone(name)).Order())
        {
            var day = rules.DayOf(utc);

            Assert.True(day >= before, $"{name} {new DateTime(utc):O}: {day} after {before}");
            Assert.InRange(utc, rules.StartOfDay(day), rules.StartOfDay(day.AddDays(1)) - 1);
            before = day;
        }
    }

    /// <summary>Instants around each transition, to the minute and the tick, and a coarse grid between.</summary>
    private static IEnumerable<long> Probes(DateTimeZone zone)
    {
        foreach (var interval in zone.GetZoneIntervals(First + Duration.FromDays(30), Last - Duration.FromDays(30)))
        {
            if (!interval.HasStart || interval.Start < First + Duration.FromDays(3))
            {
                continue;
            }

            var start = interval.Start.ToDateTimeUtc().Ticks;
            for (var minutes = -26 * 60; minutes <= 26 * 60; minutes += 10)
            {
                yield return start + (minutes * TimeSpan.TicksPerMinute);
            }

            yield return start - 1;
            yield return start + 1;
            yield return start + TimeSpan.TicksPerMinute;
            yield return start - TimeSpan.TicksPerMinute;
        }

        for (var ticks = new DateTime(1971, 1, 1).Ticks; ticks < new DateTime(2099, 1, 1).Ticks; ticks += 37 * TimeSpan.TicksPerHour)
        {
            yield return ticks;
        }
    }

    private static ZoneRules Rules(string name) => new(
        name,
        [.. Zone(name).GetZoneIntervals(First, Last).Select(interval => (interval.HasStart ? interval.Start.ToDateTimeUtc().Ticks : 0, interval.WallOffset.Ticks))]);

    private static DateTimeZone Zone(string name) => DateTimeZoneProviders.Tzdb[name];

    private static Instant ToInstant(long utc) => Instant.FromDateTimeUtc(new(utc, DateTimeKind.Utc));

    private static long Ticks(string time) => DateTime.Parse(time, CultureInfo.InvariantCulture).Ticks;
}
