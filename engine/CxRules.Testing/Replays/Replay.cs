using System.Collections.Immutable;
using CxRules.Language.Binding;
using CxRules.Model.Sources;

namespace CxRules.Testing.Replays;

/// <summary>What to replay.</summary>
/// <param name="Files">History files, in the order given.</param>
/// <param name="From">First local date at which rules are evaluated; null: from the history's start.</param>
/// <param name="To">Last local date, inclusive; null: through the end of the last contact's day (hour).</param>
public sealed record ReplayOptions(BoundRuleSet RuleSet, ContactSource Source, ImmutableArray<string> Files, DateOnly? From = null, DateOnly? To = null);

/// <summary>Runs a rule set over an exported history: the production engine, with the export as source and a result as sink.</summary>
public static class Replay
{
    /// <exception cref="IOException">A history file cannot be read.</exception>
    public static ReplayResult Run(ReplayOptions options)
    {
        _ = options;
        throw new InvalidOperationException("under construction");
    }
}
