using System.Collections.Immutable;
using CxRules.Runtime.Contacts;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Tasks;

namespace CxRules.Testing.Replays;

/// <summary>Puts what rules ask people to do into the words of a replay.</summary>
internal static class ReplayTasks
{
    /// <summary>Reads the history once more where a rule asks for something.</summary>
    public static ImmutableArray<ReplayTask> Of(ReplayPass pass, EnginePlan plan, ReplayOptions options, DoorFindings findings)
    {
        if (pass.Session.Tasks() is not { } collector)
        {
            return [];
        }

        pass.Again(plan, options, findings, collector);
        return [.. collector.Tasks.Select(Of)];
    }

    private static ReplayTask Of(TaskRecord task) => new(task.Rule.Id, NameOf(task.Action), Utc(task.At), task.Due is { } due ? Utc(due) : null)
    {
        Case = task.Case is { } decision ? ReplayResultBuilder.IdOf(decision) : null,
        Contact = task.Contact,
        Customer = task.Customer,
        Agent = task.Agent,
        Tag = (task.Action as TagAction)?.Tag,
        Owners = task.Owners,
        Audience = task.Audience,
        Nameless = task.Nameless,
    };

    private static string NameOf(ActionPlan action) => action switch
    {
        TagAction => "tag",
        CallBackAction => "call back",
        NotifyAction notify => $"notify {notify.Audience.ToString().ToLowerInvariant()}",
        _ => "escalate",
    };

    private static DateTime Utc(long ticks) => new(ticks, DateTimeKind.Utc);
}
