using System.Collections.Immutable;
using CxRules.Model.Cases;
using CxRules.Model.Money;
using CxRules.Runtime.Baselines;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Ledger;
using CxRules.Runtime.Lives;
using CxRules.Runtime.Plans;

namespace CxRules.Runtime.Sessions;

/// <summary>Everything a session decided.</summary>
/// <param name="Cases">By opening instant, rule and group.</param>
/// <param name="Routes">By rule, then owners.</param>
/// <param name="Rules">By ordinal.</param>
/// <param name="Contacts">Contacts counted.</param>
/// <param name="Routed">Distinct contacts in <paramref name="Routes"/>.</param>
/// <param name="FirstUtc">UTC ticks of the first and the last contact; null without any.</param>
/// <param name="Gaps">Day numbers that are missing from the data.</param>
/// <param name="Silence">The longest stretch of days without any contact, as day numbers; null where it is short.</param>
public sealed record Decisions(
    ImmutableArray<CaseDecision> Cases,
    ImmutableArray<RouteDecision> Routes,
    ImmutableArray<RuleDecision> Rules,
    long Contacts,
    long Routed,
    long? FirstUtc,
    long? LastUtc,
    ImmutableArray<int> Gaps,
    (int First, int Last)? Silence)
{
    /// <summary>The known costs of cases and contact routes, added up; null without any.</summary>
    public CostRange? Cost { get; init; }

    /// <summary>By mid cost, the largest first, then by name; each list adds up to <see cref="Cost"/>.</summary>
    public ImmutableArray<CostShare> ByOwner { get; init; } = [];

    public ImmutableArray<CostShare> ByTouchpoint { get; init; } = [];

    public ImmutableArray<CostShare> ByDisposition { get; init; } = [];

    /// <summary>Accepted records that are no contacts, by kind.</summary>
    public ImmutableArray<KeyValuePair<string, long>> Beside { get; init; } = [];

    /// <summary>What cases cost that turned out to be false alarms: it is in no total. Null without any.</summary>
    public CostRange? FalseAlarms { get; init; }

    /// <summary>Customers who left on a day whose cost table names no acquisition, where another does.</summary>
    public long UnpricedLeavers { get; init; }

    /// <summary>Escalated contacts of a kind that the cost table in force does not name, by kind.</summary>
    public ImmutableArray<KeyValuePair<string, long>> UnnamedEscalations { get; init; } = [];

    public static Decisions None(EnginePlan plan) =>
        new([], [], [.. plan.Rules.Select(rule => new RuleDecision(rule, 0, 0, null, new(null, null, "the history holds no contact")))], 0, 0, null, null, [], null);
}

/// <summary>A case with its figures.</summary>
public sealed record CaseDecision
{
    /// <summary>The same on every run (semantics.md 12).</summary>
    public required string Id { get; init; }

    public required RulePlan Rule { get; init; }

    /// <summary>Field and value, in the order of `per`.</summary>
    public required ImmutableArray<KeyValuePair<string, string>> Group { get; init; }

    /// <summary>0 for the group's first case.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Those of its rule, or those whom it was routed to later; of a case that went into another, that one's.</summary>
    public required ImmutableArray<string> Owners { get; init; }

    /// <summary>What became of it, by the end of the history.</summary>
    public required CaseLife Life { get; init; }

    /// <summary>What it has cost since it was last declined; null: it never was.</summary>
    public DeclinedMeter? Meter { get; init; }

    /// <summary>What the contacts say about the last fix that was claimed; null: none was.</summary>
    public FixCheck? Check { get; init; }

    /// <summary>What each verified fix has saved.</summary>
    public ImmutableArray<FixSavings> Savings { get; init; } = [];

    /// <summary>Id of the case that it went into, or that one's in turn; null: it is its own.</summary>
    public string? MergedInto { get; init; }

    /// <summary>It, or the case that it went into, is called a false alarm: its money is in no total.</summary>
    public bool IsFalseAlarm { get; init; }

    /// <summary>With those that went into it: each contact once, and the money of all. Null: none did.</summary>
    public JoinedCases? Joined { get; init; }

    /// <summary>Steps of people that it could not take.</summary>
    public ImmutableArray<RefusedStep> RefusedSteps { get; init; } = [];

    /// <summary>UTC ticks.</summary>
    public required long Opened { get; init; }

    public required long? Closed { get; init; }

    /// <summary>Local start of the busiest day or hour.</summary>
    public required DateTime Peak { get; init; }

    public required long Contacts { get; init; }

    /// <summary>Null for basis `all` and where it is unknown.</summary>
    public required Excess? Excess { get; init; }

    public required double? PValue { get; init; }

    public required CostRange? Cost { get; init; }

    public required string? CostUnknownBecause { get; init; }

    /// <summary>What it comes to by an estimate; null where its contacts are counted.</summary>
    public CaseEstimate? Estimate { get; init; }

    /// <summary>What the cost is made of; null where it is unknown.</summary>
    public required CostBreakdown? Breakdown { get; init; }

    public required ImmutableArray<string> Evidence { get; init; }

    /// <summary>Days (hours) around the case, in order; drawn each time it is gone over.</summary>
    public required IEnumerable<ChartPoint> Chart { get; init; }
}

/// <param name="Breakdown">What the cost is made of; null where it is unknown.</param>
public sealed record RouteDecision(RulePlan Rule, ImmutableArray<string> Owners, long Contacts, CostBreakdown? Breakdown, string? CostUnknownBecause)
{
    public CostRange? Cost => Breakdown?.Total;
}

/// <param name="Fired">Cases, or contacts.</param>
public sealed record RuleDecision(RulePlan Rule, long Fired, long Unknown, string? UnknownBecause, RunRate RunRate)
{
    /// <summary>Contacts that may still become the rule's, as the time in which another may follow is not over.</summary>
    public long Undecided { get; init; }

    /// <summary>How often chance alone meets the rule; null where a chance test keeps it away.</summary>
    public ChanceAlone? ChanceAlone { get; init; }
}
