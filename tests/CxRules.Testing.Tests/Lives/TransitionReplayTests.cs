using CxRules.Language.Diagnostics;
using CxRules.Language.Transitions;
using CxRules.Model.Cases;
using CxRules.Testing.Replays;
using CxRules.Testing.Tests.Comparing;

namespace CxRules.Testing.Tests.Lives;

/// <summary>The telecom sample's case, open from 10 March to 26 April 2026, and what people do with it.</summary>
public sealed class TransitionReplayTests
{
    private static readonly RuleFolder Telecom = RuleFolder.Load(Repository.PathOf("samples/telecom"));
    private static readonly ReplayCase Untouched = Assert.Single(Replay("").Cases);

    [Fact]
    public void State_WithoutSteps_IsRoutedByTheEngine()
    {
        Assert.Equal([(CaseStanding.Open, "engine"), (CaseStanding.Routed, "engine")], Untouched.Life.Steps.Select(step => (step.To, step.By)));
        Assert.Null(Untouched.Meter);
    }

    [Fact]
    public void Declined_ReviewIsDue_ComesBackThatMidnight()
    {
        var found = After("state: declined, at: 2026-03-20T15:00, because: too dear, review by: 2026-04-15");

        Assert.Equal(CaseStanding.Routed, found.Life.Standing);
        Assert.Equal((new DateTime(2026, 4, 14, 23, 0, 0).Ticks, "its review is due"), (found.Life.Since, found.Life.Steps[^1].Because));
    }

    [Fact]
    public void Declined_ItsCapIsPassed_ComesBackAtTheEndOfThatDay()
    {
        var before = After("state: declined, at: 2026-03-20, because: too dear, review by: 2026-12-01");
        var meter = before.Meter?.Cost?.Mid ?? 0;
        var capped = After($"state: declined, at: 2026-03-20, because: too dear, review by: 2026-12-01, cap: {meter / 2:0} GBP");

        Assert.Equal((CaseStanding.Routed, "it has passed its cap"), (capped.Life.Standing, capped.Life.Steps[^1].Because));
        Assert.InRange(new DateTime(capped.Life.Since), new DateTime(2026, 3, 25), new DateTime(2026, 4, 20));
        Assert.True(capped.Meter?.IsPastItsCap);
        Assert.Equal(CaseStanding.Declined, After($"state: declined, at: 2026-03-20, because: too dear, review by: 2027-01-15, cap: {Math.Ceiling(meter)} GBP").Life.Standing);
    }

    /// <summary>The case's days begin on 3 March, a week before it is opened.</summary>
    [Fact]
    public void Meter_OfTwoPartsOfACase_AddsUpToItsCost()
    {
        decimal Since(string day) => After($"state: declined, at: {day}, because: too dear, review by: 2027-01-15").Meter?.Cost?.Mid ?? -1;
        var cost = Untouched.Cost?.Mid ?? -1;
        var all = Since("2026-03-10");

        Assert.InRange(all, cost * 0.7m, cost);
        Assert.True(Since("2026-03-11") < all);
        Assert.Equal(Since("2026-03-20"), Since("2026-03-19T00:01"));
        Assert.Equal(0, Since("2026-04-26"));
    }

    [Fact]
    public void Meter_OfACaseThatIsAccepted_Stops()
    {
        const string Declined = "state: declined, at: 2026-03-20, because: too dear, review by: 2027-01-15";
        var meter = Assert.Single(Replay(Step(Declined) + Step("state: accepted, at: 2026-04-01")).Cases).Meter;

        Assert.Equal(new DateTime(2026, 3, 31, 23, 0, 0).Ticks, meter?.Until);
        Assert.Equal(After(Declined).Meter?.Cost?.Mid, meter?.Cost?.Mid + After(Declined.Replace("03-20", "04-01", StringComparison.Ordinal)).Meter?.Cost?.Mid);
    }

    [Fact]
    public void Steps_InAnyOrder_AreTakenByTime()
    {
        var found = Assert.Single(Replay(Step("state: fix claimed, at: 2026-04-02, fix cost: 500 GBP") + Step("state: in progress, at: 2026-03-21") + Step("state: accepted, at: 2026-03-11")).Cases);

        Assert.Equal(
            [CaseStanding.Open, CaseStanding.Routed, CaseStanding.Accepted, CaseStanding.InProgress, CaseStanding.FixClaimed, CaseStanding.Verifying, CaseStanding.Failed, CaseStanding.InProgress],
            found.Life.Steps.Select(step => step.To));
        Assert.Equal(500, found.Life.Steps[4].FixCost);
    }

    [Fact]
    public void Routed_ToAnotherOwner_MovesItsMoney()
    {
        var result = Replay(Step("state: disputed, at: 2026-03-12, because: it is a promise of Marketing") + Step("state: routed, at: 2026-03-13, owners: Marketing"));

        Assert.Equal("Marketing", Assert.Single(Assert.Single(result.Cases).Owners));
        Assert.Equal(["Marketing"], result.Totals.ByOwner.Select(share => share.Name));
        Assert.Equal(Untouched.Cost, Assert.Single(result.Totals.ByOwner).Cost);
    }

    [Theory]
    [InlineData("state: accepted, at: 2026-03-09", "not there yet")]
    [InlineData("state: closed, at: 2026-03-12", "routed")]
    [InlineData("state: accepted, at: 2027-03-12", "The history ends before that time.")]
    public void Steps_ThatCannotBe_AreLeftOutAndReported(string step, string said)
    {
        var result = Replay(Step(step));

        var problem = Assert.Single(result.StepProblems);
        Assert.Equal("CXR2308", problem.Code);
        Assert.Contains(said, problem.Message + problem.Help, StringComparison.Ordinal);
        Assert.Equal(Untouched.Life.Steps.Select(taken => taken.To), Assert.Single(result.Cases).Life.Steps.Select(taken => taken.To));
    }

    [Fact]
    public void Steps_OfAnUnknownCase_AreReported()
    {
        var result = Replay("  - { case: 0000000000000000, state: accepted, at: 2026-03-12, by: Anna }\n");

        Assert.Equal("CXR2307", Assert.Single(result.StepProblems).Code);
    }

    [Theory]
    [InlineData("CXR2307")]
    [InlineData("CXR2308")]
    public void Page_Examples_DoWhatTheySay(string code)
    {
        var blocks = File.ReadAllText(Repository.PathOf($"docs/diagnostics/{code}.md")).Split("```yaml\n").Skip(1).Select(block => block.Split("```")[0].Replace("CASE", Untouched.Id, StringComparison.Ordinal).Replace("2026-03-04", "2026-03-14", StringComparison.Ordinal)).ToList();

        Assert.Equal(2, blocks.Count);
        Assert.Equal([code], Read(blocks[0]).StepProblems.Select(problem => problem.Code));
        Assert.Empty(Read(blocks[1]).StepProblems);
    }

    private static ReplayCase After(string step) => Assert.Single(Replay(Step(step)).Cases);

    private static string Step(string step) => $"  - {{ case: {Untouched.Id}, by: Anna, {step} }}\n";

    private static ReplayResult Replay(string steps) => Read(steps.Length == 0 ? "transitions: []\n" : "transitions:\n" + steps);

    private static ReplayResult Read(string text)
    {
        var bag = new DiagnosticBag();
        var written = TransitionFileReader.Read(new("t.transitions.yaml", text), Telecom.Compilation.RuleSet.Project, bag);
        Assert.Empty(bag.ToImmutable());
        return Replays.Replay.Run(new(Telecom.Compilation.RuleSet, Telecom.Source, Telecom.Files) { Transitions = written });
    }
}
