using System.Collections.Immutable;
using CxRules.Model.Cases;
using CxRules.Runtime.Contacts;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Tasks;

namespace CxRules.Testing.Replays;

/// <summary>Puts what rules ask people to do into the words of a replay.</summary>
internal static class ReplayTasks
{
    /// <summary>Reads the history once more where a rule asks for something, or somebody waits to hear of a case.</summary>
    /// <param name="tellingsOf">Who was told of a case, by its id.</param>
    public static ReplayResult Add(ReplayResult result, ReplayPass pass, EnginePlan plan, ReplayOptions options, DoorFindings findings, Func<string, IEnumerable<CaseTelling>> tellingsOf)
    {
        if (pass.Engine.Tasks(decision => tellingsOf(decision.Id).Any()) is not { } collector)
        {
            return result;
        }

        pass.Again(plan, options, findings, collector);
        var loops = collector.Loops.ToDictionary(loop => loop.Case.Id);
        return result with
        {
            Tasks = [.. collector.Tasks.Select(Of)],
            Cases = [.. result.Cases.Select(@case => loops.TryGetValue(@case.Id, out var loop) ? @case with { Loops = [.. LoopsOf(loop, [.. tellingsOf(@case.Id)])] } : @case)],
        };
    }

    private static IEnumerable<ReplayLoop> LoopsOf(CaseLoops loops, ImmutableArray<CaseTelling> tellings) =>
        from audience in Enum.GetValues<CaseAudience>()
        let loop = loops.Of(audience)
        where loop.Named.Count > 0 || loop.Nameless > 0
        select new ReplayLoop(
            audience,
            [.. loop.Named.Select(named => new ReplayLoopEntry(named.Key, Utc(named.Value), tellings.Where(told => told.Reached(audience, named.Key, named.Value)).Select(told => (DateTime?)Utc(told.At)).Min()))],
            loop.Nameless,
            loops.DueOf(audience) is { } due ? Utc(due) : null);

    private static ReplayTask Of(TaskRecord task) => new(task.Rule.Id, NameOf(task.Action), Utc(task.At), task.Due is { } due ? Utc(due) : null)
    {
        Case = task.Case is { } decision ? decision.Id : null,
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
        HandOnAction => "route",
        _ => "escalate",
    };

    private static DateTime Utc(long ticks) => new(ticks, DateTimeKind.Utc);
}
