using CxRules.Testing.Replays;
using CxRules.Testing.RuleSets;

namespace CxRules.Testing.Tests.Time;

/// <summary>Two months of a bank's calls in 1999, by the rules of rules/bank.</summary>
public sealed class BankTests
{
    private const string Calls = "anonbank_calls_1999-01_1999-02.tsv.gz";

    private static readonly Lazy<ReplayResult> Result = new(() =>
    {
        var load = RuleSetLoader.Load(Repository.PathOf("rules/bank"));
        Assert.Null(load.Problem);
        var compiled = Assert.Single(load.RuleSets).Compile(new DateOnly(2026, 6, 1));
        Assert.Empty(compiled.Diagnostics.Select(diagnostic => $"{diagnostic.Code} {diagnostic.Message}"));
        var source = SourceChoice.Of(compiled, null);
        Assert.Null(source.Problem);
        return Replay.Run(new(compiled.Compilation.RuleSet, source.Source ?? throw new InvalidOperationException(), [SharedData.Find(Calls) ?? throw new FileNotFoundException()]));
    });

    [SharedDataFact(Calls)]
    public void Log_OfTwoMonths_IsReadWhole()
    {
        Assert.Equal("64943 0 0 0 0 0 0", WrittenReplay.Counts(Result.Value));
        Assert.Equal("Asia/Jerusalem", Result.Value.History.Zone.Id);
        Assert.Equal(new DateTime(1998, 12, 31, 22, 0, 2), Result.Value.History.FromUtc);
    }

    /// <summary>The days whose files are lost: a gap, and no day with zero calls.</summary>
    [SharedDataFact(Calls)]
    public void Gap_OfTwoDaysInJanuary_IsFound()
    {
        Assert.Equal<DateOnly>([new(1999, 1, 11), new(1999, 1, 12)], Result.Value.History.Gaps);
        Assert.Contains(Result.Value.Notes, note => note.StartsWith("No data on 1999-01-11, 1999-01-12", StringComparison.Ordinal));
    }

    [SharedDataFact(Calls)]
    public void HangUps_OfTheThirdOfFebruary_AreFoundInTheirHour()
    {
        var found = Assert.Single(Result.Value.Cases, found => found.Rule == "hang-ups-break-out" && found.Peak == new DateTime(1999, 2, 3, 13, 0, 0));
        Assert.Equal("PS", Assert.Single(found.Group).Value);
        var hour = Assert.Single(found.Chart, point => point.Start == found.Peak);
        Assert.Equal((385, true), (hour.Observed, hour.InCase));
        Assert.True(hour.Expected < 20, $"{hour.Expected}");
        Assert.True(found.PValue < 1e-9, $"{found.PValue}");
        Assert.Equal("Call Center", Assert.Single(found.Owners));

        // The evaluation at the end of the hour opens it: 14:00 in Jerusalem, two hours ahead of UTC in winter.
        Assert.Equal(new DateTime(1999, 2, 3, 12, 0, 0), found.OpenedUtc);
    }

    [SharedDataFact(Calls)]
    public void HangUps_OfTheTwentyFirstOfFebruary_AreFoundFromFiveToSeven()
    {
        var found = Assert.Single(Result.Value.Cases, found => found.Rule == "nobody-answers" && found.Peak.Date == new DateTime(1999, 2, 21));
        Assert.Equal(
            [(17, 199L), (18, 112L)],
            found.Chart.Where(point => point.InCase).Select(point => (point.Start.Hour, point.Observed)));
        Assert.Equal(311, found.Contacts);
    }

    [SharedDataFact(Calls)]
    public void Costs_AreInvented_AndSayIt() => Assert.Contains("invented", Result.Value.CostNote, StringComparison.Ordinal);

    /// <summary>Hourly rules over two months open few cases: on the third and the twenty-first of February, and on the day when the line was as busy.</summary>
    [SharedDataFact(Calls)]
    public void Cases_OfHourlyRules_AreFew() =>
        Assert.InRange(Result.Value.Cases.Count(found => found.Rule is "hang-ups-break-out" or "nobody-answers"), 2, 8);
}
