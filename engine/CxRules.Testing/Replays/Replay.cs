using System.Collections.Immutable;
using CxRules.Compiler;
using CxRules.Language.Binding;
using CxRules.Model.Sources;
using CxRules.Model.Time;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Sessions;

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
    public static ReplayResult Run(ReplayOptions options, IProgress<long>? progress = null) => Decide(options, progress).Result;

    /// <summary>A replay that can be asked on.</summary>
    internal static DecidedReplay Decide(ReplayOptions options, IProgress<long>? progress = null)
    {
        var zone = options.RuleSet.Project.Zone ?? options.Source.Zone ?? ZoneRules.Utc;
        var plan = PlanCompiler.Compile(options.RuleSet, zone);
        IReadOnlySet<ulong> contested = ImmutableHashSet<ulong>.Empty;
        var pass = ReplayPass.Run(plan, options, contested, progress);
        if (pass.Contested.Count > 0)
        {
            // Some ids stand with different contents: read again, holding their rows back until all are known.
            contested = pass.Contested;
            pass = ReplayPass.Run(plan, options, contested, progress);
        }

        var decisions = pass.Session.Decide(options.From, options.To);
        return new(options, plan, pass, contested, decisions, ReplayResultBuilder.Build(options, plan, pass, decisions));
    }
}

/// <summary>A replay with all that was made on the way.</summary>
/// <param name="Contested">Hashes of ids whose rows were held back.</param>
internal sealed record DecidedReplay(ReplayOptions Options, EnginePlan Plan, ReplayPass Pass, IReadOnlySet<ulong> Contested, Decisions Decisions, ReplayResult Result);
