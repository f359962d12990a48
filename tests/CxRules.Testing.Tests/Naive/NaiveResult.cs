using System.Collections.Immutable;

namespace CxRules.Testing.Tests.Naive;

/// <summary>What the naive evaluator decides: the decisions of a `ReplayResult`, without what only reports draw.</summary>
internal sealed record NaiveResult(
    NaiveHistory History,
    List<NaiveCase> Cases,
    List<NaiveRoute> Routes,
    List<NaiveOutcome> Outcomes,
    long Routed,
    NaiveMoney? Cost);

internal sealed record NaiveMoney(decimal Low, decimal Mid, decimal High)
{
    public static NaiveMoney? Sum(IEnumerable<NaiveMoney?> costs)
    {
        var known = costs.OfType<NaiveMoney>().ToList();
        return known.Count == 0 ? null : new(known.Sum(cost => cost.Low), known.Sum(cost => cost.Mid), known.Sum(cost => cost.High));
    }
}

internal sealed record NaiveRange(decimal Low, decimal Mid, decimal High);

internal sealed record NaiveCase
{
    public required string Id { get; init; }

    public required string Rule { get; init; }

    public required ImmutableArray<KeyValuePair<string, string>> Group { get; init; }

    public required ImmutableArray<string> Owners { get; init; }

    public required DateTime Opened { get; init; }

    public required DateTime? Closed { get; init; }

    /// <summary>Local.</summary>
    public required DateTime Peak { get; init; }

    public required long Contacts { get; init; }

    public required decimal? Expected { get; init; }

    public required NaiveRange? Excess { get; init; }

    public required double? PValue { get; init; }

    public required NaiveMoney? Cost { get; init; }

    public required ImmutableArray<string> Evidence { get; init; }
}

internal sealed record NaiveRoute(string Rule, ImmutableArray<string> Owners, long Contacts, NaiveMoney? Cost);

internal sealed record NaiveOutcome(string Rule, long Fired, long Unknown);
