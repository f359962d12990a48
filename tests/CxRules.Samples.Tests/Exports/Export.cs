using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Model.Sources;
using CxRules.Testing.Replays;
using CxRules.Testing.RuleSets;

namespace CxRules.Samples.Tests.Exports;

/// <summary>An export of samples/exports with the rule set that it is tried on.</summary>
internal sealed record Export(CompiledRuleSet RuleSet, ContactSource Source, ImmutableArray<string> Files)
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    /// <param name="rules">The folder of the rule set.</param>
    /// <param name="history">Files, as patterns from the root; empty: those that the project names.</param>
    public static Export Load(string rules, string history)
    {
        var folder = Repository.PathOf(rules);
        var loaded = Assert.Single(RuleSetLoader.Load(folder).RuleSets);
        var patterns = history.Length > 0 ? [Repository.PathOf(history)] : loaded.Compile(Today).Compilation.RuleSet.Project.HistoryFiles;
        var files = HistoryFiles.Find(patterns, folder, out var missing);
        Assert.Null(missing);
        var ruleSet = RuleSetLoader.WithSourcesBeside(loaded, files).Compile(Today);
        var choice = SourceChoice.Of(ruleSet, null);
        Assert.NotNull(choice.Source);
        return new(ruleSet, choice.Source, files);
    }

    public ContactSchema Schema => RuleSet.Compilation.RuleSet.Project.Schema;

    public ImmutableArray<string> Lines(params string[] without) =>
        ContactLines.Read(Source with { Fields = [.. Source.Fields.Where(mapped => !without.Contains(mapped.Field.Name))] }, Files, Schema);

    public ReplayResult Replay() => Testing.Replays.Replay.Run(new(RuleSet.Compilation.RuleSet, Source, Files));
}
