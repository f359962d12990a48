using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Model.Time;

namespace CxRules.Model.Projects;

/// <summary>A project file, `cxrules.yaml`, checked: what a rule set is evaluated with. Immutable.</summary>
public sealed record Project
{
    /// <summary>The project of a rule set without a project file.</summary>
    public static Project Default { get; } = new();

    public string Name { get; init; } = "rules";

    /// <summary>The project's zone; null: the source's, else UTC.</summary>
    public ZoneRules? Zone { get; init; }

    /// <summary>ISO 4217; null where the project names none: then nothing has a price.</summary>
    public string? Currency { get; init; }

    /// <summary>How reports write numbers and dates (`en-GB`); null: as JSON does.</summary>
    public string? Locale { get; init; }

    public DayOfWeek WeekStarts { get; init; } = DayOfWeek.Monday;

    public MatchPolicy Match { get; init; } = MatchPolicy.All;

    /// <summary>A contact that occurred this long before the latest one of its partition is late; null: as usual, 15 minutes.</summary>
    public TimeSpan? LateAfter { get; init; }

    public ContactSchema Schema { get; init; } = ContactSchema.Default;

    /// <summary>Declared dispositions; empty: any code is accepted.</summary>
    public ImmutableArray<Disposition> Dispositions { get; init; } = [];

    public ImmutableArray<Touchpoint> Touchpoints { get; init; } = [];

    /// <summary>Declared owners; empty: any owner is accepted.</summary>
    public ImmutableArray<Owner> Owners { get; init; } = [];

    public string? FallbackOwner { get; init; }

    /// <summary>Ascending by <see cref="CostTable.From"/>.</summary>
    public ImmutableArray<CostTable> Costs { get; init; } = [];

    /// <summary>What reports say beside money, of every cost table that says something (`note: invented for this sample`).</summary>
    public string? CostNote { get; init; }

    public BaselineSettings Baseline { get; init; } = new();

    public ImmutableHashSet<DateOnly> Holidays { get; init; } = [];

    public ImmutableArray<Incident> Incidents { get; init; } = [];

    /// <summary>Every declared calendar, `holidays` and `incidents` included; empty: any calendar is accepted.</summary>
    public ImmutableArray<Calendar> Calendars { get; init; } = [];

    /// <summary>Declared exposure series; empty: any exposure is accepted.</summary>
    public ImmutableArray<Exposure> Exposures { get; init; } = [];

    /// <summary>Declared samples; empty: any sample is accepted.</summary>
    public ImmutableArray<Sample> Samples { get; init; } = [];

    /// <summary>Where `via` may deliver to.</summary>
    public ImmutableArray<Webhook> Webhooks { get; init; } = [];

    /// <summary>What the project file makes of lints, by their code.</summary>
    public ImmutableDictionary<string, LintSetting> Lints { get; init; } = ImmutableDictionary<string, LintSetting>.Empty;

    public CSharpPolicy CSharp { get; init; } = CSharpPolicy.Off;

    /// <summary>Days that the project file says are missing from the data.</summary>
    public ImmutableHashSet<DateOnly> Gaps { get; init; } = [];

    /// <summary>Patterns of the history's files, relative to the project file.</summary>
    public ImmutableArray<string> HistoryFiles { get; init; } = [];

    /// <summary>The name of the source that `--source` would give.</summary>
    public string? HistorySource { get; init; }
}

public enum MatchPolicy
{
    /// <summary>Every matching rule routes; a contact's money is shared among its claims.</summary>
    All,

    /// <summary>One route a contact, by priority; money goes to claims in that order.</summary>
    First,
}

public enum Demand
{
    Unclassified,
    Failure,
    Value,
}

/// <summary>A declared reason code.</summary>
/// <param name="Code">As declared; data values match it as a bare word does.</param>
/// <param name="Below">The code above it in the taxonomy.</param>
/// <param name="Was">Earlier names: data that carries one is read as <paramref name="Code"/>.</param>
public sealed record Disposition(string Code, string? Title, string? Below, Demand Demand, string? Touchpoint, ImmutableArray<string> Was)
{
    /// <summary>Data that carries the code says nothing: it is read as missing.</summary>
    public bool IsMissing { get; init; }
}

/// <summary>A step of the customer's journey and the department that owns it.</summary>
public sealed record Touchpoint(string Code, string? Journey, string? Owner);

public sealed record Owner(string Name, string? Email)
{
    /// <summary>The name of a <see cref="Webhook"/>.</summary>
    public string? Via { get; init; }
}

/// <summary>Costs in force from a local date until the next table's.</summary>
/// <param name="PerContact">Spend ÷ contacts, in the project's currency; null where the table gives none.</param>
/// <param name="Channels">Fee a contact by channel code.</param>
/// <param name="LoadedRate">Currency an hour of handle time.</param>
public sealed record CostTable(DateOnly From, decimal? PerContact, ImmutableDictionary<string, decimal> Channels, decimal? LoadedRate)
{
    /// <summary>What a new customer costs, in the project's currency; null where the table does not say.</summary>
    public decimal? Acquisition { get; init; }

    public EscalationCosts? Escalations { get; init; }
}

/// <summary>What complaints cost that go further, relative to the goodwill payment that would have settled them.</summary>
/// <param name="Base">That payment, in the project's currency.</param>
/// <param name="Kinds">By the code of the contact's `escalation`.</param>
public sealed record EscalationCosts(decimal Base, ImmutableDictionary<string, EscalationFactor> Kinds);

/// <param name="Money">Times the base.</param>
/// <param name="Time">Times the handling time of a plain complaint.</param>
public sealed record EscalationFactor(decimal Money, decimal Time);

public enum BaselineMethod
{
    Median,
    Mean,
    Fixed,
    SameWeekday,
    TrimmedMean,
    Ewma,
    PerExposure,
}

/// <summary>How the expected value is learned (statistics.md, "Baseline").</summary>
/// <param name="Windows">Reference windows, one step apart.</param>
/// <param name="Least">Fewer left than this: unknown.</param>
/// <param name="ChanceGuard">Adds a chance test at this level to comparisons with a baseline in `if`; null: none.</param>
public sealed record BaselineSettings(BaselineMethod Method = BaselineMethod.Median, int Windows = 8, int Least = 4, double? ChanceGuard = null)
{
    /// <summary>The <see cref="Exposure"/> that <see cref="BaselineMethod.PerExposure"/> divides by.</summary>
    public string? Exposure { get; init; }
}

/// <summary>A declared incident, local times; windows that overlap it are no reference.</summary>
public sealed record Incident(DateTime From, DateTime To, string? Title);
