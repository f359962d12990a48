using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CxRules.Testing.Replays;
using NodaTime;

namespace CxRules.Testing.Tests.Time;

/// <summary>
/// Days, hours, evaluations, weeks, holidays and incidents where the clock is moved: over midnight (Cairo, Beirut, Havana, Sao Paulo), in the
/// night (New York), and by half an hour (Lord Howe). A contact comes every half hour, so that an hour counts 2 and a day twice its hours.
/// </summary>
public sealed class ZoneReplayTests
{
    private const string Source = """
        source: calls
        format: csv
        fields: { id: id, occurred at: at, channel: { value: phone } }
        """;

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>Zone, day, its contacts, and its first three hours and those that come twice, each with its contacts.</summary>
    public static TheoryData<string, string, int, string> Days => new()
    {
        { "Africa/Cairo", "2026-04-24", 46, "01:00=2 02:00=2 03:00=2" },
        { "Africa/Cairo", "2026-10-29", 50, "00:00=2 01:00=2 02:00=2 23:00=2 23:00=2" },
        { "Asia/Beirut", "2026-03-29", 46, "01:00=2 02:00=2 03:00=2" },
        { "Asia/Beirut", "2026-10-24", 50, "00:00=2 01:00=2 02:00=2 23:00=2 23:00=2" },
        { "America/Havana", "2024-03-10", 46, "01:00=2 02:00=2 03:00=2" },
        { "America/Havana", "2024-11-03", 50, "00:00=2 00:00=2 01:00=2" },
        { "America/Sao_Paulo", "2018-11-04", 46, "01:00=2 02:00=2 03:00=2" },
        { "America/Sao_Paulo", "2018-02-17", 50, "00:00=2 01:00=2 02:00=2 23:00=2 23:00=2" },
        { "America/New_York", "2026-03-08", 46, "00:00=2 01:00=2 03:00=2" },
        { "America/New_York", "2026-11-01", 50, "00:00=2 01:00=2 01:00=2 02:00=2" },
        { "Australia/Lord_Howe", "2026-10-04", 47, "00:00=2 01:00=3 03:00=2" },
        { "Australia/Lord_Howe", "2026-04-05", 49, "00:00=2 01:00=3 02:00=2" },
        { "Africa/Cairo", "2026-04-23", 48, "00:00=2 01:00=2 02:00=2" },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public void Day_OfAClockChange_HasItsLengthAndItsHours(string zone, string day, int contacts, string hours)
    {
        var daily = Run(zone, "if daily volume > 0 then route to Desk", Every(zone, day, 3));
        var hourly = Run(zone, "if hourly volume > 0 every hour then route to Desk", Every(zone, day, 3));

        var whole = Assert.Single(Points(daily), point => Date(point.Start) == day);
        Assert.Equal(contacts, whole.Observed);
        var units = Points(hourly).Where(point => Date(point.Start) == day).ToList();
        Assert.Equal(contacts, units.Sum(point => point.Observed));
        var shown = units.Select(point => $"{point.Start:HH:mm}={point.Observed}").ToList();
        var (first, twice) = (hours.Split(' ').Take(3), hours.Split(' ').Skip(3).ToList());
        Assert.Equal(first.Concat(twice), shown.Take(3).Concat(shown.Skip(3).Where(twice.Contains)));
        Assert.All(shown.Except(first), hour => Assert.EndsWith(":00=2", hour, StringComparison.Ordinal));
    }

    /// <summary>Zone, first evaluated day, `every` clause, and the instant of the first evaluation.</summary>
    public static TheoryData<string, string, string, string> Instants => new()
    {
        // The evaluation that ends the day before is made when the new day begins: at 01:00 where there is no midnight.
        { "Africa/Cairo", "2026-04-23", "every day", "2026-04-23T22:00" },
        { "Africa/Cairo", "2026-04-24", "every day", "2026-04-24T21:00" },
        { "Asia/Beirut", "2026-03-28", "every day", "2026-03-28T22:00" },
        { "America/Havana", "2024-03-09", "every day", "2024-03-10T05:00" },
        { "America/Havana", "2024-11-02", "every day", "2024-11-03T04:00" },
        { "America/Havana", "2024-11-03", "every day", "2024-11-04T05:00" },
        { "America/Sao_Paulo", "2018-11-03", "every day", "2018-11-04T03:00" },
        { "America/Sao_Paulo", "2018-02-17", "every day", "2018-02-18T03:00" },
        { "America/New_York", "2026-03-08", "every day at 06:00", "2026-03-08T10:00" },
        { "America/New_York", "2026-11-01", "every day at 06:00", "2026-11-01T11:00" },
        { "Australia/Lord_Howe", "2026-10-04", "every day at 06:00", "2026-10-03T19:00" },
        { "Australia/Lord_Howe", "2026-04-05", "every day at 06:00", "2026-04-04T19:30" },

        // Weeks begin on the Sunday that has no midnight.
        { "Asia/Beirut", "2026-03-24", "every week on sunday", "2026-03-28T22:00" },
        { "Asia/Beirut", "2026-03-24", "every week", "2026-03-28T22:00" },
        { "America/Sao_Paulo", "2018-10-30", "every week", "2018-11-04T03:00" },
        { "Africa/Cairo", "2026-04-23", "every friday at 06:00", "2026-04-24T03:00" },
    };

    [Theory]
    [MemberData(nameof(Instants))]
    public void Evaluation_AtAClockChange_IsAtItsLocalTime(string zone, string from, string every, string opened)
    {
        var replay = Written(zone, $"if daily volume > 0 {every} then route to Desk") with { From = DateOnly.Parse(from, Invariant) };

        var found = Assert.Single(replay.Run(Text(Every(zone, from, 9))).Cases);

        Assert.Equal(DateTime.Parse(opened, Invariant), found.OpenedUtc);
    }

    /// <summary>Whether the day of the change, which has ten times its contacts, is left out of the mean of the eight same weekdays before the week after it.</summary>
    [Theory]
    [InlineData("Africa/Cairo", "2026-04-24", "holidays: [2026-04-24]", true)]
    [InlineData("Africa/Cairo", "2026-04-24", "incidents: [{ from: 2026-04-24T00:00, to: 2026-04-24T00:30 }]", true)]
    [InlineData("Africa/Cairo", "2026-04-24", "incidents: [{ from: 2026-04-24T00:00, to: 2026-04-24T02:00 }]", true)]
    [InlineData("Africa/Cairo", "2026-04-24", "holidays: [2026-04-23]", false)]
    [InlineData("America/Havana", "2024-11-03", "holidays: [2024-11-03]", true)]
    [InlineData("America/Havana", "2024-11-03", "incidents: [{ from: 2024-11-03T00:00, to: 2024-11-03T00:10 }]", true)]
    [InlineData("America/Sao_Paulo", "2018-02-17", "incidents: [{ from: 2018-02-17T23:30, to: 2018-02-18T00:00 }]", true)]
    [InlineData("Australia/Lord_Howe", "2026-04-05", "holidays: [2026-04-05]", true)]
    public void Baseline_AfterAClockChange_LeavesOutTheDaysItIsTold(string zone, string day, string calendars, bool isLeftOut)
    {
        var date = DateOnly.Parse(day, Invariant);
        var weekLater = date.AddDays(7);
        var noon = Start(zone, date).Plus(Duration.FromHours(12));
        var spike = Start(zone, weekLater);
        List<Instant> contacts =
        [
            .. Every(zone, day, 56),
            .. Enumerable.Range(0, 480).Select(second => noon.Plus(Duration.FromSeconds(second))),
            .. Enumerable.Range(0, 400).Select(second => spike.Plus(Duration.FromSeconds(second))),
        ];
        var replay = Written(zone, "if daily volume > baseline × 2 then route to Desk") with { From = weekLater, To = weekLater };

        var result = (replay with { Project = replay.Project + "baseline: { method: mean, windows: 8, least: 2 }\ncalendars:\n  " + calendars + "\n" }).Run(Text(contacts));

        var expected = Assert.Single(Points(result), point => Date(point.Start) == weekLater.ToString("yyyy-MM-dd", Invariant)).Expected;
        Assert.Equal(isLeftOut, expected == 48);
    }

    private static ImmutableArray<CasePoint> Points(ReplayResult result) => Assert.Single(result.Cases).Chart;

    private static ReplayResult Run(string zone, string sentence, IEnumerable<Instant> contacts) => Written(zone, sentence).Run(Text(contacts));

    private static WrittenReplay Written(string zone, string sentence) => new($"rule r\n  {sentence}\n", Source) { Project = $"zone: {zone}\nweek starts: sunday\n" };

    /// <summary>A contact every half hour from some days before a day through as many after it.</summary>
    private static IEnumerable<Instant> Every(string zone, string day, int days)
    {
        var date = DateOnly.Parse(day, Invariant);
        var end = Start(zone, date.AddDays(days + 1));
        for (var at = Start(zone, date.AddDays(-days)); at < end; at = at.Plus(Duration.FromMinutes(30)))
        {
            yield return at;
        }
    }

    private static Instant Start(string zone, DateOnly day) => DateTimeZoneProviders.Tzdb[zone].AtStartOfDay(LocalDate.FromDateOnly(day)).ToInstant();

    private static string Text(IEnumerable<Instant> contacts)
    {
        var text = new StringBuilder("id,at\n");
        foreach (var (number, at) in contacts.Index())
        {
            text.Append(Invariant, $"c{number},{at.ToDateTimeUtc():yyyy-MM-dd'T'HH:mm:ss'Z'}\n");
        }

        return text.ToString();
    }

    private static string Date(DateTime local) => local.ToString("yyyy-MM-dd", Invariant);
}
