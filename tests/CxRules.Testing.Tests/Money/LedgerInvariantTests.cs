using System.Collections.Immutable;
using System.Globalization;
using CxRules.Language.Binding;
using CxRules.Model.Money;
using CxRules.Model.Projects;
using CxRules.Model.Sources;
using CxRules.Testing.Explaining;
using CxRules.Testing.Replays;
using CxRules.Testing.Tests.Comparing;
using FsCheck;
using FsCheck.Fluent;

namespace CxRules.Testing.Tests.Money;

/// <summary>What holds of money under any rules and any history. CXRULES_SCENARIOS sets how many are tried.</summary>
public sealed class LedgerInvariantTests
{
    private const int CasesExplained = 4;
    private static readonly int s_scenarios = Math.Min(400, int.Parse(Environment.GetEnvironmentVariable("CXRULES_SCENARIOS") ?? "60", CultureInfo.InvariantCulture));

    [Fact]
    public void Money_OfRandomRulesAndHistories_IsGivenAwayOnce() =>
        Prop.ForAll(Knobs.Arbitrary, knobs => Violation(knobs) is not { } violation
            ? true.ToProperty()
            : false.Label($"{knobs}: {violation}")).Check(Config.QuickThrowOnFailure.WithMaxTest(s_scenarios).WithReplay(20260104, 7));

    [Theory]
    [InlineData(11, 60, 4)]
    [InlineData(12, 90, 5)]
    [InlineData(13, 45, 3)]
    public void Money_OfAShuffledHistory_IsTheSameToTheLastDigit(int seed, int days, int rules)
    {
        using var scenario = new MoneyScenario(new Knobs(seed, days, rules, Hourly: false));
        var straight = Figures(Replays.Replay.Run(scenario.Options));
        scenario.Shuffle();
        Assert.Equal(straight, Figures(Replays.Replay.Run(scenario.Options)));
        Assert.NotEqual("", straight);
    }

    private static string Figures(ReplayResult result) => string.Join('\n', result.Cases.Select(@case => $"{@case.Rule} {@case.Breakdown}")
        .Concat(result.ContactRoutes.Select(route => $"{route.Rule} {route.Breakdown}"))
        .Concat([.. result.Totals.ByOwner.Select(share => $"{share}"), $"{result.Totals.Cost}"])
        .Order(StringComparer.Ordinal));

    private static string? Violation(Knobs knobs)
    {
        using var scenario = new MoneyScenario(knobs);
        var result = Replays.Replay.Run(scenario.Options);
        return Totals(result) ?? Contacts(scenario.Options, result);
    }

    private static string? Totals(ReplayResult result)
    {
        foreach (var list in (ImmutableArray<CostShare>[])[result.Totals.ByOwner, result.Totals.ByTouchpoint, result.Totals.ByDisposition])
        {
            // Nothing to show of a total of nothing.
            var sum = list.IsEmpty ? (CostRange?)null : list.Select(share => share.Cost).Aggregate((left, right) => left + right);
            if (sum != result.Totals.Cost && !(list.IsEmpty && result.Totals.Cost is { Low: 0, Mid: 0, High: 0 }))
            {
                return $"{sum} is not {result.Totals.Cost}";
            }
        }

        return result.Cases.FirstOrDefault(@case => @case.Breakdown?.Total != @case.Cost || @case.Cost is { } cost && !(cost.Low <= cost.Mid && cost.Mid <= cost.High)) is { } odd
            ? $"{odd.Id}: {odd.Breakdown} is not {odd.Cost}"
            : null;
    }

    /// <summary>Every contact of the first cases, with all that claim it. That they add up to the case is proved where they are explained.</summary>
    private static string? Contacts(ReplayOptions options, ReplayResult result)
    {
        var union = new Dictionary<string, ExplainedContact>(StringComparer.Ordinal);
        foreach (var @case in result.Cases.Take(CasesExplained))
        {
            foreach (var contact in Explainer.Case(options, @case.Id, CaseDetail.Contacts).Explanation?.Contacts ?? [])
            {
                union[contact.Contact.Id] = contact;
            }
        }

        return union.Values.Select(Excess).FirstOrDefault(violation => violation is not null)
            ?? (result.Cases.Length <= CasesExplained ? Whole(result, union.Values) : null);
    }

    private static string? Excess(ExplainedContact contact)
    {
        var weights = contact.Shares.Sum(share => share.Weight);
        var cancellations = contact.Shares.Sum(share => share.CancellationWeight);
        return weights > 1 || cancellations > 1 || contact.Shares.Any(share => share.Weight < 0)
            ? $"{contact.Contact.Id} is given away {weights} times, its customer {cancellations} times"
            : null;
    }

    /// <summary>The cases cost no more than the contacts, customers and escalations of all of them together.</summary>
    private static string? Whole(ReplayResult result, IReadOnlyCollection<ExplainedContact> union)
    {
        var all = union.Sum(contact => (contact.Contact.Price.Cost ?? 0) + (contact.Contact.Cancellation?.Cost ?? 0) + (contact.Contact.Escalation?.Cost ?? 0)) / 1_000_000m;
        var cases = result.Cases.Sum(@case => @case.Cost?.Mid ?? 0);
        return cases > all ? $"the cases cost {cases}, their contacts {all}" : null;
    }

    /// <summary>A random project, history and rules, with customers who leave and complaints that go further.</summary>
    private sealed class MoneyScenario : IDisposable
    {
        private readonly string _file = Path.GetTempFileName();
        private readonly Dice _dice;

        public MoneyScenario(Knobs knobs)
        {
            _dice = new(knobs.Seed, 77);
            var place = Place.Of(knobs);
            var project = BoundProject.Project(knobs, place);
            project = project with { Costs = [.. project.Costs.Select(Dearer)] };
            File.WriteAllText(_file, new RandomHistory(knobs, place).Text);
            Options = new(new BoundRuleSet(project, [.. new BoundRules(knobs, project).All], "money"), RandomLayout.Export(place).Source, [_file]);
        }

        public ReplayOptions Options { get; }

        public void Shuffle()
        {
            var lines = File.ReadAllLines(_file);
            _dice.Shuffle<string>(lines.AsSpan(1));
            File.WriteAllLines(_file, lines);
        }

        public void Dispose() => File.Delete(_file);

        private CostTable Dearer(CostTable table) => table with
        {
            Acquisition = _dice.Is(.8) ? _dice.Between(5000, 30000) / 7m : null,
            Escalations = _dice.Is(.8) ? new(_dice.Between(10, 90) / 3m, ImmutableDictionary<string, EscalationFactor>.Empty.Add("regulator", new(16, 6)).Add("small-claim", new(27, 12))) : null,
        };

    }
}
