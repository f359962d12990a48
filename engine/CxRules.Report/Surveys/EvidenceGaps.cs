using CxRules.Model.Cases;
using CxRules.Report.Layout;
using CxRules.Testing.Surveys;

namespace CxRules.Report.Surveys;

/// <summary>What the evidence of a case leaves open: said before anybody asks.</summary>
internal static class EvidenceGaps
{
    public static IEnumerable<string> Of(CaseEvidence evidence)
    {
        var (@case, replay) = (evidence.Case, evidence.Replay);
        yield return @case.Because is null
            ? "Why it happens: the figures show that it does, since when, and what it costs."
            : "Whether that is why: the figures show that it happens, since when, and what it costs.";
        if (@case.Basis == CaseBasis.Excess && @case.Excess is not null)
        {
            yield return $"Which of the {Figures.Count(@case.Contacts)} contacts would have come anyway: only how many.";
        }

        if (@case.Cost is null)
        {
            yield return $"What it costs: {@case.CostUnknownBecause ?? "unknown"}.";
        }

        if (evidence.Standing.Yearly.UnknownBecause is { } because)
        {
            yield return $"What a year costs: {because}.";
        }

        if (replay.Rules.FirstOrDefault(rule => rule.Id == @case.Rule) is { Unknown: > 0 } rule)
        {
            yield return $"The rule could not be decided {Figures.Plural(rule.Unknown, "time")}, mostly because {rule.UnknownBecause ?? "something is missing"}.";
        }

        var history = replay.History;
        if (history.Rejected + history.Late + history.Quarantined + history.Erased is > 0 and var left)
        {
            yield return $"{Figures.Plural(left, "row")} of {Figures.Count(history.Received)} could not be counted (refused, late, quarantined or erased).";
        }

        if (!history.Gaps.IsEmpty)
        {
            yield return $"No data on {Figures.Plural(history.Gaps.Length, "day")}.";
        }
    }
}
