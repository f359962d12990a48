using System.Collections.Immutable;
using System.Globalization;
using CxRules.Mutation.Mutants;
using CxRules.Mutation.Running;

namespace CxRules.Mutation.Results;

/// <summary>How many mutants of a folder came to which end.</summary>
internal sealed record Score(string Folder, int Killed, int Timeout, int Survived, int NoCoverage)
{
    public int Mutants => Killed + Timeout + Survived + NoCoverage;

    /// <summary>In percent, of all that compile; 100 where there is none.</summary>
    public double Percent => Mutants == 0 ? 100 : 100.0 * (Killed + Timeout) / Mutants;
}

/// <summary>The table of docs/reliability.md.</summary>
internal static class ScoreTable
{
    public static Score All(IReadOnlyCollection<(Mutant Mutant, Verdict Verdict)> results) => Of("all", results);

    /// <summary>A row for each folder, and one for all, in Markdown.</summary>
    public static ImmutableArray<string> Lines(IReadOnlyCollection<(Mutant Mutant, Verdict Verdict)> results) =>
    [
        "| folder | mutants | killed | timeout | survived | no coverage | score |",
        "|---|---|---|---|---|---|---|",
        .. results.GroupBy(result => result.Mutant.Folder).OrderBy(folder => folder.Key, StringComparer.Ordinal).Select(folder => Line(Of(folder.Key, [.. folder]))),
        Line(All(results)),
    ];

    private static Score Of(string folder, IReadOnlyCollection<(Mutant Mutant, Verdict Verdict)> results)
    {
        int Count(Outcome outcome) => results.Count(result => result.Verdict.Outcome == outcome);
        return new(folder, Count(Outcome.Killed), Count(Outcome.Timeout), Count(Outcome.Survived), Count(Outcome.NoCoverage));
    }

    private static string Line(Score score) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {score.Folder} | {score.Mutants:N0} | {score.Killed:N0} | {score.Timeout:N0} | {score.Survived:N0} | {score.NoCoverage:N0} | {score.Percent:0.0} % |");
}
