using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CxRules.Cli.Tests;

/// <summary>Baselines, chance and money of a replay, with figures by hand.</summary>
public sealed class ReplayStatisticsTests : IDisposable
{
    private const string Source = "source: crm\nformat: csv\nzone: Europe/London\nfields:\n  id: id\n  occurred at: at\n  channel: channel\n  disposition: reason\n";
    private const string Spike = "if disposition = billing and daily volume > baseline × 1.3 then route to Billing with cost estimate\n";

    private static readonly DateOnly First = new(2026, 1, 5);
    private static readonly DateOnly BillRun = new(2026, 3, 10);
    private static readonly DateOnly Wave = new(2026, 3, 12);

    private readonly Scratch _scratch = new Scratch().Write("rules/crm.source.yaml", Source);

    public void Dispose() => _scratch.Dispose();

    /// <summary>Ten calls for a hundred bills: the double run of 10 March brings 20 as it should, the 40 of 12 March are 30 too many.</summary>
    [Fact]
    public void PerExposure_ExpectsWhatTheBillsBring()
    {
        Write("{ method: per exposure, exposure: bills }", Spike, day => day == BillRun ? 20 : day == Wave ? 40 : 10);
        _scratch.Write("rules/exposure/bills.csv", Bills(day => day == BillRun ? 200 : 100));
        var @case = Assert.Single(Json(Replay("json")).GetProperty("cases").EnumerateArray());
        Assert.Equal((Day(Wave), 40, 10m), (@case.GetProperty("peak").GetString(), @case.GetProperty("contacts").GetInt32(), @case.GetProperty("expected").GetDecimal()));
    }

    /// <summary>The same history without bills: the bill run looks like a wave, and the real one joins its case.</summary>
    [Fact]
    public void Median_TakesTheBillRunForAWave()
    {
        Write("{}", Spike, day => day == BillRun ? 20 : day == Wave ? 40 : 10);
        Assert.Equal(60, Assert.Single(Json(Replay("json")).GetProperty("cases").EnumerateArray()).GetProperty("contacts").GetInt32());
    }

    [Fact]
    public void PerExposure_WhereTheFileEnds_IsUnknown()
    {
        Write("{ method: per exposure, exposure: bills }", Spike, day => day == Wave ? 40 : 10);
        _scratch.Write("rules/exposure/bills.csv", Bills(_ => 100, Wave.AddDays(-1)));
        var root = Json(Replay("json"));
        Assert.Empty(root.GetProperty("cases").EnumerateArray());
        Assert.Equal(0, root.GetProperty("rules")[0].GetProperty("fired").GetInt32());
        Assert.True(root.GetProperty("rules")[0].GetProperty("unknown").GetInt32() > 0);
    }

    [Fact]
    public void Exposure_WithoutItsFile_IsAnError()
    {
        Write("{ method: per exposure, exposure: bills }", Spike, _ => 10);
        var run = Replay("json");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("CXR2140", run.Error, StringComparison.Ordinal);
        Assert.Contains("exposure/bills.csv", run.Error, StringComparison.Ordinal);
    }

    /// <summary>Twelve a day were agreed on; the 40 of one day are 28 too many, whatever other days had.</summary>
    [Fact]
    public void Fixed_ExpectsTheAgreedNumber()
    {
        Write("{}", Spike.Replace("> baseline", "> baseline from fixed 12", StringComparison.Ordinal), day => day == Wave ? 40 : 9 + (day.DayNumber % 3));
        var @case = Assert.Single(Json(Replay("json")).GetProperty("cases").EnumerateArray());
        Assert.Equal((12m, 28m), (@case.GetProperty("expected").GetDecimal(), @case.GetProperty("excess").GetProperty("mid").GetDecimal()));
        Assert.Equal(JsonValueKind.Object, @case.GetProperty("cost").ValueKind);
    }

    /// <summary>Fifteen where ten are usual happen on one quiet day of fourteen: a case, and no price.</summary>
    [Theory]
    [InlineData("pretty")]
    [InlineData("markdown")]
    [InlineData("html")]
    [InlineData("json")]
    public void Case_ThatChanceExplains_SaysSoWhereItsMoneyWouldStand(string format)
    {
        Write("{}", Spike, day => day == Wave ? 15 : 10);
        Assert.Contains("not distinguishable from chance", Replay(format).Out, StringComparison.Ordinal);
        var @case = Assert.Single(Json(Replay("json")).GetProperty("cases").EnumerateArray());
        Assert.Equal((JsonValueKind.Null, "not distinguishable from chance"), (@case.GetProperty("cost").ValueKind, @case.GetProperty("costUnknownBecause").GetString()));
    }

    /// <summary>P(Y ≥ 14) of a mean of 10 is some 15 %; the guard keeps it away, and so does a floor that chance never reaches.</summary>
    [Theory]
    [InlineData("{}", "> baseline × 1.3", true)]
    [InlineData("{ chance guard: 0.001 }", "> baseline × 1.3", false)]
    [InlineData("{}", "> baseline × 1.3 and beyond chance", false)]
    [InlineData("{}", "> baseline × 1.3 and at least 60 contacts", false)]
    [InlineData("{}", "> baseline × 6", false)]
    [InlineData("{}", "> 14", false)]
    public void Rule_ThatChanceAloneMeets_IsNamed(string baseline, string condition, bool isNamed)
    {
        Write(baseline, Spike.Replace("> baseline × 1.3", condition, StringComparison.Ordinal), _ => 10);
        Assert.Equal(isNamed, Replay("markdown").Out.Contains("Chance alone meets", StringComparison.Ordinal));
    }

    private void Write(string baseline, string rule, Func<DateOnly, int> count)
    {
        var exposure = baseline.Contains("bills", StringComparison.Ordinal) ? "exposure: { bills: exposure/bills.csv }\n" : "";
        var contacts = new StringBuilder("id,at,channel,reason\n");
        foreach (var day in Enumerable.Range(0, 75).Select(First.AddDays))
        {
            for (var contact = 0; contact < count(day); contact++)
            {
                contacts.Append(CultureInfo.InvariantCulture, $"{day:MMdd}-{contact},{day:yyyy-MM-dd} {9 + (contact % 8):00}:{contact % 60:00},phone,billing\n");
            }
        }

        _scratch.Write("rules/spike.cxr", rule).Write("h/all.csv", contacts.ToString()).Write("rules/cxrules.yaml", $$"""
            name: test
            zone: Europe/London
            currency: GBP
            owners: { Billing: { email: billing@example.test } }
            costs: [{ from: 2025-01-01, contacts: { spend: 1000 GBP per month, contacts: 200 per month } }]
            baseline: {{baseline}}
            {{exposure}}
            """);
    }

    private static string Bills(Func<DateOnly, int> count, DateOnly? last = null) => "date,count\n" + string.Concat(
        Enumerable.Range(0, 80).Select(First.AddDays).Where(day => !(day > last)).Select(day => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd},{count(day)}\n")));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Cli Replay(string format) => Cli.Run("replay", _scratch["rules"], "--history", _scratch["h/all.csv"], "--format", format);

    private static JsonElement Json(Cli run)
    {
        Assert.True(run.ExitCode == 0, run.Error);
        return JsonDocument.Parse(run.Out).RootElement;
    }
}
