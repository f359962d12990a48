using System.Collections.Immutable;
using CxRules.Runtime.Baselines;
using CxRules.Runtime.Samples;

namespace CxRules.Runtime.Sessions;

/// <summary>One evaluation of a rule for one group, with what it looked at.</summary>
public sealed record ExplainedEvaluation
{
    /// <summary>The local instant at which the windows end.</summary>
    public required DateTime At { get; init; }

    /// <summary>Field and value, in the order of `per`.</summary>
    public required ImmutableArray<KeyValuePair<string, string>> Group { get; init; }

    /// <summary>The whole condition.</summary>
    public required Truth Truth { get; init; }

    public required string? UnknownBecause { get; init; }

    public required EvaluationOutcome Outcome { get; init; }

    /// <summary>The case that is open after the evaluation.</summary>
    public required CaseDecision? Case { get; init; }

    /// <summary>The comparisons and chance tests of the condition, in the order written.</summary>
    public required ImmutableArray<ExplainedPart> Parts { get; init; }
}

/// <summary>What came of an evaluation.</summary>
public enum EvaluationOutcome
{
    /// <summary>The condition does not hold, and no case is open.</summary>
    Quiet,

    /// <summary>It holds, but not for long enough yet, another rule keeps it from opening a case, or it is not of the largest groups.</summary>
    Held,

    Opens,

    /// <summary>A case is open and stays so.</summary>
    GoesOn,
}

/// <summary>One comparison or chance test.</summary>
/// <param name="Text">In words.</param>
/// <param name="Value">What the measure came to; null: unknown, or a chance test alone.</param>
/// <param name="Reference">What it was compared with.</param>
/// <param name="Baseline">The expected value it was learned from; null: none is.</param>
/// <param name="PValue">The probability that chance alone explains the window; null: not tested, or unknown.</param>
/// <param name="Range">Beyond it p is below the level; null: not tested, or unknown.</param>
/// <param name="Level">What p must stay below, divided by the groups with a known baseline; null: p decides nothing here.</param>
/// <param name="Groups">Those groups.</param>
/// <param name="Windows">The reference windows, the latest first; empty without a baseline or chance test.</param>
public sealed record ExplainedPart(
    string Text,
    Truth Truth,
    string? UnknownBecause,
    ExplainedWindow? Window,
    decimal? Value,
    decimal? Reference,
    decimal? Baseline,
    double? PValue,
    ExpectedRange? Range,
    double? Level,
    int Groups,
    ImmutableArray<ExplainedWindow> Windows)
{
    /// <summary>What was held against the reference where a sample was asked; null: unknown, or none was.</summary>
    public SampleEstimate? Estimate { get; init; }
}

/// <param name="From">Local start; null: before the history.</param>
/// <param name="To">Local end, exclusive.</param>
/// <param name="Value">The measure's; null: unknown.</param>
/// <param name="LeftOutBecause">Null: it is learned from.</param>
public sealed record ExplainedWindow(DateTime? From, DateTime To, decimal? Value, string? LeftOutBecause);
