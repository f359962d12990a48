using CxRules.Testing.Replays;
using CxRules.Testing.Tests.Money;

namespace CxRules.Testing.Tests.Chaining;

/// <summary>Rules that wait for signals of others. Four contacts `late` on 5 March 2026, one on the 6th, none after; a `bill` each day.</summary>
public sealed class SignalReplayTests
{
    private const string Rows = """
        a,2026-03-05T09:00:00Z,phone,late,k1,60,,,,
        b,2026-03-05T10:00:00Z,phone,late,k2,60,,,,
        c,2026-03-05T11:00:00Z,phone,late,k1,60,,,,
        d,2026-03-05T12:00:00Z,chat,late,k4,60,,,,
        e,2026-03-05T13:00:00Z,phone,bill,k3,60,,,,
        f,2026-03-06T13:00:00Z,phone,bill,k3,60,,,,
        g,2026-03-06T23:59:59Z,phone,late,k5,60,,,,
        h,2026-03-07T13:00:00Z,phone,bill,k3,60,,,,
        """;

    private const string Wave = "rule wave\n  if disposition = late and daily volume >= 3\n  then route to Logistics\n  then emit signal late-wave\n";

    /// <summary>Active from the midnight that begins the 6th to the one that ends it.</summary>
    [Theory]
    [InlineData("signal late-wave is active", "f")]
    [InlineData("not signal late-wave is active", "e,h")]
    public void ContactRule_ThatWaitsForASignal_TakesTheContactsOfItsTime(string condition, string contacts)
    {
        var result = Replay(Wave + $"rule bills\n  if disposition = bill and {condition}\n  then route to Billing\n  then tag contact with wave\n");

        Assert.Equal(contacts, string.Join(',', result.Tasks.Select(task => task.Contact)));
        Assert.Equal(contacts.Split(',').Length, Assert.Single(result.ContactRoutes).Contacts);
        Assert.Equal(contacts.Split(',').Length, result.Rules.Single(rule => rule.Id == "bills").Fired);
    }

    /// <summary>Under `match: first` a rule that waits in vain leaves the contact to the next.</summary>
    [Fact]
    public void ContactRule_ThatWaitsInVain_LeavesTheContactToTheNext()
    {
        var result = Replay(
            Wave + "rule bills\n  priority 5\n  if disposition = bill and signal late-wave is active\n  then route to Logistics\nrule others\n  if disposition = bill\n  then route to Billing\n",
            "match: first\n");

        Assert.Equal([("bills", 1), ("others", 2)], result.ContactRoutes.Select(route => (route.Rule, (int)route.Contacts)));
        Assert.Equal(3, result.Totals.Routed);
    }

    [Fact]
    public void MeasureRule_ThatWaitsForASignal_IsEvaluatedAfterTheOneThatEmitsIt()
    {
        var result = Replay("rule bills\n  if disposition = bill and daily volume >= 1 and signal late-wave is active\n  then route to Billing\n" + Wave);

        Assert.Equal(["bills", "wave"], result.Cases.Select(@case => @case.Rule).Order());
        Assert.Equal(new DateTime(2026, 3, 6, 0, 0, 0), result.Cases.Single(@case => @case.Rule == "bills").OpenedUtc);
        Assert.Equal(new DateTime(2026, 3, 7, 0, 0, 0), result.Cases.Single(@case => @case.Rule == "bills").ClosedUtc);
    }

    [Fact]
    public void CaseRule_OnASignal_ActsOnceOnTheCaseThatEmitsIt()
    {
        var result = Replay(Wave + "rule tell\n  if signal late-wave is active\n  then notify customers within 2 days\n  then escalate to Board\n");

        Assert.Equal(["escalate", "notify customers"], result.Tasks.Select(task => task.Action).Order());
        Assert.All(result.Tasks, task => Assert.Equal((new DateTime(2026, 3, 6, 0, 0, 0), result.Cases.Single().Id), (task.AtUtc, task.Case)));
        Assert.Equal("k1,k2,k4", string.Join(',', result.Tasks.Single(task => task.Action == "notify customers").Audience));
        Assert.Equal(1, result.Rules.Single(rule => rule.Id == "tell").Fired);
    }

    /// <summary>A chain of three: the wave, what hangs on it, and what hangs on that.</summary>
    [Fact]
    public void CaseRule_ThatEmitsAndSuppresses_WorksDownTheChain()
    {
        var result = Replay(
            """
            rule bills
              if disposition = bill and daily volume >= 1
              then route to Billing
            rule second
              if signal first is active
              then suppress bills
            rule first
              if signal late-wave is active
              then emit signal first

            """ + Wave);

        Assert.Equal([new DateTime(2026, 3, 7, 0, 0, 0)], result.Cases.Where(@case => @case.Rule == "bills").Select(@case => @case.OpenedUtc));
    }

    [Theory]
    [InlineData("per channel", "f")]
    [InlineData("", "f")]
    public void ContactRule_OnASignalOfGroups_LooksAtItsOwn(string per, string contacts)
    {
        var result = Replay($"rule wave\n  if disposition = late and daily volume >= 3\n  {per}\n  then emit signal late-wave\nrule bills\n  if disposition = bill and signal late-wave is active\n  then tag contact with wave\n");

        Assert.Equal(contacts, string.Join(',', result.Tasks.Select(task => task.Contact)));
    }

    [Fact]
    public void ContactRule_OnASignalOfAnotherGroup_TakesNothing() => Assert.Empty(Replay(
        "rule wave\n  if disposition = late and daily volume >= 1\n  per channel\n  until daily volume < 1 for 1 day\n  then emit signal late-wave\nrule bills\n  if disposition = bill and channel = mail and signal late-wave is active\n  then tag contact with wave\n").Tasks);

    private static ReplayResult Replay(string rules, string project = "")
    {
        using var folder = new MoneyFolder(rules, Rows, project: project);
        return folder.Replay();
    }
}
