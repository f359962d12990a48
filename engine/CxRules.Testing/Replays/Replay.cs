using System.Collections.Immutable;
using CxRules.Compiler;
using CxRules.Language.Binding;
using CxRules.Language.Transitions;
using CxRules.Model.Cases;
using CxRules.Model.Contacts;
using CxRules.Model.Sources;
using CxRules.Model.Time;
using CxRules.Runtime.Contacts;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Sessions;

namespace CxRules.Testing.Replays;

/// <summary>What to replay.</summary>
/// <param name="Files">History files, in the order given.</param>
/// <param name="From">First local date at which rules are evaluated; null: from the history's start.</param>
/// <param name="To">Last local date, inclusive; null: through the end of the last contact's day (hour).</param>
public sealed record ReplayOptions(BoundRuleSet RuleSet, ContactSource Source, ImmutableArray<string> Files, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>How many threads read and count; null: as many as the files are worth and the machine has. The result does not depend on it.</summary>
    public int? Threads { get; init; }

    /// <summary>What people did with cases.</summary>
    public ImmutableArray<WrittenTransition> Transitions { get; init; } = [];

    /// <summary>Fields that are read beside those that rules and costs need. A row is refused where one of them cannot be read.</summary>
    internal ImmutableArray<ContactField> AlsoRead { get; init; } = [];

    /// <summary>Who was told what became of cases.</summary>
    public ImmutableArray<WrittenTelling> Tellings { get; init; } = [];
}

/// <summary>Runs a rule set over an exported history: the production engine, with the export as source and a result as sink.</summary>
public static class Replay
{
    /// <summary>Bytes: of two million ids or so.</summary>
    private const long LargeDoor = 32 << 20;

    /// <param name="progress">Told now and then how many rows were received.</param>
    /// <exception cref="IOException">A history file cannot be read.</exception>
    public static ReplayResult Run(ReplayOptions options, IProgress<long>? progress = null) => Decide(options, progress).Result;

    /// <summary>A replay that can be asked on.</summary>
    internal static DecidedReplay Decide(ReplayOptions options, IProgress<long>? progress = null)
    {
        var replay = Evaluate(options, progress);
        return replay with { Result = ReplayTasks.Add(replay.Result, replay.Pass, replay.Plan, options, replay.Findings, replay.Steps.TellingsOf) };
    }

    /// <summary>The same without what people are asked to do, for which the history is read once more.</summary>
    private static DecidedReplay Evaluate(ReplayOptions options, IProgress<long>? progress = null)
    {
        var zone = options.RuleSet.Project.Zone ?? options.Source.Zone ?? ZoneRules.Utc;
        var plan = PlanCompiler.Compile(options.RuleSet, zone);
        var isMended = options.Transitions.Any(step => step.Step.To == CaseStanding.FixClaimed);
        if (isMended || !options.Tellings.IsEmpty)
        {
            plan = plan.Reading(plan.Project.Schema.Customer, plan.Project.Schema.Agent);
        }

        // Whether a fix worked shows in other contacts, too.
        plan = isMended ? plan.WithCensus() : plan;
        var findings = DoorFindings.None;
        var pass = ReplayPass.Run(plan, options, findings, progress);
        if (pass.Findings.IsAny)
        {
            // Some ids stand with different contents, or are erased by a later row: read again, knowing which.
            findings = pass.Findings;
            pass = ReplayPass.Run(plan, options, findings, progress);
        }

        if (pass.DoorBytes > LargeDoor)
        {
            // What reading took is of no use any more. Nobody notices that before evaluation has taken as much again, and the two would stand side by side.
            GC.Collect();
        }

        var steps = new CaseTransitions(options.Transitions, options.Tellings, plan.Zone);
        var decisions = pass.Engine.Decide(options.From, options.To, steps.Of);
        var result = ReplayResultBuilder.Build(options, plan, pass, decisions) with { StepProblems = steps.Problems(decisions.Cases) };
        return new(options, plan, pass, findings, decisions, steps, result);
    }
}

/// <summary>A replay with all that was made on the way.</summary>
/// <param name="Findings">What the last reading of the history knew beforehand.</param>
/// <param name="Steps">What people did with cases, and whom they told.</param>
internal sealed record DecidedReplay(ReplayOptions Options, EnginePlan Plan, ReplayPass Pass, DoorFindings Findings, Decisions Decisions, CaseTransitions Steps, ReplayResult Result);
