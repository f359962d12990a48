using System.Collections.Immutable;
using CxRules.Compiler;
using CxRules.Language.Binding;
using CxRules.Model.Sources;
using CxRules.Model.Time;
using CxRules.Runtime.Contacts;

namespace CxRules.Testing.Replays;

/// <summary>What to replay.</summary>
/// <param name="Files">History files, in the order given.</param>
/// <param name="From">First local date at which rules are evaluated; null: from the history's start.</param>
/// <param name="To">Last local date, inclusive; null: through the end of the last contact's day (hour).</param>
public sealed record ReplayOptions(BoundRuleSet RuleSet, ContactSource Source, ImmutableArray<string> Files, DateOnly? From = null, DateOnly? To = null);

/// <summary>Runs a rule set over an exported history: the production engine, with the export as source and a result as sink.</summary>
public static class Replay
{
    /// <param name="progress">Told now and then how many rows were received.</param>
    /// <exception cref="IOException">A history file cannot be read.</exception>
    public static ReplayResult Run(ReplayOptions options, IProgress<long>? progress = null)
    {
        var zone = options.RuleSet.Project.Zone ?? options.Source.Zone ?? ZoneRules.Utc;
        var plan = PlanCompiler.Compile(options.RuleSet, zone);
        var pass = ReplayPass.Run(plan, options, DoorFindings.None, progress);
        if (pass.Findings.IsAny)
        {
            // Some ids stand with different contents, or are erased by a later row: read again, knowing which.
            pass = ReplayPass.Run(plan, options, pass.Findings, progress);
        }

        return ReplayResultBuilder.Build(options, plan, pass);
    }
}
