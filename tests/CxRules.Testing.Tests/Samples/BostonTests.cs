using CxRules.Testing.Replays;
using CxRules.Testing.Tests.Comparing;

namespace CxRules.Testing.Tests.Samples;

/// <summary>What really happened in Boston in the second half of 2011, found by rules/boston-311.</summary>
public sealed class BostonTests
{
    private static readonly Lazy<ReplayResult> Result = new(() => RuleFolder.Load(SharedData.InRepository("rules/boston-311") ?? throw new DirectoryNotFoundException()).Replay());

    [Fact]
    public void TreeEmergencies_InHurricaneIrene_OpenACaseForParks()
    {
        var found = Assert.Single(Result.Value.Cases, found => IsAbout(found, "Tree Emergencies") && found.Peak == new DateTime(2011, 8, 28));
        var day = Assert.Single(found.Chart, point => point.Start == found.Peak);
        Assert.Equal(752, day.Observed);
        Assert.Equal(2.25m, day.Expected);
        Assert.True(found.PValue < 1e-200, $"p = {found.PValue}");
        Assert.Equal("PARK", Assert.Single(found.Owners));
        Assert.NotNull(found.Cost);
    }

    [Fact]
    public void TreeEmergencies_InTheOctoberSnow_OpenAnother()
    {
        var found = Assert.Single(Result.Value.Cases, found => IsAbout(found, "Tree Emergencies") && Holds(found, new(2011, 10, 30)));
        var day = Assert.Single(found.Chart, point => point.Start == new DateTime(2011, 10, 30));
        Assert.Equal(78, day.Observed);
        Assert.Equal(1.5m, day.Expected);
    }

    [Theory]
    [InlineData("Pothole Repair (Internal)", "2011-09-06")]
    [InlineData("Pothole Repair (Internal)", "2011-12-21")]
    [InlineData("New Tree Requests", "2011-12-19")]
    public void StaffEnteringABacklog_OpensNoCase(string type, string day) =>
        Assert.DoesNotContain(Result.Value.Cases, found => IsAbout(found, type) && Holds(found, DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void TheRules_OpenTwoToEightCasesEachMonth()
    {
        var months = Result.Value.Cases.GroupBy(found => found.OpenedUtc.Month).ToDictionary(month => month.Key, month => month.Count());
        Assert.Equal([7, 8, 9, 10, 11, 12], months.Keys.Order());
        Assert.All(months.Values, count => Assert.InRange(count, 2, 8));
    }

    [Fact]
    public void Money_IsGivenAwayOnce()
    {
        var boston = RuleFolder.Load(SharedData.InRepository("rules/boston-311") ?? throw new DirectoryNotFoundException());
        var total = Result.Value.Totals.Cost;
        Assert.NotNull(total);
        Assert.Equal(Result.Value.Cases.Select(found => found.Cost).OfType<CxRules.Model.Money.CostRange>().Sum(cost => cost.Mid)
            + Result.Value.ContactRoutes.Select(route => route.Cost).OfType<CxRules.Model.Money.CostRange>().Sum(cost => cost.Mid), total.Value.Mid);
        Assert.Equal(boston.Compilation.RuleSet.Hash, Result.Value.RuleSetHash);
    }

    private static bool IsAbout(ReplayCase found, string type) => found.Group.Any(pair => pair.Key == "disposition" && pair.Value == type);

    private static bool Holds(ReplayCase found, DateTime day) => found.Chart.Any(point => point.InCase && point.Start.Date == day);
}
