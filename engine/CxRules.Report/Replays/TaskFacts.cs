using CxRules.Model.Time;
using CxRules.Report.Layout;
using CxRules.Testing.Replays;

namespace CxRules.Report.Replays;

/// <summary>What rules ask people to do, in words: a line for each rule and what it asks.</summary>
internal static class TaskFacts
{
    public static IEnumerable<string> Lines(ReplayResult result) => result.Tasks
        .GroupBy(task => (task.Rule, What: What(task)))
        .Select(group => $"{result.Rules.FirstOrDefault(rule => rule.Id == group.Key.Rule)?.Title ?? group.Key.Rule}: {group.Key.What} {Amount([.. group])}{Due([.. group], result.History.Zone)}");

    private static string What(ReplayTask task) => task switch
    {
        { Tag: { } tag } => $"tag with {tag}:",
        { Action: "escalate" } => $"escalate to {CaseFacts.Owners(task.Owners)}:",
        _ => $"{task.Action}:",
    };

    private static string Amount(ReplayTask[] tasks)
    {
        var cases = tasks.Select(task => task.Case).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        var contacts = tasks.Count(task => task.Contact is not null);
        var told = tasks.Sum(task => task.Audience.Length);
        var nameless = tasks.Sum(task => task.Nameless);
        var of = cases == 0 ? "" : $" of {Figures.Plural(cases, "case")}";
        return contacts > 0 ? $"{Figures.Plural(contacts, "contact")}{of}"
            : tasks[0].Action == "escalate" ? Figures.Plural(cases, "case")
            : $"{Figures.Plural(told, tasks[0].Action["notify ".Length..^1])}{of}{(nameless == 0 ? "" : $"; {Figures.Plural(nameless, "contact")} named none")}";
    }

    private static string Due(ReplayTask[] tasks, ZoneRules zone)
    {
        var due = tasks.Select(task => task.DueUtc).OfType<DateTime>().ToList();
        return due.Count == 0 ? "" : due.Count == 1 ? $", due {Time(due[0], zone)}" : $", due from {Time(due.Min(), zone)} to {Time(due.Max(), zone)}";
    }

    private static string Time(DateTime utc, ZoneRules zone) => CaseFacts.Local(utc, TimeUnit.Hour, zone);
}
