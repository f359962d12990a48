using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CxRules.Benchmarks.EndToEnd.Histories;

namespace CxRules.Benchmarks.Tests.EndToEnd;

public sealed class HistoryGeneratorTests
{
    private const int Rows = 50_000;

    private static readonly Lazy<string[][]> s_rows = new(() => [.. Encoding.UTF8.GetString(Generate(Rows)).TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(','))]);

    [Fact]
    public void Write_Twice_GivesTheSameBytes() => Assert.Equal(SHA256.HashData(Generate(5_000)), SHA256.HashData(Generate(5_000)));

    [Fact]
    public void Write_OtherSize_GivesOtherBytes() => Assert.NotEqual(SHA256.HashData(Generate(5_000)), SHA256.HashData(Generate(5_001)));

    [Theory]
    [InlineData(10)]
    [InlineData(363)]
    [InlineData(12_345)]
    public void Write_AnySize_HasSoManyRowsBesideTheHeader(int rows) => Assert.Equal(rows + 1, Generate(rows).Count(letter => letter == (byte)'\n'));

    [Fact]
    public void Write_EveryRow_HasTwelveColumnsAndItsOwnId()
    {
        Assert.All(s_rows.Value, row => Assert.Equal(12, row.Length));
        Assert.Equal(Rows, s_rows.Value.Select(row => row[0]).Distinct().Count());
    }

    [Fact]
    public void Write_Times_RiseOverTheWholeYear()
    {
        var times = s_rows.Value.Select(row => row[1]).ToArray();
        Assert.Equal(times.Order(StringComparer.Ordinal), times);
        Assert.StartsWith("2025-01-06T", times[0], StringComparison.Ordinal);
        Assert.StartsWith("2026-01-04T", times[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Codes_AreAllThoseThatRulesName()
    {
        Assert.Equal(HistoryCodes.Channels.Order(), Values(2));
        Assert.Equal(HistoryCodes.Dispositions.Order(), Values(3));
        Assert.Equal(HistoryCodes.Products.Order(), Values(4));
        Assert.Equal(HistoryCodes.Regions.Order(), Values(5));
    }

    [Fact]
    public void Write_PlantedSpike_StandsOutFromTheSameDaysAWeekBefore()
    {
        var spike = HistoryCalendar.Planted[0];
        var days = s_rows.Value.Where(row => row[3] == HistoryCodes.Dispositions[spike.Disposition])
            .Select(row => DateOnly.ParseExact(row[1].AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber - HistoryCalendar.FirstDay.DayNumber)
            .ToList();
        int Between(int first) => days.Count(day => day >= first && day < first + spike.Length);
        Assert.InRange(Between(spike.FirstDay) / (double)Between(spike.FirstDay - 7), 0.7 * spike.Factor, 1.4 * spike.Factor);
    }

    [Fact]
    public void Write_GivenCustomers_KnowsNoMore() =>
        Assert.InRange(Encoding.UTF8.GetString(Generate(Rows, customers: 500)).TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(',')[6]).Distinct().Count(), 490, 500);

    private static IEnumerable<string> Values(int column) => s_rows.Value.Select(row => row[column]).Distinct().Order();

    private static byte[] Generate(int rows, int? customers = null)
    {
        using var stream = new MemoryStream();
        HistoryGenerator.Write(stream, rows, customers);
        return stream.ToArray();
    }
}
