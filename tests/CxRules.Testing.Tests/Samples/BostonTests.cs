using CxRules.Testing.Replays;
using CxRules.Testing.Tests.Comparing;

namespace CxRules.Testing.Tests.Samples;

/// <summary>What really happened in Boston in the second half of 2011, found by rules/boston-311.</summary>
public sealed class BostonTests
{
    /// <summary>USD: spend ÷ contacts of rules/boston-311/cxrules.yaml; these requests carry no handle time.</summary>
    private const decimal CostOfAContact = 30;

    private static readonly Lazy<ReplayResult> Result = new(() => RuleFolder.Load(Repository.PathOf("rules/boston-311")).Replay());

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
    public void Total_IsTheSumOfCasesAndRoutes()
    {
        var parts = Result.Value.Cases.Select(found => found.Cost).Concat(Result.Value.ContactRoutes.Select(route => route.Cost)).OfType<CxRules.Model.Money.CostRange>().ToList();
        Assert.Equal(Result.Value.Cases.Length + Result.Value.ContactRoutes.Length, parts.Count);
        Assert.Equal(parts.Sum(cost => cost.Mid), Result.Value.Totals.Cost?.Mid);
    }

    /// <summary>Irene's contacts belong to the trees' case and to the storm's: each is priced below what its excess alone would cost.</summary>
    [Fact]
    public void OverlappingCases_ShareTheirContactsMoney()
    {
        var trees = Assert.Single(Result.Value.Cases, found => IsAbout(found, "Tree Emergencies") && found.Peak == new DateTime(2011, 8, 28));
        var storm = Assert.Single(Result.Value.Cases, found => found.Rule == "storm-damage" && found.Peak.Date == new DateTime(2011, 8, 28));
        Assert.All([trees, storm], found => Assert.True(found.Cost?.Mid < found.Excess?.Mid * CostOfAContact, $"{found.Rule}: {found.Cost}"));
    }

    private static bool IsAbout(ReplayCase found, string type) => found.Group.Any(pair => pair.Key == "disposition" && pair.Value == type);

    private static bool Holds(ReplayCase found, DateTime day) => found.Chart.Any(point => point.InCase && point.Start.Date == day);
}
