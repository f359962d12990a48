using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Model.Cases;
using CxRules.Model.Money;
using CxRules.Model.Sources;
using CxRules.Model.Time;
using CxRules.Runtime.Ledger;
using CxRules.Runtime.Lives;
using CxRules.Runtime.Sessions;

namespace CxRules.Testing.Replays;

/// <summary>What a rule set decided about a history. The shape of `replay --format json` (cli.md) with what the reports draw.</summary>
public sealed record ReplayResult
{
    public required string RuleSetName { get; init; }

    public required string RuleSetHash { get; init; }

    public required ReplayHistory History { get; init; }

    /// <summary>By opening instant, rule and group.</summary>
    public required ImmutableArray<ReplayCase> Cases { get; init; }

    /// <summary>By rule, then owners.</summary>
    public required ImmutableArray<ContactRoute> ContactRoutes { get; init; }

    /// <summary>In rule order, every rule.</summary>
    public required ImmutableArray<RuleOutcome> Rules { get; init; }

    public required ReplayTotals Totals { get; init; }

    public required ImmutableArray<Reject> Rejects { get; init; }

    /// <summary>ISO 4217; null where the project names none.</summary>
    public string? Currency { get; init; }

    /// <summary>The project's own word on its costs (`note:`), to stand beside money; null where it says nothing.</summary>
    public string? CostNote { get; init; }

    /// <summary>What a reader of the figures must know: the zone when it is assumed, Bonferroni groups, gaps found …</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>What rules ask people to do, by time.</summary>
    public ImmutableArray<ReplayTask> Tasks { get; init; } = [];

    /// <summary>Steps of `--transitions` that no case could take.</summary>
    public ImmutableArray<Diagnostic> StepProblems { get; init; } = [];

    /// <summary>About the run itself, for whoever operates it: memory used, and such.</summary>
    public ImmutableArray<string> Footnotes { get; init; } = [];
}

/// <summary>The seven counts (semantics.md 8); they sum to <see cref="Received"/>.</summary>
public sealed record ReplayHistory
{
    public required ImmutableArray<string> Files { get; init; }

    public required long Received { get; init; }

    public required long Accepted { get; init; }

    /// <summary>Those of the accepted that are no contacts, by kind.</summary>
    public ImmutableArray<KeyValuePair<string, long>> Beside { get; init; } = [];

    public long Late { get; init; }

    public long Superseded { get; init; }

    public long Duplicate { get; init; }

    public long Quarantined { get; init; }

    public long Rejected { get; init; }

    public long Erased { get; init; }

    /// <summary>The first and the last accepted contact; null where there is none.</summary>
    public DateTime? FromUtc { get; init; }

    public DateTime? ToUtc { get; init; }

    public required ZoneRules Zone { get; init; }

    /// <summary>Local days without a contact that the baselines leave out.</summary>
    public ImmutableArray<DateOnly> Gaps { get; init; } = [];
}

public sealed record ReplayCase
{
    private readonly Lazy<ImmutableArray<CasePoint>> _chart = new(() => []);

    public required string Id { get; init; }

    public required string Rule { get; init; }

    public string? Title { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>Field name → value, in the order of `per`; empty without `per`.</summary>
    public required ImmutableArray<KeyValuePair<string, string>> Group { get; init; }

    public required ImmutableArray<string> Owners { get; init; }

    /// <summary>What became of it, by the end of the history.</summary>
    public required CaseLife Life { get; init; }

    /// <summary>What it has cost since it was last declined; null: it never was.</summary>
    public DeclinedMeter? Meter { get; init; }

    /// <summary>What the contacts say about the last fix that was claimed; null: none was.</summary>
    public FixCheck? Check { get; init; }

    /// <summary>What each verified fix has saved.</summary>
    public ImmutableArray<FixSavings> Savings { get; init; } = [];

    /// <summary>Who spoke up and who was told; empty where nobody asks for it: no rule, no telling, no verified fix.</summary>
    public ImmutableArray<ReplayLoop> Loops { get; init; } = [];

    /// <summary>Id of the case that it went into, or that one's in turn; null: it is its own. Its money is counted there.</summary>
    public string? MergedInto { get; init; }

    /// <summary>With those that went into it; null: none did.</summary>
    public JoinedCases? Joined { get; init; }

    /// <summary>It, or the case that it went into, is called a false alarm: its money is in no total.</summary>
    public bool IsFalseAlarm { get; init; }

    /// <summary>The evaluation at which the rule fired.</summary>
    public required DateTime OpenedUtc { get; init; }

    /// <summary>The last clearing; null while the signal is active.</summary>
    public DateTime? ClosedUtc { get; init; }

    /// <summary>The busiest local day, or hour for hourly rules (local time); the earliest on ties.</summary>
    public required DateTime Peak { get; init; }

    /// <summary>Contacts in the case's population over its days or hours.</summary>
    public required long Contacts { get; init; }

    public required CaseBasis Basis { get; init; }

    /// <summary>Null for basis `all`, and where it is unknown.</summary>
    public decimal? Expected { get; init; }

    public ExcessRange? Excess { get; init; }

    /// <summary>The smallest of the case's evaluations; null where the rule compares with nothing that chance could explain.</summary>
    public double? PValue { get; init; }

    public CostRange? Cost { get; init; }

    public string? CostUnknownBecause { get; init; }

    /// <summary>What it comes to by an estimate; null where its contacts are counted. It is in no total.</summary>
    public CaseEstimate? Estimate { get; init; }

    /// <summary>What the cost is made of: it adds up to it exactly. Null where the cost is.</summary>
    public CostBreakdown? Breakdown { get; init; }

    /// <summary>`with cost estimate`: the price is shown to the owner.</summary>
    public required bool ShowsCost { get; init; }

    /// <summary>The webhook that its owner hears of it by; null: as the owner says.</summary>
    public string? Via { get; init; }

    /// <summary>Ids of example contacts: those with the smallest <see cref="Model.Hashing.StableHash"/> of their id, ordered by it.</summary>
    public required ImmutableArray<string> Evidence { get; init; }

    /// <summary>The rule's own `because`, else null.</summary>
    public string? Because { get; init; }

    /// <summary>The rule's condition as written.</summary>
    public required string Condition { get; init; }

    /// <summary>Days (hours) around the case, in order: what a chart draws.</summary>
    public ImmutableArray<CasePoint> Chart
    {
        get => _chart.Value;
        init => _chart = new(value);
    }

    /// <summary>Draws <see cref="Chart"/> when it is first asked for: it takes more than all else of a case, and many reports show none.</summary>
    internal Func<ImmutableArray<CasePoint>> Draw
    {
        init => _chart = new(value);
    }

    /// <summary><see cref="TimeUnit.Day"/> or Hour: the unit of <see cref="Peak"/> and <see cref="Chart"/>.</summary>
    public required TimeUnit Unit { get; init; }
}

/// <summary>Contacts above the expected: the middle and the ends of the 90 % interval, within [0, observed].</summary>
public sealed record ExcessRange(decimal Low, decimal Mid, decimal High);

/// <param name="Start">Local start of the day or hour.</param>
/// <param name="Expected">Null where no reference is left.</param>
/// <param name="Low">The expected range at the 0.1 % level.</param>
/// <param name="InCase">The day counts toward the case.</param>
/// <param name="Fired">The signal was active at the evaluation that ends this day or hour.</param>
public sealed record CasePoint(DateTime Start, long Observed, decimal? Expected, decimal? Low, decimal? High, bool InCase, bool Fired);

/// <summary>Contacts that a rule without measures routed.</summary>
public sealed record ContactRoute(string Rule, ImmutableArray<string> Owners, long Contacts, CostRange? Cost, string? CostUnknownBecause)
{
    public CostBreakdown? Breakdown { get; init; }
}

/// <param name="Fired">Cases, or contacts for a rule without measures.</param>
/// <param name="Unknown">Evaluations (of a group), or contacts, at which the condition was unknown.</param>
/// <param name="UnknownBecause">The most frequent reason.</param>
public sealed record RuleOutcome(string Id, string? Title, long Fired, long Unknown, string? UnknownBecause)
{
    /// <summary>What its cases and contact routes cost in the period and, at that rate, in a year.</summary>
    public RunRate RunRate { get; init; } = new(null, null, null);
}

/// <param name="Contacts">Accepted, without the records beside them.</param>
/// <param name="Routed">Distinct contacts in the contact routes.</param>
/// <param name="Cost">Sum over cases and contact routes that have a cost, but for false alarms; null where none has.</param>
public sealed record ReplayTotals(long Contacts, long Routed, CostRange? Cost)
{
    /// <summary>What the false alarms cost; null without any.</summary>
    public CostRange? FalseAlarms { get; init; }

    /// <summary>What verified fixes have saved; null where none was verified.</summary>
    public SavingsLedger? Savings { get; init; }

    /// <summary>The owners of a case share its cost equally. By mid cost, then name; each of these lists adds up to <see cref="Cost"/>.</summary>
    public ImmutableArray<CostShare> ByOwner { get; init; } = [];

    public ImmutableArray<CostShare> ByTouchpoint { get; init; } = [];

    public ImmutableArray<CostShare> ByDisposition { get; init; } = [];
}
