using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using CxRules.Language;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;
using CxRules.Testing.Replays;
using CxRules.Testing.RuleSets;

namespace CxRules.Samples.Tests.Packs;

/// <summary>A pack below `rules/`, replayed once over the history that its project names.</summary>
internal sealed record PackReplay(CompiledRuleSet RuleSet, ReplayResult Result)
{
    private static readonly ConcurrentDictionary<string, Lazy<PackReplay>> Done = new(StringComparer.Ordinal);

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(Result.History.Zone.Id);

    public static PackReplay Of(string folder) => Done.GetOrAdd(folder, name => new(() => Run(name, texts => texts))).Value;

    /// <summary>With a part of its rules written otherwise.</summary>
    public static PackReplay Of(string folder, string written, string instead) => Run(folder, texts =>
    {
        Assert.Single(texts.Rules, text => text.Content.Contains(written, StringComparison.Ordinal));
        return texts with { Rules = [.. texts.Rules.Select(text => new SourceText(text.File, text.Content.Replace(written, instead, StringComparison.Ordinal)))] };
    });

    public ImmutableArray<Diagnostic> Diagnostics => RuleSet.Diagnostics;

    /// <summary>What it found, as lines of `expected.csv` without their last cell.</summary>
    public IEnumerable<PackLine> Lines() => Result.Cases.Select(Line)
        .Concat(Result.ContactRoutes.Select(route => new PackLine("routed", route.Rule, "", string.Join(" and ", route.Owners), "", "", route.Contacts, route.Cost?.Mid)))
        .Concat(Result.Tasks.GroupBy(task => (Action: $"{task.Action} {task.Tag}".Trim(), task.Rule, Owners: string.Join(" and ", task.Owners), At: task.Contact is null ? Local(task.AtUtc) : ""))
            .Select(tasks => new PackLine(tasks.Key.Action, tasks.Key.Rule, "", tasks.Key.Owners, tasks.Key.At, "", tasks.Sum(task => task.Contact is null ? Math.Max(1, task.Audience.Length) : 1), null)));

    private static PackReplay Run(string name, Func<RuleTexts, RuleTexts> write)
    {
        var folder = Repository.PathOf($"rules/{name}");
        var loaded = Assert.Single(RuleSetLoader.Load(folder).RuleSets);
        var ruleSet = (loaded with { Texts = write(loaded.Texts) }).Compile(new DateOnly(2026, 6, 1));
        var project = ruleSet.Compilation.RuleSet.Project;
        var files = HistoryFiles.Find(project.HistoryFiles, folder, out var missing);
        Assert.Null(missing);
        var source = SourceChoice.Of(ruleSet, null).Source ?? throw new InvalidOperationException($"{folder} has no source.");
        var transitions = Directory.EnumerateFiles(folder, "*.transitions.yaml").Select(file => TransitionFile.Load(file, project)).SingleOrDefault() ?? TransitionFile.None;
        Assert.Empty(transitions.Diagnostics);
        return new(ruleSet, Replay.Run(new(ruleSet.Compilation.RuleSet, source, files) { Transitions = transitions.Steps, Tellings = transitions.Tellings }));
    }

    private PackLine Line(ReplayCase found) => new(
        "case",
        found.Rule,
        string.Join(" ", found.Group.Select(field => $"{field.Key}={field.Value}")),
        string.Join(" and ", found.Owners),
        Local(found.OpenedUtc),
        found.ClosedUtc is { } closed ? Local(closed) : "",
        found.Contacts,
        found.Cost?.Mid);

    private string Local(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), _zone).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
