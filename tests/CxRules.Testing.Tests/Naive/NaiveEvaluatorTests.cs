using CxRules.Language.Binding;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using static CxRules.Testing.Tests.Naive.NaiveScenario;

namespace CxRules.Testing.Tests.Naive;

/// <summary>The evaluator itself, on histories small enough to decide by hand.</summary>
public sealed class NaiveEvaluatorTests : IDisposable
{
    private static readonly Project Priced = Project.Default with
    {
        Currency = "EUR",
        Costs = [new(new(2026, 1, 1), 7, System.Collections.Immutable.ImmutableDictionary<string, decimal>.Empty, 30)],
    };

    private readonly NaiveScenario _scenario = new();

    public void Dispose() => _scenario.Dispose();

    [Fact]
    public void History_OfOneIdManyTimes_CountsEachRowOnce()
    {
        var at = new DateTime(2026, 1, 2, 9, 0, 0);
        var rows = Row("a", at) + Row("a", at) + Row("a", at.AddHours(1), "broken") + Row("a", at.AddHours(-1), version: 2) + Row("b", at) + Row("", at);

        var history = _scenario.Replay(rows, Project.Default).History;

        Assert.Equal((6, 2, 1, 1, 1, 1), (history.Received, history.Contacts.Count, history.Door.Superseded, history.Door.Duplicate, history.Door.Quarantined, history.Rejected));
        Assert.Equal(at.AddHours(-1).Ticks, history.Contacts[0].OccurredAt);
    }

    [Fact]
    public void Case_OfAThreshold_OpensAtTheEndOfTheDayAndClosesAfterTheLast()
    {
        var result = _scenario.Replay(Days(1, 1, 5, 6, 1, 1), Priced, Rule("spike", AtLeast(5, Late)));

        var found = Assert.Single(result.Cases);
        Assert.Equal((new DateTime(2026, 1, 4), new DateTime(2026, 1, 6), new DateTime(2026, 1, 4)), (found.Opened, found.Closed, found.Peak));
        Assert.Equal(11, found.Contacts);
        Assert.Equal(5.5m, found.Cost?.Mid);
        Assert.Equal("Logistics", Assert.Single(found.Owners));
    }

    [Fact]
    public void Case_ThatReturnsWithinAWeek_IsTheSame()
    {
        var rule = Rule("spike", AtLeast(5, Late));

        Assert.Single(_scenario.Replay(Days(1, 5, 1, 1, 1, 1, 1, 1, 5, 1), Priced, rule).Cases);
        Assert.Equal(2, _scenario.Replay(Days(1, 5, 1, 1, 1, 1, 1, 1, 1, 5, 1), Priced, rule).Cases.Count);
    }

    [Fact]
    public void Case_OfAHold_CountsTheDaysBeforeItFired()
    {
        var rule = Rule("spike", AtLeast(5, Late)) with { For = new Hold(2, TimeUnit.Day) };

        var found = Assert.Single(_scenario.Replay(Days(1, 5, 1, 5, 6, 1), Priced, rule).Cases);

        Assert.Equal(new DateTime(2026, 1, 6), found.Opened);
        Assert.Equal(11, found.Contacts);
    }

    [Fact]
    public void Case_WithUntil_StaysOpenWhileUntilIsNotHeld()
    {
        var rule = Rule("spike", AtLeast(5, Late)) with
        {
            Until = new BoundThreshold(Daily(Late), Comparison.Less, new BoundConstant(3), null),
            UntilFor = new Hold(2, TimeUnit.Day),
        };

        var found = Assert.Single(_scenario.Replay(Days(1, 5, 1, 4, 1, 1, 1), Priced, rule).Cases);

        Assert.Equal(new DateTime(2026, 1, 7), found.Closed);
        Assert.Equal(5, found.Contacts);
    }

    [Fact]
    public void Ledger_OfTwoRules_SharesOrRanksTheContact()
    {
        var all = new[] { Rule("one", AtLeast(5, Late)), Rule("two", null, 1) with { Priority = 1 } };

        var shared = _scenario.Replay(Days(1, 6, 1), Priced, [.. all]);
        var ranked = _scenario.Replay(Days(1, 6, 1), Priced with { Match = MatchPolicy.First }, [.. all]);

        Assert.Equal((1.5m, 2.5m, 4m), (Assert.Single(shared.Cases).Cost?.Mid, Assert.Single(shared.Routes).Cost?.Mid, shared.Cost?.Mid));
        Assert.Equal((0m, 4m, 4m), (Assert.Single(ranked.Cases).Cost?.Mid, Assert.Single(ranked.Routes).Cost?.Mid, ranked.Cost?.Mid));
    }

    [Fact]
    public void Suppression_WhileActive_KeepsTheTargetFromOpening()
    {
        var outage = Rule("outage", AtLeast(5, Late)) with { Suppresses = ["spike"], Route = null };
        var spike = Rule("spike", AtLeast(3, Late), 1);

        var result = _scenario.Replay(Days(1, 6, 4, 1), Priced, spike, outage);

        Assert.Equal(new DateTime(2026, 1, 4), Assert.Single(result.Cases, found => found.Rule == "spike").Opened);
    }

    [Fact]
    public void Groups_OfARegion_AreCountedApartWhateverTheSpelling()
    {
        var at = new DateTime(2026, 1, 2, 9, 0, 0);
        var rows = Row("a", at.AddDays(-1), region: "North") + Row("b", at, region: "north") + Row("c", at, region: "NORTH") + Row("d", at, region: "south") + Row("e", at);

        var result = _scenario.Replay(rows, Project.Default, Rule("spike", AtLeast(2, Late)) with { Per = [Region] });

        var found = Assert.Single(result.Cases);
        Assert.Equal("NORTH", Assert.Single(found.Group).Value);
        Assert.Equal(2, found.Contacts);
        Assert.Null(found.Cost);
    }

    [Fact]
    public void Gap_OfABusyWeekday_MakesMeasuresUnknown()
    {
        var days = Enumerable.Repeat(20, 20).ToArray();
        days[9] = 0;

        var outcome = Assert.Single(_scenario.Replay(Days(days), Project.Default, Rule("spike", AtLeast(5, Late))).Outcomes);

        // The Saturday without contacts is neither true nor false: the one case stays open over it.
        Assert.Equal((1, 1), (outcome.Fired, outcome.Unknown));
    }

    [Fact]
    public void Cost_OfAContact_NeedsHandleTimeOrSpend()
    {
        var at = new DateTime(2026, 1, 2, 9, 0, 0);
        var timed = _scenario.Replay(Row("a", at, secs: "100"), Priced, Rule("all", null));
        var untimed = _scenario.Replay(Row("a", at, secs: ""), Priced, Rule("all", null));
        var early = _scenario.Replay(Row("a", at.AddYears(-1)), Priced, Rule("all", null));

        Assert.Equal(.833333m, Assert.Single(timed.Routes).Cost?.Mid);
        Assert.Equal(7, Assert.Single(untimed.Routes).Cost?.Mid);
        Assert.Null(Assert.Single(early.Routes).Cost);
    }
}
