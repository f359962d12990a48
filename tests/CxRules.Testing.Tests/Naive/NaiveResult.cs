using System.Collections.Immutable;
using CxRules.Language.Transitions;

namespace CxRules.Testing.Tests.Naive;

/// <summary>What the naive evaluator decides: the decisions of a `ReplayResult`, without what only reports draw.</summary>
internal sealed record NaiveResult(
    NaiveHistory History,
    List<NaiveCase> Cases,
    List<NaiveRoute> Routes,
    List<NaiveOutcome> Outcomes,
    long Routed,
    NaiveMoney? Cost)
{
    public Dictionary<string, NaiveMoney> ByOwner { get; init; } = [];

    public Dictionary<string, NaiveMoney> ByTouchpoint { get; init; } = [];

    public Dictionary<string, NaiveMoney> ByDisposition { get; init; } = [];

    /// <summary>What people did.</summary>
    public ImmutableArray<WrittenTransition> Steps { get; init; } = [];

    /// <summary>A line each, in no order.</summary>
    public List<string> Tasks { get; init; } = [];
}

internal sealed record NaiveMoney(decimal Low, decimal Mid, decimal High)
{
    public static NaiveMoney Zero { get; } = new(0, 0, 0);

    public static NaiveMoney operator +(NaiveMoney left, NaiveMoney right) => new(left.Low + right.Low, left.Mid + right.Mid, left.High + right.High);

    public static NaiveMoney operator /(NaiveMoney money, int parts) => new(money.Low / parts, money.Mid / parts, money.High / parts);

    public static NaiveMoney? Sum(IEnumerable<NaiveMoney?> costs)
    {
        var known = costs.OfType<NaiveMoney>().ToList();
        return known.Count == 0 ? null : known.Aggregate(Zero, (sum, cost) => sum + cost);
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

    /// <summary>What it has in excess is not distinguishable from chance: it takes no part in the money.</summary>
    public bool IsWithinChance { get; init; }

    /// <summary>Where nothing but estimates was asked for: how many contacts, and what they cost.</summary>
    public (NaiveRange? Contacts, NaiveMoney? Cost)? Estimate { get; init; }

    public required NaiveCosts? Costs { get; init; }

    public NaiveMoney? Cost => Costs?.Sum;

    public required ImmutableArray<string> Evidence { get; init; }

    /// <summary>The evaluations at which its signal was on; local.</summary>
    public required List<DateTime> On { get; init; }

    /// <summary>Null: nobody looked.</summary>
    public NaiveLife? Life { get; init; }

    public string? MergedInto { get; init; }

    /// <summary>It, or what it went into, was none.</summary>
    public bool IsFalseAlarm { get; init; }

    /// <summary>Its contacts.</summary>
    public required List<NaiveContact> Members { get; init; }
}

internal sealed record NaiveRoute(string Rule, ImmutableArray<string> Owners, long Contacts, NaiveCosts? Costs)
{
    public NaiveMoney? Cost => Costs?.Sum;
}

/// <param name="RunRate">What it costs a year; null where that is unknown.</param>
internal sealed record NaiveOutcome(string Rule, long Fired, long Unknown, decimal? RunRate = null);
