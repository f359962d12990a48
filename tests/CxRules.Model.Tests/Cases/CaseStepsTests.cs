using CxRules.Model.Cases;

namespace CxRules.Model.Tests.Cases;

public sealed class CaseStepsTests
{
    [Fact]
    public void All_EachPairOfStates_StandsOnce() => Assert.Equal(CaseSteps.All.Length, CaseSteps.All.DistinctBy(step => (step.From, step.To)).Count());

    [Fact]
    public void All_EveryState_CanBeReachedFromDetected()
    {
        var reached = new HashSet<CaseStanding> { CaseStanding.Detected };
        while (CaseSteps.All.Any(step => reached.Contains(step.From) && reached.Add(step.To)))
        {
        }

        Assert.Equal(Enum.GetValues<CaseStanding>().ToHashSet(), reached);
    }

    [Fact]
    public void All_EveryStateButTheEnds_LeadsOn() => Assert.All(
        Enum.GetValues<CaseStanding>(),
        standing => Assert.Equal(standing is CaseStanding.Merged or CaseStanding.FalseAlarm, CaseSteps.All.All(step => step.From != standing)));

    [Theory]
    [InlineData(CaseStanding.Verified)]
    [InlineData(CaseStanding.Failed)]
    [InlineData(CaseStanding.Reopened)]
    public void All_WhatShowsInTheContacts_IsForTheEngineAlone(CaseStanding standing) =>
        Assert.All(CaseSteps.All.Where(step => step.To == standing), step => Assert.Equal(CaseRole.Engine, step.By));

    [Fact]
    public void OfPeople_OfARoutedCase_AreTheAnswersOfItsOwner() => Assert.Equal(
        [CaseStanding.Acknowledged, CaseStanding.Accepted, CaseStanding.Declined, CaseStanding.Disputed, CaseStanding.Merged, CaseStanding.FalseAlarm],
        CaseSteps.OfPeople(CaseStanding.Routed).Select(step => step.To));

    [Theory]
    [InlineData("in progress", CaseStanding.InProgress)]
    [InlineData("Fix-Claimed", CaseStanding.FixClaimed)]
    [InlineData("false alarm", CaseStanding.FalseAlarm)]
    [InlineData("OPEN", CaseStanding.Open)]
    public void TryFind_AName_WhateverItsSpelling(string name, CaseStanding expected)
    {
        Assert.True(CaseStandings.TryFind(name, out var found));
        Assert.Equal(expected, found);
    }

    [Fact]
    public void TryFind_ItsOwnNames_FindsEach() => Assert.All(Enum.GetValues<CaseStanding>(), standing =>
        Assert.True(CaseStandings.TryFind(CaseStandings.NameOf(standing), out var found) && found == standing));

    [Fact]
    public void TryFind_NoState_IsFalse() => Assert.False(CaseStandings.TryFind("past its cap", out _));
}
