using System.Globalization;
using System.Text;
using CxRules.Language.Diagnostics;
using CxRules.Language.Transitions;
using CxRules.Testing.Replays;
using CxRules.Testing.Surveys;
using CxRules.Testing.Tests.Comparing;
using CxRules.Testing.Tests.Naive;

namespace CxRules.Testing.Tests.Surveys;

/// <summary>What fixes saved and who was told, by owner, against loops over the naive evaluator's cases and their contacts.</summary>
public sealed class SurveyOutcomeTests : IDisposable
{
    private const string Rules = """
        rule late if disposition = late-fee and daily volume > baseline × 1.5 and at least 30 contacts
          then route to Billing and Legal with cost estimate
          then notify customers and agents within 20 days
        rule broken if disposition = broken and daily volume > baseline × 1.5 and at least 30 contacts
          then route to Products
          then notify customers within 60 days
        rule both if disposition in (late-fee, broken) and daily volume > baseline × 1.5 and at least 60 contacts
          then route to Legal
          then notify customers within 20 days
        rule hours if disposition = hours and daily volume > baseline × 1.5 and at least 30 contacts
          then route to Products
          then notify customers
        """;

    private const string Project = """
        zone: Europe/London
        currency: GBP
        costs:
          - from: 2026-01-01
            contacts: { spend: 6000 GBP per month, contacts: 1000 per month }
            escalations: { base: 50 GBP, regulator: { money: 16, time: 6 } }
        """;

    private static readonly DateOnly s_spike = new(2026, 3, 2);
    private readonly HistoryFolder _folder = new(Project, Rules, "id,at,channel,reason,customer,agent,escalation", History());
    private readonly WrittenLives _lives;
    private readonly Portfolio _portfolio;
    private readonly List<NaiveCase> _cases;

    public SurveyOutcomeTests()
    {
        var ids = Replay.Run(_folder.Options).Cases.ToDictionary(found => found.Rule, found => found.Id);
        var problems = new DiagnosticBag();
        _lives = TransitionFileReader.ReadFile(new("t.transitions.yaml", Steps(ids)), _folder.Options.RuleSet.Project, problems);
        Assert.Empty(problems.ToImmutable());
        _portfolio = Surveyor.Portfolio(_folder.Options with { Transitions = _lives.Steps, Tellings = _lives.Tellings });
        Assert.Empty(_portfolio.Replay.StepProblems);
        _cases = NaiveEvaluator.Replay(_folder.Options.RuleSet, _folder.Options.Source, _folder.Options.Files, act: _ => _lives.Steps).Cases;
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Savings_ByOwner_AreWhatLoopsFind()
    {
        foreach (var owner in _portfolio.Owners)
        {
            var (average, cashable, fixes, paid) = (0m, 0m, 0, 0m);
            foreach (var found in _cases.Where(found => found.Owners.Contains(owner.Name)))
            {
                foreach (var saving in found.Life?.Savings ?? [])
                {
                    average += (saving.Average ?? 0) / found.Owners.Length;
                    cashable += (saving.Cashable ?? 0) / found.Owners.Length;
                    paid += saving.FixCost / found.Owners.Length;
                    fixes++;
                }
            }

            Assert.Equal((fixes, 0), (owner.Fixes, owner.UnpricedFixes));
            Assert.Equal(average, owner.Savings?.AverageCost.Mid ?? 0, 4);
            Assert.Equal(cashable, owner.Savings?.Cashable.Mid ?? 0, 4);
            Assert.Equal(paid, owner.Savings?.FixCost ?? 0, 4);
        }

        Assert.Equal(_portfolio.Replay.Totals.Savings?.Total?.Avoided.Mid, _portfolio.Owners.Sum(owner => owner.Savings?.Avoided.Mid ?? 0));
        Assert.Equal(["Billing", "Legal", "Products"], _portfolio.Owners.Where(owner => owner.Fixes > 0).Select(owner => owner.Name).Order(StringComparer.Ordinal));
        Assert.All(_portfolio.Owners, owner => Assert.True(owner.Savings?.AverageCost.Mid > 0 && owner.Savings.Cashable.Mid > 0));
    }

    [Fact]
    public void Told_ByOwner_AreWhatLoopsFind()
    {
        foreach (var owner in _portfolio.Owners)
        {
            var own = _cases.Where(found => found.Owners.Contains(owner.Name)).ToList();
            Assert.Equal(Coverage(own, "customer"), owner.Loop.Customers);
            Assert.Equal(Coverage(own, "agent"), owner.Loop.Agents);
        }

        Assert.Equal(Coverage(_cases, "customer"), _portfolio.Loop.Customers);
        Assert.True(_portfolio.Loop.Customers is { Told: > 0, Overdue: > 0 } customers && customers.Told + customers.Overdue < customers.ToTell);
        Assert.Equal(Coverage(_cases, "agent"), _portfolio.Loop.Agents);
        Assert.Equal((new LoopCoverage(10, 2, 3), 20m), (_portfolio.Loop.Agents, _portfolio.Loop.Agents.Share));
    }

    /// <summary>`both` went into `late`: whoever spoke up in both waits for one answer. `hours` was none.</summary>
    private LoopCoverage Coverage(List<NaiveCase> cases, string field)
    {
        var people = new Dictionary<(string Case, string Who), (bool Told, bool Late)>();
        var end = new DateTime(2026, 4, 1);
        foreach (var found in cases.Where(found => found.Rule != "hours"))
        {
            var days = (field, found.Rule) switch { ("customer", "broken") => 60, ("agent", not "late") => 365, _ => 20 };
            foreach (var who in found.Members.Select(contact => contact.Code(field)).OfType<string>().Distinct())
            {
                var first = found.Members.Where(contact => contact.Code(field) == who).Min(contact => contact.OccurredAt);
                var told = _lives.Tellings.Any(telling => telling.Case == found.Id && telling.LocalAt.Ticks >= first
                    && (field == "customer" ? telling.Telling.Customers : telling.Telling.Agents) is var names && (names.Contains("all") || names.Contains(who)));
                var one = people.GetValueOrDefault((found.MergedInto ?? found.Id, who));
                people[(found.MergedInto ?? found.Id, who)] = (one.Told || told, one.Late || found.Opened.AddDays(days) <= end);
            }
        }

        return new(people.Count, people.Values.Count(one => one.Told), people.Values.Count(one => one is { Told: false, Late: true }));
    }

    private static string Steps(Dictionary<string, string> ids) => $$"""
        transitions:
          - { case: {{ids["late"]}}, state: accepted, at: 2026-03-04, by: Ben }
          - { case: {{ids["late"]}}, state: in progress, at: 2026-03-05, by: Ben }
          - { case: {{ids["late"]}}, state: fix claimed, at: 2026-03-12, by: Ben, fix cost: 250 GBP }
          - { case: {{ids["broken"]}}, state: accepted, at: 2026-03-04, by: Ben }
          - { case: {{ids["broken"]}}, state: in progress, at: 2026-03-05, by: Ben }
          - { case: {{ids["broken"]}}, state: fix claimed, at: 2026-03-13, by: Ben, fix cost: 90 GBP }
          - { case: {{ids["both"]}}, state: merged, at: 2026-03-20, by: Mia, into: {{ids["late"]}} }
          - { case: {{ids["hours"]}}, state: false alarm, at: 2026-03-20, by: Mia, because: a test }
        told:
          - { case: {{ids["late"]}}, at: 2026-03-06, by: CX, customers: all, agents: [a1, a3] }
          - { case: {{ids["both"]}}, at: 2026-03-19, by: CX, customers: [k1, k2, k3, k77] }
          - { case: {{ids["broken"]}}, at: 2026-03-19, by: CX, customers: [k4, k5] }

        """;

    /// <summary>Twenty contacts a day of each reason, and forty more from 2 to 11 March.</summary>
    private static string History()
    {
        var rows = new StringBuilder();
        for (var day = new DateOnly(2026, 1, 1); day < new DateOnly(2026, 4, 1); day = day.AddDays(1))
        {
            foreach (var reason in new[] { "late-fee", "broken", "hours" })
            {
                for (var contact = 0; contact < (day >= s_spike && day < s_spike.AddDays(10) ? 60 : 20); contact++)
                {
                    var customer = contact % 9 == 8 ? "" : $"k{((day.DayNumber * 7) + (contact * 3)) % 151}";
                    rows.Append(CultureInfo.InvariantCulture, $"{day.DayNumber}-{reason}-{contact},{day:yyyy-MM-dd}T{9 + (contact % 8):00}:{contact % 60:00}:00Z,phone,{reason},{customer},a{contact % 5},{(contact == 19 ? "regulator" : "")}\n");
                }
            }
        }

        return rows.ToString().TrimEnd('\n');
    }
}
