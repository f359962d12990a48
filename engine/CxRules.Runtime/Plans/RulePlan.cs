using System.Collections.Immutable;
using CxRules.Model.Cases;
using CxRules.Model.Contacts;
using CxRules.Model.Time;

namespace CxRules.Runtime.Plans;

/// <summary>A rule ready to run.</summary>
public sealed record RulePlan
{
    public required string Id { get; init; }

    /// <summary>Its index in <see cref="EnginePlan.Rules"/>.</summary>
    public required int Index { get; init; }

    /// <summary>What it acts on.</summary>
    public RuleKind Kind => SignalMeasures.IsAboutMeasures(Signal) ? RuleKind.Measures : Population < 0 ? RuleKind.Cases : RuleKind.Contacts;

    public int Priority { get; init; }

    /// <summary>Index of its population; -1 for a rule about cases and signals.</summary>
    public required int Population { get; init; }

    /// <summary>What must hold of measures, cases and signals; null for a rule about nothing but single contacts.</summary>
    public SignalPlan? Signal { get; init; }

    public Hold? For { get; init; }

    public SignalPlan? Until { get; init; }

    public Hold? UntilFor { get; init; }

    public ImmutableArray<ContactField> Per { get; init; } = [];

    public Schedule Every { get; init; } = Schedule.EveryDay;

    /// <summary>Besides at its instants, a rule about cases and signals is evaluated whenever one that it asks for changes.</summary>
    public bool ActsOnChange { get; init; }

    /// <summary>The rule is evaluated only while each of these holds.</summary>
    public ImmutableArray<MomentPlan> Only { get; init; } = [];

    /// <summary>The rule is not evaluated while all of these hold; none: it always is.</summary>
    public ImmutableArray<MomentPlan> Except { get; init; } = [];

    public Window Window { get; init; } = Window.Daily;

    /// <summary>The window in cycles, where it is one; then <see cref="Window"/> only says about how long that is.</summary>
    public CyclesPlan? Cycles { get; init; }

    /// <summary>Only the largest groups may open a case; null: all.</summary>
    public TopPlan? Top { get; init; }

    /// <summary>Days when windows and evaluations fall on local midnights, else hours.</summary>
    public TimeUnit Unit { get; init; } = TimeUnit.Day;

    public CaseBasis Basis { get; init; } = CaseBasis.All;

    /// <summary>How money expects contacts; null: the mean of the same weekdays (hours of the week) before the case.</summary>
    public ExpectationPlan? Expectation { get; init; }

    public RoutePlan? Route { get; init; }

    /// <summary>What it asks people to do, in the order written.</summary>
    public ImmutableArray<ActionPlan> Actions { get; init; } = [];

    /// <summary>The exposure that the rule's baseline or its measures are held against; null: none.</summary>
    public string? Exposure { get; init; }

    /// <summary>How many example ids a case carries.</summary>
    public int Evidence => Route?.Evidence ?? 5;

    /// <summary>Indexes of the rules whose signal keeps this one from opening a case.</summary>
    public ImmutableArray<int> SuppressedBy { get; init; } = [];

    /// <summary>Evaluation order at one instant: what others wait for comes first.</summary>
    public int Order { get; init; }
}

/// <param name="OwnerOf">disposition or touchpoint, where the touchpoint map names the owner.</param>
/// <param name="Evidence">How many example ids a case carries.</param>
public sealed record RoutePlan(ImmutableArray<string> Owners, ContactField? OwnerOf, int Evidence);

/// <summary>At each evaluation, the groups with the largest values of a measure.</summary>
/// <param name="Measure">Index.</param>
public sealed record TopPlan(int Count, int Measure);

/// <summary>What a case's days or hours are expected to have, where the rule's baseline is not learned from contacts alone.</summary>
public abstract record ExpectationPlan;

/// <summary>A number that was agreed on.</summary>
/// <param name="PerUnit">Contacts a day, or an hour where the rule's unit is hours.</param>
public sealed record FixedExpectation(decimal PerUnit) : ExpectationPlan;

/// <summary>A number that was agreed on for each cycle.</summary>
public sealed record CycleExpectation(decimal PerCycle, string Exposure) : ExpectationPlan;

/// <summary>A number that was agreed on for each bill, order or appointment.</summary>
public sealed record RateExpectation(decimal PerExposure, string Exposure) : ExpectationPlan;

/// <summary>So many contacts for each bill, order or appointment.</summary>
public sealed record ExposureExpectation(string Exposure) : ExpectationPlan;

/// <summary>What the same days (hours) had so many local days before.</summary>
/// <param name="Exposure">They are held against each other for each bill, order or appointment; null: as they are.</param>
public sealed record EarlierExpectation(int Days, string? Exposure) : ExpectationPlan;
