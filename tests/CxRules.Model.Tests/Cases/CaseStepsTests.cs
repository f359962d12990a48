using CxRules.Model.Cases;

namespace CxRules.Model.Tests.Cases;

public sealed class CaseStepsTests
{
    [Fact]
    public void All_EachPairOfStates_StandsOnce() => Assert.Equal(CaseSteps.All.Length, CaseSteps.All.DistinctBy(step => (step.From, step.To)).Count());

    /// <summary>domain.md, "The case", written down once more: e is the engine, l the CX lead, o the owner.</summary>
    [Fact]
    public void All_Steps_AreThoseOfTheContract()
    {
        const string Course = """
            detected l open · open e routed · routed o acknowledged accepted declined disputed · acknowledged o accepted declined disputed · disputed l routed
            declined o accepted · declined e routed · accepted o in-progress · in-progress o fix-claimed · fix-claimed e verifying · verifying e verified failed
            failed e in-progress · verified l loop-closed · loop-closed l closed · verified e reopened · loop-closed e reopened · closed e reopened · reopened e routed
            """;
        var open = "detected open routed acknowledged accepted declined disputed in-progress fix-claimed verifying verified failed loop-closed reopened".Split(' ');
        var expected = Course.Split(['·', '\n']).Select(step => step.Trim().Split(' ')).SelectMany(words => words[2..].Select(to => $"{words[0]} {words[1]} {to}"))
            .Concat(open.SelectMany(from => new[] { $"{from} l merged", $"{from} l false-alarm" }));

        Assert.Equal(expected.Order(StringComparer.Ordinal), CaseSteps.All.Select(step => $"{Word(step.From)} {step.By.ToString().ToLowerInvariant()[0]} {Word(step.To)}").Order(StringComparer.Ordinal));

        static string Word(CaseStanding standing) => CaseStandings.NameOf(standing).Replace(' ', '-');
    }

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
