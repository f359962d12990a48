using CxRules.Language.Diagnostics;
using CxRules.Model.Sources;

namespace CxRules.Testing.RuleSets;

/// <summary>The source that describes a history, or why none could be chosen.</summary>
/// <param name="Problem">A plain sentence; null where there is a source.</param>
public sealed record SourceChoice(ContactSource? Source, string? Problem)
{
    /// <summary>By name where one is given, else the project's `history.source`, else the only one.</summary>
    /// <param name="name">What `--source` says; null: nothing.</param>
    public static SourceChoice Of(CompiledRuleSet ruleSet, string? name)
    {
        var sources = ruleSet.Compilation.Sources;
        var wanted = name ?? ruleSet.Compilation.RuleSet.Project.HistorySource;
        if (wanted is not null)
        {
            return sources.FirstOrDefault(source => source.Name == wanted) is { } named
                ? new(named, null)
                : new(null, $"There is no source `{wanted}`{Nearest(wanted, sources.Select(source => source.Name))}. {Known(ruleSet)}");
        }

        return sources switch
        {
            [var only] => new(only, null),
            [] => new(null, $"Nothing says how to read the history. {Known(ruleSet)}"),
            _ => new(null, $"Several sources could describe the history: name one with --source, or in `cxrules.yaml` as `history: {{ source: … }}`. {Known(ruleSet)}"),
        };
    }

    private static string Nearest(string wanted, IEnumerable<string> names) =>
        DidYouMean.Nearest(wanted, names) is { } nearest ? $" (did you mean `{nearest}`?)" : "";

    private static string Known(CompiledRuleSet ruleSet) => ruleSet.Compilation.Sources.IsEmpty
        ? $"Put a `*.source.yaml` beside the project file in `{ruleSet.Loaded.Folder}`, or beside the history."
        : $"There {(ruleSet.Compilation.Sources.Length == 1 ? "is" : "are")} {string.Join(", ", ruleSet.Compilation.Sources.Select(source => $"`{source.Name}` ({source.File})"))}.";
}
