using System.Collections.Immutable;
using CxRules.Language.Binding;
using CxRules.Model.Cases;
using CxRules.Model.Projects;
using static CxRules.Testing.Tests.Naive.NaiveScenario;

namespace CxRules.Testing.Tests.Naive;

/// <summary>Money on histories small enough to add up by hand: a contact costs half a euro, a customer 200, a regulator 35 × 16.</summary>
public sealed class NaiveLedgerTests
{
    private const string Header = "id,occurred at,channel,disposition,handle time,customer,cancelled,cancelled at,cancellation reason,escalation";

    /// <summary>k1 leaves twice over and says why, k2 says nothing, nobody knows who the last one is.</summary>
    private const string Five = """
        a,2026-01-05T09:00Z,phone,late,60,k1,true,,price,
        b,2026-01-05T10:00Z,phone,late,60,k1,true,,,
        c,2026-01-05T11:00Z,phone,late,60,k2,,2026-01-09T10:00Z,,
        d,2026-01-05T12:00Z,phone,late,60,k3,false,,,Regulator
        e,2026-01-05T13:00Z,phone,late,60,,yes,,,ombudsman
        """;

    private static readonly Project Priced = Project.Default with
    {
        Currency = "EUR",
        Costs =
        [
            new(new(2026, 1, 1), 7, ImmutableDictionary<string, decimal>.Empty, 30)
            {
                Acquisition = 200,
                Escalations = new(35, ImmutableDictionary<string, EscalationFactor>.Empty.Add("regulator", new(16, 6))),
            },
        ],
        Dispositions = [new("late", null, null, Demand.Failure, "delivery", [])],
    };

    [Fact]
    public void Ledger_OfOneRule_CountsEachCustomerAndEscalationOnce()
    {
        var costs = Assert.Single(Replay(Five, Priced, Rule("all", null)).Routes).Costs;

        Assert.Equal((5, 2.5m), (costs?.Contacts.Count, costs?.Contacts.Cost.Mid));
        Assert.Equal((3, 600m), (costs?.Cancellations.Count, costs?.Cancellations.Cost.Mid));
        Assert.Equal((1, 560m), (costs?.Escalations.Count, costs?.Escalations.Cost.Mid));
        Assert.Equal(1162.5m, costs?.Sum.Mid);
    }

    [Fact]
    public void Ledger_OfTwoRules_SharesOrRanksAllMoneyAlike()
    {
        var rules = new[] { Rule("one", null), Rule("two", null, 1) with { Priority = 1 } };

        var shared = Replay(Five, Priced, rules);
        var ranked = Replay(Five, Priced with { Match = MatchPolicy.First }, rules);

        Assert.Equal([581.25m, 581.25m], shared.Routes.Select(route => route.Cost?.Mid));
        Assert.Equal(1162.5m, Assert.Single(ranked.Routes, route => route.Cost is not null && route.Contacts > 0).Cost?.Mid);
        Assert.Equal(1162.5m, ranked.Cost?.Mid);
    }

    [Fact]
    public void Ledger_OfAnExcess_TakesStatedCancellationsWholeAndInferredOnesInPart()
    {
        var costs = Assert.Single(Replay(Quiet(14) + Loud, Priced, Spike).Cases).Costs;

        // Ten contacts where five were agreed on: a half of each, and of what nobody gave a reason for.
        Assert.Equal(2.5m, costs?.Contacts.Cost.Mid);
        Assert.Equal(200 + 100, costs?.Cancellations.Cost.Mid);
        Assert.Equal(280, costs?.Escalations.Cost.Mid);
        Assert.Equal(200, costs?.Cancellations.Cost.Low - (costs?.Contacts.Cost.Low / 5 * 200));
    }

    [Fact]
    public void Ledger_OfAnExcessAndARule_LeavesTheRestToTheLowerRank()
    {
        var both = new[] { Spike with { Priority = 1 }, Rule("all", null, 1) };

        var ranked = Replay(Quiet(14) + Loud, Priced with { Match = MatchPolicy.First }, both);
        var shared = Replay(Quiet(14) + Loud, Priced, both);

        // Ranked: 14 quiet contacts and half of ten; the stated customer is the case's, half of the other one's acquisition is left.
        var rest = Assert.Single(ranked.Routes).Costs;
        Assert.Equal((9.5m, 100m, 280m), (rest?.Contacts.Cost.Mid, rest?.Cancellations.Cost.Mid, rest?.Escalations.Cost.Mid));

        // Shared: a ÷ Σa is ½ ÷ 1½ for the case, and ½ of the customer who said why.
        var part = Assert.Single(shared.Cases).Costs;
        Assert.Equal(10 * .5m / 3, part?.Contacts.Cost.Mid ?? 0, 10);
        Assert.Equal(100 + (200m / 3), part?.Cancellations.Cost.Mid ?? 0, 10);
        Assert.Equal(560m / 3, part?.Escalations.Cost.Mid ?? 0, 10);
    }

    [Fact]
    public void Totals_OfTwoOwners_HalveTheCostAndAddUp()
    {
        var rule = Rule("all", null) with { Population = BoundAnd.Everything, Route = new(["Billing", "Repairs"], null, CostEstimate: true, null, 5, null) };

        var result = Replay(Five + "\nf,2026-01-05T14:00Z,phone,,60,,,,,\ng,2026-01-05T14:00Z,phone,broken,60,,,,,", Priced, rule);

        Assert.Equal(["Billing 581.75", "Repairs 581.75"], Lines(result.ByOwner));
        Assert.Equal(["(none) 1.0", "delivery 1162.5"], Lines(result.ByTouchpoint));
        Assert.Equal(["(none) 0.5", "broken 0.5", "late 1162.5"], Lines(result.ByDisposition));
    }

    [Fact]
    public void Ledger_WithoutAnAcquisition_CountsNoCustomer()
    {
        var priced = Priced with { Costs = [Priced.Costs[0] with { Acquisition = null, Escalations = null }] };

        Assert.Equal((2.5m, 0, 0), Assert.Single(Replay(Five, priced, Rule("all", null)).Routes).Costs is { } costs ? (costs.Sum.Mid, costs.Cancellations.Count, costs.Escalations.Count) : default);
    }

    [Theory]
    [InlineData(27, null)]
    [InlineData(28, 182.5)]
    [InlineData(56, 182.5)]
    public void RunRate_OfARule_IsItsCostInAYear(int days, double? yearly) =>
        Assert.Equal((decimal?)yearly, Assert.Single(Replay(Quiet(days), Priced, Rule("all", null)).Outcomes).RunRate);

    [Fact]
    public void RunRate_OfARulePerExposure_GoesByTheNextTwelveMonths()
    {
        var first = new DateOnly(2026, 1, 1);
        var spec = new BaselineSpec(BaselineMethod.PerExposure, 8, 4, 0) { Exposure = "bills" };
        var rule = Rule("spike", new BoundSignalOr([AtLeast(1, Late), new BoundThreshold(Daily(Late), Comparison.Greater, new BoundBaseline(99, 0, spec), null)]));
        var project = Priced with { Exposures = [new Exposure("bills", "") { Counts = Enumerable.Range(0, 28 + 365).ToImmutableSortedDictionary(first.AddDays, day => day < 28 ? 10m : 30m) }] };
        var unknown = project with { Exposures = [new Exposure("bills", "") { Counts = project.Exposures[0].Counts?.RemoveRange(Enumerable.Range(360, 33).Select(first.AddDays)) }] };

        // 14 euros for 280 bills, and 10,950 bills to come.
        Assert.Equal(14m / 280 * 10_950, Assert.Single(Replay(Quiet(28), project, rule).Outcomes).RunRate ?? 0, 10);
        Assert.Null(Assert.Single(Replay(Quiet(28), unknown, rule).Outcomes).RunRate);
    }

    /// <summary>More than five, said twice with `or`: such a case owes nothing to having been picked.</summary>
    private static BoundRule Spike { get; } = Rule("spike", new BoundSignalOr([MoreThanFive, MoreThanFive])) with { Basis = CaseBasis.Excess };

    private static BoundThreshold MoreThanFive => new(Daily(Late), Comparison.Greater, new BoundBaseline(1, 0, new(BaselineMethod.Fixed, 0, 0, 5)), null);

    /// <summary>Ten contacts on 15 January, among them a stated leaver, one who gives no reason, and an escalation.</summary>
    private static string Loud => string.Concat(Enumerable.Range(0, 10).Select(index => $"l{index},2026-01-15T09:0{index}Z,phone,late,60,"
        + index switch { 0 => "k1,true,,price,", 1 => "k2,true,,,", 2 => "k3,,,,regulator", _ => ",,,," } + "\n"));

    /// <summary>A contact a day from 1 January on.</summary>
    private static string Quiet(int days) => string.Concat(Enumerable.Range(0, days).Select(day =>
        FormattableString.Invariant($"q{day},{new DateTime(2026, 1, 1).AddDays(day):yyyy-MM-dd}T09:00Z,phone,late,60,,,,,\n")));

    private static IEnumerable<string> Lines(Dictionary<string, NaiveMoney> totals) =>
        totals.OrderBy(line => line.Key, StringComparer.Ordinal).Select(line => FormattableString.Invariant($"{line.Key} {line.Value.Mid:0.0#}"));

    private static NaiveResult Replay(string rows, Project project, params BoundRule[] rules)
    {
        var file = NaiveSource.Write(Header, rows);
        var result = NaiveEvaluator.Replay(new(project, [.. rules], ""), NaiveSource.Of(Header), [file]);
        File.Delete(file);
        return result;
    }
}
