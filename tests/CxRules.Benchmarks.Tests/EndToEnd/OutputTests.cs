using CxRules.Benchmarks.EndToEnd;
using CxRules.Benchmarks.EndToEnd.Running;

namespace CxRules.Benchmarks.Tests.EndToEnd;

public sealed class OutputTests
{
    [Fact]
    public void Departments_RoutesOfBothSides_AreEqual()
    {
        var ours = ReplayOutput.Departments("""
            { "history": { "received": 10, "accepted": 10 }, "contactRoutes": [
              { "rule": "route-0", "owners": ["Billing"], "contacts": 2 }, { "rule": "route-1", "owners": ["Docs"], "contacts": 3 }, { "rule": "route-2", "owners": ["Billing"], "contacts": 4 } ] }
            """);
        var theirs = DuckDb.Departments("""{ "rows": [ { "department": "Docs", "contacts": 3 }, { "department": "Billing", "contacts": "6" }, { "department": "(nowhere)", "contacts": 1 } ] }""");
        Assert.Empty(ours.DifferencesTo(theirs));
        Assert.Equal(6, ours.Counts["Billing"]);
    }

    [Fact]
    public void FirstSignals_CasesOfBothSides_AreEqual()
    {
        var ours = ReplayOutput.FirstSignals("""
            { "history": { "received": 10, "accepted": 10 }, "cases": [
              { "rule": "volume-a", "opened": "2025-03-04T00:00:00Z" }, { "rule": "volume-a", "opened": "2025-02-10T00:00:00Z" }, { "rule": "volume-b", "opened": "2025-02-11T00:00:00Z" } ] }
            """);
        var theirs = DuckDb.FirstSignals("""
            { "rows": [ { "disposition": "a", "contacts": "4", "first": 34 }, { "disposition": "b", "contacts": "5", "first": 35 }, { "disposition": "c", "contacts": "1", "first": null } ] }
            """);
        Assert.Empty(ours.DifferencesTo(theirs));
    }

    [Fact]
    public void Signals_UnknownEvaluations_AreTrueSignalsBesideTheFirstThirtyFour()
    {
        var ours = ReplayOutput.Signals("""
            { "history": { "received": 10, "accepted": 10 }, "rules": [ { "id": "volume-a", "unknown": 37 }, { "id": "everything", "unknown": 0 } ],
              "contactRoutes": [ { "cost": { "mid": 12.00875 } } ] }
            """);
        var theirs = DuckDb.Signals("""{ "rows": [ { "disposition": "a", "contacts": "10", "cost": "1200875", "signals": 3 } ] }""");
        Assert.Empty(ours.DifferencesTo(theirs));
        Assert.Single(ours.DifferencesTo(DuckDb.Signals("""{ "rows": [ { "disposition": "a", "contacts": "10", "cost": "1200875", "signals": 4 } ] }""")));
    }

    [Fact]
    public void Accepted_RowsThatAreRefused_AreAnError() =>
        Assert.Throws<InvalidOperationException>(() => ReplayOutput.Departments("""{ "history": { "received": 10, "accepted": 9 }, "contactRoutes": [] }"""));

    [Theory]
    [InlineData("--rows", "many")]
    [InlineData("--rows", "99999")]
    [InlineData("--rounds", "0")]
    [InlineData("--rules", "10,x")]
    [InlineData("--rules", "0")]
    [InlineData("--program", "/no/such/program")]
    public void Settings_ValueThatCannotBeUsed_IsRefused(string option, string value) => Assert.Null(ReplaySettings.Read([option, value]));

    [Fact]
    public void Settings_Rules_AreInRisingOrder() => Assert.Equal("10, 100", string.Join(", ", ReplaySettings.Read(["--rules", "100,10,100"])?.Rules ?? []));
}
