using CxRules.Language.Diagnostics;
using CxRules.Language.Transitions;
using CxRules.Model.Cases;
using CxRules.Testing.Replays;
using CxRules.Testing.Tests.Comparing;

namespace CxRules.Testing.Tests.Lives;

/// <summary>Rules about the telecom sample's case, open from 10 March to 26 April 2026.</summary>
public sealed class CaseRuleTests
{
    private const string Declined = "state: declined, at: 2026-03-20T15:00, because: too dear, review by: 2026-12-01";
    private static readonly string s_sample = Repository.PathOf("samples/telecom");
    private static readonly string s_id = Assert.Single(Replay("rule quiet if case is merged then notify agents", "transitions: []\n").Cases).Id;

    /// <summary>Ten days are ten times 24 hours, and it is looked at at midnight.</summary>
    [Fact]
    public void State_HeldForTenDays_IsActedOnAtTheNextMidnight()
    {
        var task = Assert.Single(Acted("rule r if case billing-confusion is declined for 10 days then escalate to Marketing", Declined).Tasks);

        Assert.Equal(("escalate", s_id, new DateTime(2026, 3, 30, 23, 0, 0)), (task.Action, task.Case, task.AtUtc));
    }

    [Theory]
    [InlineData("acknowledged", "state: acknowledged, at: 2026-03-11T14:32")]
    [InlineData("accepted", "state: accepted, at: 2026-03-11T14:32")]
    [InlineData("declined", "state: declined, at: 2026-03-11T14:32, because: too dear, review by: 2026-12-01")]
    public void Step_OfAPerson_IsActedOnAtOnce(string state, string step) =>
        Assert.Equal(new DateTime(2026, 3, 11, 14, 32, 0), Assert.Single(Acted($"rule r if case is {state} then notify agents", step).Tasks).AtUtc);

    /// <summary>A failed fix is back in progress at the same moment.</summary>
    [Fact]
    public void State_ThatIsLeftAtOnce_IsActedOn()
    {
        var result = Acted("rule r if case is failed then notify agents", "state: accepted, at: 2026-03-11", "state: in progress, at: 2026-03-12", "state: fix claimed, at: 2026-03-13");

        var steps = Assert.Single(result.Cases).Life.Steps;
        Assert.Equal(new DateTime(steps.Single(step => step.To == CaseStanding.Failed).At), Assert.Single(result.Tasks).AtUtc);
    }

    [Fact]
    public void Cap_ThatIsPassed_IsActedOnWhenTheCaseComesBack()
    {
        var result = Acted("rule r if case billing-confusion is past its cap then escalate to Marketing", Declined + ", cap: 1500 GBP");

        var back = Assert.Single(result.Cases).Life.Steps[^1];
        Assert.Equal((CaseStanding.Routed, "it has passed its cap"), (back.To, back.Because));
        Assert.Equal(new DateTime(back.At), Assert.Single(result.Tasks).AtUtc);
        Assert.Empty(Acted("rule r if case is past its cap then escalate to Marketing", Declined + ", cap: 100000 GBP").Tasks);
        Assert.Empty(Acted("rule r if case is past its cap then escalate to Marketing", Declined).Tasks);
    }

    /// <summary>What a rule is told at an instant, a replay up to that day says as well, and no day before it.</summary>
    [Fact]
    public void Cost_IsThatOfAReplayUpToTheInstant()
    {
        const string Rule = "rule r if case cost > 3000 GBP then escalate to Marketing";
        var day = DateOnly.FromDateTime(Assert.Single(Acted(Rule).Tasks).AtUtc.AddTicks(-1));

        Assert.InRange(day, new DateOnly(2026, 3, 11), new DateOnly(2026, 4, 20));
        Assert.True(CostBy(day) > 3000);
        Assert.InRange(CostBy(day.AddDays(-1)), 1, 3000);

        static decimal CostBy(DateOnly to) => Assert.Single(Replay(Rule, "transitions: []\n", to).Cases).Cost?.Mid ?? -1;
    }

    [Fact]
    public void Verified_Fix_IsToldWithinFiveDays()
    {
        var result = Replay("rule r if case is verified then notify customers within 5 days", File.ReadAllText(Path.Combine(s_sample, "2026.transitions.yaml")));

        var verified = new DateTime(Assert.Single(result.Cases).Life.Steps.Single(step => step.To == CaseStanding.Verified).At);
        var task = Assert.Single(result.Tasks, task => task.Rule == "r");
        Assert.Equal((verified, verified.AddDays(5)), (task.AtUtc, task.DueUtc));
        Assert.True(task.Audience.Length > 100);
    }

    [Fact]
    public void Route_OfARuleAboutCases_HandsTheCaseOn()
    {
        const string Rule = "rule r if case is declined for 10 days then route to Marketing";
        var result = Acted(Rule, Declined);

        Assert.Equal("Marketing", Assert.Single(Assert.Single(result.Cases).Owners));
        Assert.Equal(CaseStanding.Declined, Assert.Single(result.Cases).Life.At(new DateTime(2026, 6, 1).Ticks));
        Assert.Equal(("route", "Marketing"), (Assert.Single(result.Tasks).Action, Assert.Single(result.Tasks[0].Owners)));
        Assert.Equal(["Marketing"], result.Totals.ByOwner.Select(share => share.Name));
    }

    /// <summary>Whoever named an owner last.</summary>
    [Fact]
    public void Route_BeforeAPersonNamesAnother_IsThatPersons() => Assert.Equal("CX", Assert.Single(Assert.Single(Acted(
        "rule r if case is disputed then route to Marketing",
        "state: disputed, at: 2026-03-12, because: not ours",
        "state: routed, at: 2026-03-13, owners: CX").Cases).Owners));

    /// <summary>It is asked when a day begins.</summary>
    [Fact]
    public void Contacts_OfARuleThatWaitsForACase_AreThoseOfItsDays()
    {
        var tasks = Acted("rule r if disposition = billing-confusion and case billing-confusion is declined then tag contact with recover", Declined, "state: accepted, at: 2026-04-01T10:00").Tasks;

        Assert.InRange(tasks.Min(task => task.AtUtc), new DateTime(2026, 3, 21), new DateTime(2026, 3, 22));
        Assert.InRange(tasks.Max(task => task.AtUtc), new DateTime(2026, 4, 1, 12, 0, 0), new DateTime(2026, 4, 1, 23, 0, 0));
    }

    /// <summary>A case of another rule is asked for in the same group, and a rule with a measure fires no sooner.</summary>
    [Fact]
    public void Measures_WithACase_FireOnlyWhileItIsAsAskedFor()
    {
        var later = Assert.Single(Acted("rule r if disposition = billing-confusion and daily volume > 5 and case billing-confusion is declined then route to CX", Declined, "state: accepted, at: 2026-04-01T10:00").Cases, found => found.Rule == "r");

        Assert.Equal(new DateTime(2026, 3, 21), later.OpenedUtc);
        Assert.Equal(new DateTime(2026, 4, 1, 23, 0, 0), later.ClosedUtc);
    }

    private static ReplayResult Acted(string rule, params string[] steps) =>
        Replay(rule, steps.Length == 0 ? "transitions: []\n" : "transitions:\n" + string.Concat(steps.Select(step => $"  - {{ case: {s_id}, by: Anna, {step} }}\n")));

    private static ReplayResult Replay(string rule, string transitions, DateOnly? to = null)
    {
        var folder = Directory.CreateTempSubdirectory("cxrules-case-rule-").FullName;
        try
        {
            foreach (var file in new[] { "cxrules.yaml", "telecom.source.yaml", "billing-confusion.cxr" })
            {
                File.Copy(Path.Combine(s_sample, file), Path.Combine(folder, file));
            }

            File.WriteAllText(Path.Combine(folder, "about.cxr"), rule + "\n");
            var rules = RuleFolder.Load(folder, [.. Directory.EnumerateFiles(Path.Combine(s_sample, "history"), "*.csv.gz").Order(StringComparer.Ordinal)]);
            var bag = new DiagnosticBag();
            var written = TransitionFileReader.Read(new("t.transitions.yaml", transitions), rules.Compilation.RuleSet.Project, bag);
            Assert.Empty(bag.ToImmutable());
            return Replays.Replay.Run(new(rules.Compilation.RuleSet, rules.Source, rules.Files, To: to) { Transitions = written });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
