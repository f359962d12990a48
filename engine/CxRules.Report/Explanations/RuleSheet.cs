using System.Collections.Immutable;
using System.Globalization;
using CxRules.Report.Layout;
using CxRules.Report.Sheets;
using CxRules.Runtime;
using CxRules.Runtime.Baselines;
using CxRules.Runtime.Sessions;
using CxRules.Testing.Explaining;

namespace CxRules.Report.Explanations;

/// <summary>What a rule saw on one day: its windows, what it expected, and what it decided.</summary>
internal static class RuleSheet
{
    /// <summary>Evaluations that are shown in full: those that matter first.</summary>
    private const int Shown = 12;

    private static readonly Dictionary<EvaluationOutcome, string> s_outcomes = new()
    {
        [EvaluationOutcome.Quiet] = "no case",
        [EvaluationOutcome.Held] = "no case yet: it has not held for long enough, another rule keeps it quiet, or larger groups come first",
        [EvaluationOutcome.Opens] = "opens a case",
        [EvaluationOutcome.GoesOn] = "its case stays open",
    };

    private static readonly Dictionary<Truth, string> s_truths = new() { [Truth.True] = "holds", [Truth.False] = "does not hold", [Truth.Unknown] = "is unknown" };

    public static Sheet Of(RuleExplanation explanation)
    {
        var ranked = explanation.Evaluations.OrderByDescending(entry => entry.Evaluation.Outcome).ThenByDescending(entry => entry.Evaluation.Truth).ToList();
        var parts = ImmutableArray.CreateBuilder<SheetPart>();
        parts.Add(new SheetLines(null, [explanation.Rule.ConditionText, $"{Figures.Plural(explanation.Evaluations.Length, "evaluation")} on this day ({explanation.Replay.History.Zone.Id}){Closed(explanation)}"]));
        foreach (var entry in ranked.Take(Shown))
        {
            parts.AddRange(Parts(entry));
        }

        if (ranked.Count > Shown)
        {
            parts.Add(new SheetLines("And more", [$"{Figures.Count(ranked.Count - Shown)} other evaluations; --format json has them all"]));
        }

        return new($"{explanation.Rule.Id} on {explanation.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}", parts.ToImmutable());
    }

    private static string Closed(RuleExplanation explanation) =>
        explanation is { Evaluations.IsEmpty: true, Rule: { Only.IsEmpty: false } or { Except.IsEmpty: false } } ? "; `only` and `except` say when there are some" : "";

    private static IEnumerable<SheetPart> Parts(RuleEvaluation entry)
    {
        var evaluation = entry.Evaluation;
        var group = evaluation.Group.IsEmpty ? "" : $", {string.Join(" · ", evaluation.Group.Select(pair => $"{pair.Key} {pair.Value}"))}";
        yield return new SheetLines(
            $"{Moment(evaluation.At)}{group}: the condition {s_truths[evaluation.Truth]}, {s_outcomes[evaluation.Outcome]}{(entry.CaseId is { } id ? $" ({id})" : "")}",
            evaluation.UnknownBecause is { } because ? [$"Unknown because {because}"] : []);
        foreach (var part in evaluation.Parts)
        {
            yield return new SheetLines(null, [.. Lines(part)]);
            if (!part.Windows.IsEmpty)
            {
                yield return new SheetTable(
                    null,
                    [new("earlier window"), new("value", Side.Right), new("used")],
                    [.. part.Windows.Select(window => ImmutableArray.Create(Span(window), Value(window.Value), window.LeftOutBecause is { } reason ? $"no: {reason}" : "yes"))],
                    null);
            }
        }
    }

    private static IEnumerable<string> Lines(ExplainedPart part)
    {
        yield return $"{part.Text}: {s_truths[part.Truth]}{(part.UnknownBecause is { } because ? $", because {because}" : "")}";
        if (part.Estimate is { } estimate)
        {
            yield return $"About {Figures.Quantity((decimal)estimate.Mid)}, 90 % interval {Figures.Quantity((decimal)estimate.Low)} to {Figures.Quantity((decimal)estimate.High)} (standard error {Figures.Quantity((decimal)estimate.StandardError)}), against {Value(part.Reference)}";
        }
        else if (part.Window is { } window)
        {
            yield return $"{Span(window)}: {Value(part.Value ?? window.Value)}{(part.Reference is { } reference ? $" against {Value(reference)}" : "")}{(part.Baseline is { } baseline ? $" (baseline {Value(baseline)})" : "")}";
        }

        if (part.Range is { } range)
        {
            yield return $"Expected range: {Range(range)}";
        }

        if (part.PValue is { } p)
        {
            yield return $"By chance alone: {Figures.Chance(p)}{(part.Level is { } level ? $"; it must be below {Level(level)}{(part.Groups > 1 ? $", the level divided by {Figures.Count(part.Groups)} groups" : "")}" : "")}";
        }
    }

    private static string Range(ExpectedRange range) => range.High is { } high ? $"up to {Amount(high, range.Unit)}" : $"{Amount(range.Low, range.Unit)} or more";

    private static string Amount(decimal? value, string unit) => $"{Value(value)} {(value == 1 ? unit.TrimEnd('s') : unit)}";

    private static string Span(ExplainedWindow window) => window.From is { } from ? $"{Moment(from)} to {Moment(window.To)}" : $"to {Moment(window.To)}";

    private static string Moment(DateTime local) => local.ToString(local.TimeOfDay == TimeSpan.Zero ? "ddd yyyy-MM-dd" : "ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Value(decimal? value) => value is { } known ? known.ToString("#,0.####", CultureInfo.InvariantCulture) : "unknown";

    private static string Level(double level) => level.ToString("0.######", CultureInfo.InvariantCulture);
}
