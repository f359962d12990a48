using CxRules.Language.Diagnostics;
using CxRules.Language.Transitions;
using CxRules.Model.Cases;
using CxRules.Model.Money;
using CxRules.Testing.Surveys;
using CxRules.Testing.Tests.Comparing;

namespace CxRules.Testing.Tests.Surveys;

public sealed class PortfolioTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Owners_OfARandomHistory_AddUpToTheReplay(int seed)
    {
        using var folder = SurveyFolder.Random(seed);
        var portfolio = Surveyor.Portfolio(folder.Options);
        var total = portfolio.Replay.Totals.Cost ?? throw new InvalidOperationException("Nothing has a cost.");
        Assert.Equal(total, portfolio.Owners.Select(owner => owner.Cost).OfType<CostRange>().Aggregate((left, right) => left + right));
        Assert.Equal(portfolio.Replay.Cases.Sum(@case => @case.Owners.Length), portfolio.Owners.Sum(owner => owner.Cases.Length));
        Assert.All(portfolio.Owners, owner => Assert.Equal(owner.Open, owner.Ladder.Sum()));
        Assert.Equal(
            portfolio.Replay.Rules.Sum(rule => rule.RunRate.PerYear ?? 0),
            portfolio.Owners.Sum(owner => owner.PerYear ?? 0),
            4);
        Assert.Contains(portfolio.Owners, owner => owner is { Name: "Billing", Cases.IsEmpty: false, RoutedContacts: 0 });
        Assert.Contains(portfolio.Owners, owner => owner is { Name: "Legal", RoutedContacts: > 0 });
    }

    [Fact]
    public void Yearly_OfARuleAndGroup_IsItsCostsByTheDaysOfTheHistory()
    {
        using var folder = SurveyFolder.Random(1);
        var portfolio = Surveyor.Portfolio(folder.Options);
        var days = folder.Naive.History.Contacts.Select(contact => new DateTime(contact.OccurredAt)).ToList();
        var length = (int)Math.Round((days.Max().Date - days.Min().Date).TotalDays) + 1;
        var groups = portfolio.Cases.GroupBy(entry => (entry.Case.Rule, string.Join(' ', entry.Case.Group.Select(pair => pair.Value)))).ToList();
        foreach (var group in groups)
        {
            var year = Math.Round(group.Sum(entry => entry.Case.Cost?.Mid ?? 0) * 365 / length, 6);
            Assert.All(group, entry => Assert.Equal(year, entry.Yearly.PerYear));
            Assert.All(group, entry => Assert.Equal(1 + groups.Count(other => other.First().Yearly.PerYear > year), entry.Yearly.Rank));
            Assert.All(group, entry => Assert.Equal((groups.Count, 0), (entry.Yearly.Ranked, entry.Yearly.Unranked)));
        }

        Assert.Equal(portfolio.Cases.Select(entry => entry.Yearly.PerYear).OrderDescending(), portfolio.Cases.Select(entry => entry.Yearly.PerYear));
    }

    [Theory]
    [InlineData(0, 0, 7)]
    [InlineData(7, 0, 7)]
    [InlineData(8, 8, 30)]
    [InlineData(30, 8, 30)]
    [InlineData(31, 31, 90)]
    [InlineData(90, 31, 90)]
    [InlineData(91, 91, null)]
    [InlineData(4000, 91, null)]
    public void Ladder_OfDays_HasARung(int days, int from, int? to) => Assert.Equal(new AgeStep(from, to), AgeSteps.Of(days));

    /// <summary>The telecom sample: its case is accepted on 7 April, and the year ends at midnight of 1 January.</summary>
    [Fact]
    public void Age_OfAnAcceptedCase_CountsMidnightsSinceThen()
    {
        var portfolio = Telecom("""
            transitions:
              - { case: 80b7e05e20e82db2, state: declined, at: 2026-03-20, by: Anna Berg, because: acceptable, review by: 2026-12-30, cap: 3000 GBP }
              - { case: 80b7e05e20e82db2, state: accepted, at: 2026-04-07, by: Anna Berg }
            """);
        var entry = Assert.Single(portfolio.Cases);
        Assert.Equal(new DateOnly(2027, 1, 1), portfolio.AsOf);
        Assert.Equal((CaseStanding.Accepted, 269, true), (entry.Case.Life.Standing, entry.Age, entry.IsOpen));
        Assert.Equal<int>([0, 0, 0, 1], Assert.Single(portfolio.Owners).Ladder);
        Assert.Equal(entry.Case.Meter?.Cost, Assert.Single(portfolio.Owners).Declined);
        Assert.Equal(0, Assert.Single(portfolio.Owners).DeclinedCases);
    }

    [Fact]
    public void FalseAlarm_IsNotOpen()
    {
        var portfolio = Telecom("transitions: [{ case: 80b7e05e20e82db2, state: false alarm, at: 2026-03-20, by: Anna Berg, because: a test }]\n");
        Assert.False(Assert.Single(portfolio.Cases).IsOpen);
        Assert.Equal((0, 0), (Assert.Single(portfolio.Owners).Open, Assert.Single(portfolio.Owners).Ladder.Sum()));
    }

    private static Portfolio Telecom(string transitions)
    {
        var folder = RuleFolder.Load(Repository.PathOf("samples/telecom"));
        var bag = new DiagnosticBag();
        var steps = TransitionFileReader.Read(new("t.transitions.yaml", transitions), folder.Compilation.RuleSet.Project, bag);
        Assert.Empty(bag.ToImmutable());
        return Surveyor.Portfolio(new(folder.Compilation.RuleSet, folder.Source, folder.Files) { Transitions = steps });
    }
}
