using CxRules.Model.Cases;

namespace CxRules.Model.Tests.Cases;

public sealed class CaseLifeTests
{
    [Fact]
    public void With_AStepOfTheTable_GoesOn()
    {
        var life = Life((CaseStanding.Open, 10), (CaseStanding.Routed, 10), (CaseStanding.Declined, 30));

        Assert.Equal((CaseStanding.Declined, 30, 3), (life.Standing, life.Since, life.Steps.Length));
        Assert.Equal(30, life.Decline?.At);
    }

    [Theory]
    [InlineData(CaseStanding.Accepted, 20)]
    [InlineData(CaseStanding.Open, 9)]
    [InlineData(CaseStanding.Detected, 20)]
    public void With_AnotherStepOrAnEarlierOne_IsNull(CaseStanding to, long at) => Assert.Null(new CaseLife(10).With(new(to, at, "Anna", null)));

    [Fact]
    public void With_AnEndedCase_IsNull() => Assert.All(
        Enum.GetValues<CaseStanding>(),
        standing => Assert.Null(Life((CaseStanding.FalseAlarm, 20)).With(new(standing, 30, "Anna", null))));

    [Theory]
    [InlineData(9, null)]
    [InlineData(10, CaseStanding.Detected)]
    [InlineData(19, CaseStanding.Detected)]
    [InlineData(20, CaseStanding.Open)]
    [InlineData(99, CaseStanding.Routed)]
    public void At_AnInstant_IsTheStateThen(long at, CaseStanding? expected) => Assert.Equal(expected, Life((CaseStanding.Open, 20), (CaseStanding.Routed, 30)).At(at));

    [Fact]
    public void Owners_OfANewRouting_AreThoseThatItNames()
    {
        var life = Life((CaseStanding.Open, 10), (CaseStanding.Routed, 10), (CaseStanding.Disputed, 20));
        Assert.Null(life.Owners);

        Assert.Equal(["Marketing"], life.With(new(CaseStanding.Routed, 25, "Anna", null) { Owners = ["Marketing"] })?.Owners);
    }

    private static CaseLife Life(params (CaseStanding To, long At)[] steps) =>
        steps.Aggregate(new CaseLife(10), (life, step) => life.With(new(step.To, step.At, "Anna", "why")) ?? throw new InvalidOperationException($"{step}"));
}
