using CxRules.Report.Layout;
using CxRules.Testing.Replays;

namespace CxRules.Report.Replays;

/// <summary>Why rules were unknown at times: rules of one kind of reason share a line.</summary>
internal static class UnknownRules
{
    private const int Shown = 5;

    public static IEnumerable<string> Lines(ReplayResult result) => result.Rules
        .Where(rule => rule.Unknown > 0)
        .GroupBy(rule => Kind(Reason(rule)), StringComparer.Ordinal)
        .OrderByDescending(group => group.Count())
        .ThenBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => Line(group.Key, [.. group.OrderByDescending(rule => rule.Unknown).ThenBy(rule => rule.Id, StringComparer.Ordinal)]));

    private static string Line(string kind, RuleOutcome[] rules)
    {
        if (rules is [var only])
        {
            return $"{only.Id}: unknown {Figures.Plural(only.Unknown, "time")}, mostly because {Reason(only)}";
        }

        var named = string.Join(", ", rules.Take(Shown).Select((rule, index) => index == 0 ? $"{rule.Id} {Figures.Plural(rule.Unknown, "time")}" : $"{rule.Id} {Figures.Count(rule.Unknown)}"));
        var others = rules.Length > Shown ? $" and {Figures.Plural(rules.Length - Shown, "more rule")}" : "";
        return $"mostly because of {kind}: {named}{others}";
    }

    private static string Reason(RuleOutcome rule) => rule.UnknownBecause ?? "something is missing";

    /// <summary>`too little history: a baseline over 7 days needs …` is too little history.</summary>
    private static string Kind(string reason) => reason.IndexOf(": ", StringComparison.Ordinal) is var colon and > 0 ? reason[..colon] : reason;
}
