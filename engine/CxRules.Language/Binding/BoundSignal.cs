using System.Collections.Immutable;
using CxRules.Model.Cases;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using CxRules.Model.Time;

namespace CxRules.Language.Binding;

/// <summary>What must hold of a rule's measures at an evaluation instant, three-valued.</summary>
public abstract record BoundSignal;

public sealed record BoundSignalAnd(ImmutableArray<BoundSignal> Operands) : BoundSignal;

public sealed record BoundSignalOr(ImmutableArray<BoundSignal> Operands) : BoundSignal;

public sealed record BoundSignalNot(BoundSignal Operand) : BoundSignal;

/// <summary>A measure against an amount.</summary>
/// <param name="Guard">
/// Level of the chance test that must pass too (P(Y ≥ y), or P(Y ≤ y) where less than a baseline is asked for); null where there is none.
/// Set by the binder for comparisons with a baseline in `if` when the project has a chance guard.
/// </param>
public sealed record BoundThreshold(BoundMeasure Measure, Comparison Comparison, BoundAmount Amount, double? Guard) : BoundSignal;

/// <summary>The measure's chance test: p &lt; <paramref name="Level"/>, divided by the groups with a known baseline.</summary>
public sealed record BoundChance(BoundMeasure Measure, double Level) : BoundSignal;

/// <summary>What a sample estimates against a number.</summary>
/// <param name="Count">Contacts in each <paramref name="Per"/>.</param>
public sealed record BoundSample(string Sample, Comparison Comparison, decimal Count, Window Per) : BoundSignal;

/// <summary>A case of the same group, where both have one, is in a state.</summary>
/// <param name="Rule">The id of the rule that opens the case, or of a table of rules, which stands for each of its rows; null: any case.</param>
/// <param name="HeldTicks">In that state for at least this long, in ticks of 100 ns; null: however short.</param>
public sealed record BoundCaseState(string? Rule, CaseStanding Standing, long? HeldTicks) : BoundSignal;

/// <summary>A declined case has cost more since then than it was allowed to.</summary>
/// <param name="Rule">As in <see cref="BoundCaseState"/>.</param>
/// <param name="HeldTicks">For at least this long, in ticks of 100 ns; null: however short.</param>
public sealed record BoundPastCap(string? Rule, long? HeldTicks) : BoundSignal;

/// <summary>What a case has cost so far against an amount.</summary>
/// <param name="Rule">As in <see cref="BoundCaseState"/>.</param>
/// <param name="Amount">In the project's currency.</param>
public sealed record BoundCaseCost(string? Rule, Comparison Comparison, decimal Amount) : BoundSignal;

/// <summary>A signal that a rule emits is active, for the same group, where both have one.</summary>
public sealed record BoundSignalActive(string Signal) : BoundSignal;

/// <summary>What a measure is compared with.</summary>
public abstract record BoundAmount;

/// <summary>A number in the measure's unit: a count, per cent (70 for 70 %), currency, seconds, or the field's own unit.</summary>
public sealed record BoundConstant(decimal Value) : BoundAmount;

/// <summary>baseline × <paramref name="Factor"/> + <paramref name="Offset"/>.</summary>
public sealed record BoundBaseline(decimal Factor, decimal Offset, BaselineSpec Spec) : BoundAmount
{
    /// <summary>A further factor that depends on a field; null: none.</summary>
    public BoundFactors? By { get; init; }
}

/// <summary>A factor for each code of a category field.</summary>
/// <param name="Otherwise">For every other code; null: then the amount is unknown.</param>
public sealed record BoundFactors(ContactField Field, ImmutableArray<BoundFactor> Rows, decimal? Otherwise);

/// <param name="Codes">The data values that mean the code.</param>
public sealed record BoundFactor(ImmutableArray<CodePattern> Codes, decimal Factor);

/// <summary>Another measure of the same instant and group × <paramref name="Factor"/> + <paramref name="Offset"/>.</summary>
public sealed record BoundOther(BoundMeasure Measure, decimal Factor, decimal Offset) : BoundAmount;

/// <summary>How this comparison's baseline is learned.</summary>
/// <param name="Windows">Reference windows, one step apart; a step is the window's length rounded up to whole weeks.</param>
/// <param name="Fixed">The value itself, for <see cref="BaselineMethod.Fixed"/>.</param>
public sealed record BaselineSpec(BaselineMethod Method, int Windows, int Least, decimal Fixed)
{
    /// <summary>The exposure that <see cref="BaselineMethod.PerExposure"/> divides by, as declared; null for other methods.</summary>
    public string? Exposure { get; init; }
}

public enum MeasureKind
{
    /// <summary>Contacts of <see cref="BoundMeasure.Population"/>.</summary>
    Volume,

    /// <summary>100 × contacts of Population ÷ contacts of <see cref="BoundMeasure.Among"/>, in per cent; unknown where Among has none.</summary>
    Share,

    /// <summary>Distinct customers; contacts without one do not count.</summary>
    Customers,

    /// <summary>Cost of the contacts; unknown where one of them has no known cost.</summary>
    Cost,

    /// <summary>Distinct customers with a contact of Population in the window and a `cancelled` contact at or after it, before the instant.</summary>
    Cancellations,

    /// <summary>Mean of <see cref="BoundMeasure.Field"/> over the contacts that carry it; unknown where none does.</summary>
    Average,

    /// <summary>The <see cref="BoundMeasure.Rank"/>th percentile of the field, nearest rank (the ⌈rank/100 × n⌉th smallest); a median of an even count is the mean of the two in the middle.</summary>
    Percentile,

    /// <summary>100 × contacts that follow an earlier one of the same customer and disposition within <see cref="BoundMeasure.RepeatWithin"/> ÷ contacts that have both, in per cent.</summary>
    RepeatRate,

    /// <summary>Contacts, estimated from a sample, with its interval.</summary>
    Tally,
}

/// <summary>
/// A quantity of a population, in a group, over a trailing window. <see cref="Population"/> and <see cref="Among"/> are complete: the rule's own
/// population is already part of them. `bottom-2 rate` is a share: ratings 1 and 2 among rated contacts.
/// </summary>
/// <param name="Field">Average and Percentile only.</param>
/// <param name="Rank">Percentile only; 50 is the median.</param>
public sealed record BoundMeasure(MeasureKind Kind, BoundCondition Population, BoundCondition? Among, ContactField? Field, decimal? Rank, Window Window)
{
    /// <summary>RepeatRate only: how far apart the two contacts may be.</summary>
    public JourneyLimit? RepeatWithin { get; init; }

    /// <summary>The count or the money is divided by an exposure; null: it is not.</summary>
    public BoundExposure? Per { get; init; }

    /// <summary>The window ends this many local days before the instant; null: at it.</summary>
    public int? EarlierDays { get; init; }

    /// <summary>The window is as long as these cycles, and <see cref="Window"/> only says about how long that is; null: it is <see cref="Window"/>.</summary>
    public BoundCycles? Cycles { get; init; }

    public bool Equals(BoundMeasure? other) => other is not null && other.Key == Key;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    public string Key => $"{Kind} {Population.Key} {Among?.Key} {Field?.Name} {Rank} {Window}{(RepeatWithin is { } within ? $" within {within}" : "")}{Per}{(EarlierDays is { } days ? $" earlier {days}" : "")}{Cycles}";
}

/// <summary>`per 100 bills`.</summary>
/// <param name="Count">More than 0.</param>
public sealed record BoundExposure(decimal Count, string Exposure);

/// <summary>The last whole cycles of an exposure: `over 3 cycles of bills`.</summary>
public sealed record BoundCycles(int Count, string Exposure);
