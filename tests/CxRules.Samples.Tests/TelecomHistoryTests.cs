using System.Security.Cryptography;
using CxRules.Samples.Telecom;

namespace CxRules.Samples.Tests;

[Collection(TelecomCollection.Name)]
public sealed class TelecomHistoryTests(TelecomFixture telecom)
{
    [Fact]
    public void Generator_RunAgain_GivesTheCommittedBytes() => Assert.True(telecom.Generated.Csv.AsSpan().SequenceEqual(telecom.Committed));

    [Fact]
    public void History_Unzipped_HasTheCommittedHash()
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(telecom.Committed));

        Assert.Equal(SampleFile.Text("samples/telecom/history/2026.csv.sha256").Trim(), hash);
        Assert.Equal(telecom.Truth.RootElement.GetProperty("sha256").GetString(), hash);
    }

    [Fact]
    public void History_OnDisk_StaysUnderFiveMegabytes() =>
        Assert.InRange(new FileInfo(Repository.PathOf("samples/telecom/history/2026.csv.gz")).Length, 1, 5_000_000 - 1);

    [Fact]
    public void History_Rows_AreAboutTwoHundredThousandOfTheYear()
    {
        Assert.InRange(telecom.Rows.Count, 190_000, 210_000);
        Assert.Equal(telecom.Truth.RootElement.GetProperty("contacts").GetInt32(), telecom.Rows.Count);
        Assert.Equal(telecom.Rows.Count, telecom.Rows.Select(row => row.Id).Distinct().Count());
        Assert.Equal(new DateOnly(2026, 1, 1), telecom.Rows[0].Day);
        Assert.Equal(new DateOnly(2026, 12, 31), telecom.Rows[^1].Day);
        Assert.True(telecom.Rows.Zip(telecom.Rows.Skip(1)).All(pair => pair.First.At <= pair.Second.At));
    }

    [Fact]
    public void History_Instants_CarryLondonsOffset()
    {
        var london = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

        Assert.All(telecom.Rows.Where((_, index) => index % 50 == 0), row => Assert.Equal(london.GetUtcOffset(row.At.UtcDateTime), row.At.Offset));
    }

    [Fact]
    public void History_Columns_HoldWhatRulesNeed()
    {
        Assert.InRange(telecom.Rows.Select(row => row.Disposition).Distinct().Count(), 25, 60);
        Assert.Equal(["chat", "email", "phone", "web"], telecom.Rows.Select(row => row.Channel).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(telecom.Rows, row => row.Channel == "email" && row.HandleSeconds is null);
        Assert.DoesNotContain(telecom.Rows, row => row.Channel == "phone" && row.HandleSeconds is null);
        Assert.InRange(telecom.Rows.Count(row => row.Csat.Length > 0), 5_000, 30_000);
        Assert.InRange(telecom.Rows.Count(row => row.Cancelled), 2_000, 10_000);
        Assert.InRange(telecom.Rows.Select(row => row.Customer).Distinct().Count(), 30_000, 60_000);
    }

    [Fact]
    public void History_Weeks_HaveTheirShape()
    {
        var daily = telecom.Rows.CountBy(row => row.Day).ToDictionary();
        double Mean(DayOfWeek weekday) => daily.Where(day => day.Key.DayOfWeek == weekday).Average(day => day.Value);

        Assert.All(Enum.GetValues<DayOfWeek>(), weekday => Assert.InRange(Mean(weekday), Mean(DayOfWeek.Sunday), Mean(DayOfWeek.Monday)));
        Assert.True(daily[new(2026, 5, 25)] < 0.6 * Mean(DayOfWeek.Monday));
        Assert.True(daily[new(2026, 12, 25)] < 0.6 * Mean(DayOfWeek.Friday));
    }

    [Fact]
    public void History_QuietReason_ScattersAsPoissonDoes()
    {
        // Weeks of a reason without events: variance ÷ mean about 1; ±0.45 is beyond four standard errors of 44 weeks.
        var weeks = Weeks("device-fault");
        var holidayWeeks = new[] { 12, 13, 17, 20, 34 };
        var counts = weeks.Where(week => week.Key < 50 && !holidayWeeks.Contains(week.Key)).Select(week => (double)week.Value).ToArray();
        var mean = counts.Average();
        var variance = counts.Sum(count => (count - mean) * (count - mean)) / (counts.Length - 1);

        Assert.InRange(variance / mean, 0.55, 1.45);
    }

    [Fact]
    public void History_BillingConfusion_IsQuietBeforeTheBillChangeAndTrebleAtItsPeak()
    {
        var weeks = Weeks("billing-confusion");
        var before = Enumerable.Range(0, 9).Select(week => weeks[week]).ToArray();

        Assert.All(before, count => Assert.InRange(count, 150, 250));
        Assert.InRange(weeks[10] / before.Average(), 2.5, 3.2);
        Assert.InRange(weeks[18] / before.Average(), 0.75, 1.25);
    }

    [Fact]
    public void SplitMix64_SeedZero_GivesThePublishedNumbers()
    {
        var random = new SplitMix64(0);

        Assert.Equal([0xe220a8397b1dcdaf, 0x6e789e6aa1b965f4, 0x06c45d188009454f], new[] { random.Next(), random.Next(), random.Next() });
    }

    /// <summary>Contacts by week, the first beginning on Monday 5 January.</summary>
    private Dictionary<int, int> Weeks(string disposition)
    {
        var monday = new DateOnly(2026, 1, 5);
        return telecom.Rows.Where(row => row.Disposition == disposition && row.Day >= monday).CountBy(row => (row.Day.DayNumber - monday.DayNumber) / 7).ToDictionary();
    }
}
