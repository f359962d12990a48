using System.Collections.Immutable;
using CxRules.Testing.Replays;
using CxRules.Testing.Tests.Money;

namespace CxRules.Testing.Tests.Lives;

/// <summary>Five contacts of 5 March 2026, a Thursday; a case for them is opened at the midnight after.</summary>
public sealed class TaskReplayTests
{
    private const string Rows = """
        a,2026-03-05T09:00:00Z,phone,late,k1,60,,,,
        b,2026-03-05T10:00:00Z,phone,late,k2,60,,,,
        c,2026-03-05T11:00:00Z,phone,late,k1,60,,,,
        d,2026-03-05T12:00:00Z,chat,late,,60,,,,
        e,2026-03-05T13:00:00Z,phone,bill,k3,60,,,,
        """;

    private static readonly DateTime s_opened = new(2026, 3, 6, 0, 0, 0);

    [Fact]
    public void CallBack_OfAContactRule_IsDueSoLongAfterTheContact()
    {
        var task = Assert.Single(Tasks("rule r\n  if disposition = bill\n  then call back within 4 hours\n"));

        Assert.Equal(("call back", "e", "k3", null), (task.Action, task.Contact, task.Customer, task.Case));
        Assert.Equal((new DateTime(2026, 3, 5, 13, 0, 0), new DateTime(2026, 3, 5, 17, 0, 0)), (task.AtUtc, task.DueUtc));
    }

    [Fact]
    public void Notify_OfACase_NamesEachCustomerOnceAndCountsWhoCannotBeTold()
    {
        var task = Assert.Single(Tasks("rule r\n  if disposition = late and daily volume >= 3\n  then notify customers within 5 days\n"));

        Assert.Equal("k1,k2", string.Join(',', task.Audience));
        Assert.Equal((1, s_opened, s_opened.AddDays(5), null), (task.Nameless, task.AtUtc, task.DueUtc, task.Contact));
    }

    [Fact]
    public void Tag_OfACase_IsForEachOfItsContactsOnceTheCaseIsOpen()
    {
        var tasks = Tasks("rule r\n  if disposition = late and daily volume >= 3\n  then tag contact with recover\n  then escalate to Board\n");

        Assert.Equal(["escalate", "tag", "tag", "tag", "tag"], tasks.Select(task => task.Action).Order());
        Assert.Equal("a,b,c,d", string.Join(',', tasks.Where(task => task.Tag == "recover").Select(task => task.Contact)));
        Assert.All(tasks, task => Assert.Equal(s_opened, task.AtUtc));
        Assert.Equal("Board", Assert.Single(tasks, task => task.Action == "escalate").Owners.Single());
        Assert.Single(tasks.Select(task => task.Case).Distinct());
    }

    /// <summary>Who gets a contact is one thing, what is done with it another.</summary>
    [Fact]
    public void Tag_UnderMatchFirst_IsForEveryRuleThatTheContactMeets()
    {
        var result = Replay(
            """
            rule first
              priority 5
              if disposition = bill
              then route to Billing
            rule second
              if channel = phone and disposition = bill
              then route to CX
              then tag contact with praise
            rule third
              if channel = phone
              then tag contact with coach
            """,
            "match: first\n");

        Assert.Equal(["first"], result.ContactRoutes.Where(route => route.Contacts > 0).Select(route => route.Rule));
        Assert.Equal(["coach a", "coach b", "coach c", "coach e", "praise e"], result.Tasks.Select(task => $"{task.Tag} {task.Contact}").Order());
        Assert.Equal([1, 0, 4], result.Rules.Select(rule => rule.Fired));
    }

    [Fact]
    public void Rule_ThatRoutesToNobody_TakesNoMoney()
    {
        const string Route = "rule owns\n  if disposition = late\n  then route to Billing with cost estimate\n";
        var alone = Replay(Route, "");
        var beside = Replay(Route + "rule tags\n  if channel = phone\n  then tag contact with coach\n", "");

        Assert.Equal(alone.Totals.Cost, beside.Totals.Cost);
        Assert.Equal(alone.Totals.Routed, beside.Totals.Routed);
        Assert.Equal(["Billing"], beside.Totals.ByOwner.Select(share => share.Name));
    }

    private static ImmutableArray<ReplayTask> Tasks(string rules) => Replay(rules, "").Tasks;

    private static ReplayResult Replay(string rules, string project)
    {
        using var folder = new MoneyFolder(rules, Rows, project: project);
        return folder.Replay();
    }
}
