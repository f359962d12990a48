using System.Collections.Immutable;
using System.Globalization;

namespace CxRules.Mutation;

/// <summary>What a mutation run is asked for.</summary>
/// <param name="Only">A folder of the engine; null for all that are mutated.</param>
/// <param name="Ids">Mutants by number; empty for all.</param>
/// <param name="Resume">Whether to go on with the mutants and the verdicts of the run before.</param>
internal sealed record RunSettings(string? Only, ImmutableArray<int> Ids, bool Resume)
{
    private static readonly RunSettings All = new(null, [], false);

    /// <summary>Null where the arguments are none of a run.</summary>
    public static RunSettings? Parse(ReadOnlySpan<string> arguments) => arguments switch
    {
        [] => All,
        ["--only", var folder, .. var rest] => Parse(rest) is { } settings ? settings with { Only = folder } : null,
        ["--ids", var ids, .. var rest] when Numbers(ids) is { } numbers => Parse(rest) is { } settings ? settings with { Ids = numbers } : null,
        ["--resume", .. var rest] => Parse(rest) is { } settings ? settings with { Resume = true } : null,
        _ => null,
    };

    private static ImmutableArray<int>? Numbers(string text)
    {
        var numbers = ImmutableArray.CreateBuilder<int>();
        foreach (var part in text.Split(','))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers.DrainToImmutable();
    }
}
