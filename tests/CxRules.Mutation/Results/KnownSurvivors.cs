using System.Collections.Immutable;
using CxRules.Mutation.Mutants;

namespace CxRules.Mutation.Results;

/// <summary>A mutant that no test notices and that was read: why it does no harm.</summary>
/// <param name="Reason">A row of the table in docs/reliability.md.</param>
internal sealed record KnownSurvivor(string Reason, string File, string Mutator, string Was, string Replacement)
{
    public bool Is(Mutant mutant) => (File, Mutator, Was, Replacement) == (mutant.File, mutant.Mutator, mutant.Was, mutant.Replacement);

    public override string ToString() => string.Join('\t', Reason, File, Mutator, Was, Replacement);
}

/// <summary>survivors.tsv: those that were read, without lines and numbers, which move with each change of a file.</summary>
internal static class KnownSurvivors
{
    private static readonly string Path = Repository.PathOf("tests/CxRules.Mutation/survivors.tsv");

    public static ImmutableArray<KnownSurvivor> Read() => [.. File.ReadLines(Path).Select(Parse)];

    private static KnownSurvivor Parse(string line) => line.Split('\t') is [var reason, var file, var mutator, var was, var replacement]
        ? new(reason, file, mutator, was, replacement)
        : throw new FormatException($"survivors.tsv: `{line}` has not five columns.");
}
