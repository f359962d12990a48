using CxRules.Model.Contacts;
using CxRules.Model.Sources;
using CxRules.Model.Time;

namespace CxRules.Streams.Tests;

public sealed class SharedDataTests
{
    private const string BostonFile = "boston311_2011-07_2011-12.csv.gz";
    private const string BankFile = "anonbank_calls_1999-01_1999-02.tsv.gz";

    [SharedDataFact(BostonFile)]
    public void Boston_WithItsMapping_IsTheCountedHalfYear()
    {
        var zone = new ZoneRules(
            "America/New_York",
            [
                (0, -5 * TimeSpan.TicksPerHour),
                (new DateTime(2011, 3, 13, 7, 0, 0).Ticks, -4 * TimeSpan.TicksPerHour),
                (new DateTime(2011, 11, 6, 6, 0, 0).Ticks, -5 * TimeSpan.TicksPerHour),
            ]);
        var source = new ContactSource("boston-311", "boston.source.yaml", HistoryFormat.Csv, zone,
        [
            History.Map("id", "case_enquiry_id"), History.Map("occurred at", "open_dt"), History.Map("channel", "source"),
            History.Map("disposition", "type"), History.Map("owner hint", "department"), History.Map("queue", "queue"),
        ]);
        var dictionaries = new ContactDictionaries(History.Schema, source.Fields.Select(field => field.Field));
        var batch = new ContactBatch(dictionaries);
        var (rows, first, trees) = (0, long.MaxValue, 0);
        using var reader = HistoryReader.Open(source, [SharedData.PathOf(BostonFile)], dictionaries);
        while (reader.Read(batch))
        {
            var times = batch.Number(History.Schema.OccurredAt).Values;
            var codes = batch.Category(History.Schema.Disposition).Codes;
            for (var i = 0; i < batch.Count; i++)
            {
                rows++;
                first = Math.Min(first, times[i]);
                trees += dictionaries[History.Schema.Disposition][codes[i]] == "Tree Emergencies" && zone.DayOf(times[i]) == new DateOnly(2011, 8, 28) ? 1 : 0;
            }
        }

        Assert.Empty(reader.Rejects);
        Assert.Equal((58_251, 752), (rows, trees));
        Assert.Equal(new DateTime(2011, 7, 1, 5, 32, 33), new DateTime(first));
        Assert.Equal(141, dictionaries[History.Schema.Disposition].Count - 1);
        Assert.Equal(11, dictionaries[Field("owner hint")].Count - 1);
        Assert.Equal(103, dictionaries[Field("queue")].Count - 1);
    }

    [SharedDataFact(BankFile)]
    public void Bank_WithTabsAndShortDates_IsTheWholeLog()
    {
        var source = new ContactSource("bank", "bank.source.yaml", HistoryFormat.Tsv, ZoneRules.Utc,
        [
            History.Map("id", "call_id"), History.Map("occurred at", "date", "yyMMdd"), History.Constant("channel", "phone"),
            History.Map("handle time", "ser_time"), History.Map("wait time", "q_time"), History.Map("length", "q_start"),
            History.Map("customer", "customer_id") with { Missing = ["0"] }, History.Map("outcome", "outcome"),
        ]);
        var dictionaries = new ContactDictionaries(History.Schema, source.Fields.Select(field => field.Field));
        var batch = new ContactBatch(dictionaries);
        var days = new HashSet<DateOnly>();
        var rows = 0;
        using var reader = HistoryReader.Open(source, [SharedData.PathOf(BankFile)], dictionaries);
        while (reader.Read(batch))
        {
            rows += batch.Count;
            days.UnionWith(batch.Number(History.Schema.OccurredAt).Values.Take(batch.Count).Select(ZoneRules.Utc.DayOf));
        }

        Assert.Empty(reader.Rejects);
        Assert.Equal(64_943, rows);
        Assert.Equal((new DateOnly(1999, 1, 1), new DateOnly(1999, 2, 28)), (days.Min(), days.Max()));
        Assert.DoesNotContain(new DateOnly(1999, 1, 11), days);
        Assert.Equal(["AGENT", "HANG", "PHANTOM"], Enumerable.Range(1, 3).Select(code => dictionaries[Field("outcome")][code]).Order());
    }

    private static ContactField Field(string name) => History.Schema.Find(name) ?? throw new ArgumentException(name);
}
