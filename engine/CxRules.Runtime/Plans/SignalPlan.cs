using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using CxRules.Model.Time;

namespace CxRules.Runtime.Plans;

/// <summary>A condition over measures.</summary>
public abstract record SignalPlan;

public sealed record AllSignals(ImmutableArray<SignalPlan> Operands) : SignalPlan;

public sealed record AnySignal(ImmutableArray<SignalPlan> Operands) : SignalPlan;

public sealed record NotSignal(SignalPlan Operand) : SignalPlan;

/// <summary>A measure against an amount; with <paramref name="Test"/>, its chance test guards it or gives it a p-value.</summary>
/// <param name="Test">Null where the amount is no learned baseline.</param>
/// <param name="Guarded">The test must pass too.</param>
public sealed record ThresholdSignal(int Measure, ComparisonKind Comparison, AmountPlan Amount, ChancePlan? Test, bool Guarded) : SignalPlan;

/// <summary>A chance test on its own.</summary>
public sealed record ChanceSignal(ChancePlan Test) : SignalPlan;

/// <summary>What became of other rules' signals and cases, of the same group, where both have one.</summary>
/// <param name="Rules">Indexes of those rules.</param>
public abstract record FactSignal(ImmutableArray<int> Rules) : SignalPlan;

/// <summary>A signal is active.</summary>
/// <param name="Rules">Those that emit it.</param>
public sealed record ActiveSignal(string Name, ImmutableArray<int> Rules) : FactSignal(Rules);

/// <summary>What a sample of the project estimates against a number; unknown where its interval holds the number.</summary>
/// <param name="Count">Contacts in each <paramref name="Days"/>.</param>
/// <param name="Volume">The measure that counts the contacts of the sample's days, where its file does not; else -1.</param>
public sealed record SampleSignal(string Sample, ComparisonKind Comparison, decimal Count, decimal Days, int Volume) : SignalPlan;

/// <summary>What the records that were looked at make of all contacts of a window, against a number; unknown where its interval holds the number.</summary>
/// <param name="Share">The measure: of the records that were looked at, those that meet the condition.</param>
/// <param name="Volume">The measure: all contacts.</param>
public sealed record TallySignal(int Share, int Volume, ComparisonKind Comparison, decimal Count) : SignalPlan;

/// <summary>A chance test.</summary>
/// <param name="Index">Its place among the rule's tests: each counts its own groups with a known baseline.</param>
/// <param name="Measure">The measure that is tested: a volume or a share.</param>
/// <param name="Level">p below this, divided by those groups, passes.</param>
/// <param name="Less">P(Y ≤ y) instead of P(Y ≥ y).</param>
/// <param name="Windows">Reference windows; fewer than <paramref name="Least"/> left: unknown.</param>
public sealed record ChancePlan(int Index, int Measure, double Level, bool Less, int Windows, int Least)
{
    /// <summary>p below this is beyond chance wherever no level is named: only then does a case have a price.</summary>
    public const double BeyondChance = 0.001;

    /// <summary>Windows without this exposure are no reference; null: every window may be one.</summary>
    public string? Exposure { get; init; }
}

public enum ComparisonKind
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>What a measure is compared with: <paramref name="Factor"/> × reference + <paramref name="Offset"/>.</summary>
public abstract record AmountPlan(decimal Factor, decimal Offset)
{
    /// <summary>A further factor that depends on the group; null: none.</summary>
    public FactorsPlan? By { get; init; }
}

/// <summary>A number; factor is not used.</summary>
public sealed record ConstantAmount(decimal Value) : AmountPlan(0, Value);

/// <summary>A number that was agreed on, where the group has a factor of its own.</summary>
public sealed record AgreedAmount(decimal Factor, decimal Offset, decimal Agreed) : AmountPlan(Factor, Offset);

/// <summary>The same measure's expected value.</summary>
public sealed record BaselineAmount(decimal Factor, decimal Offset, BaselineMethod Method, int Windows, int Least) : AmountPlan(Factor, Offset)
{
    /// <summary>What <see cref="BaselineMethod.PerExposure"/> divides by.</summary>
    public string? Exposure { get; init; }
}

/// <summary>Another measure at the same instant.</summary>
public sealed record MeasureAmount(decimal Factor, decimal Offset, int Measure) : AmountPlan(Factor, Offset);

public enum QuantityKind
{
    Volume,
    Share,
    Customers,
    Cost,
    Cancellations,
    Average,
    Percentile,
}

/// <summary>A quantity of a population over a trailing window, in its rule's group.</summary>
/// <param name="Population">Index.</param>
/// <param name="Among">Index of a share's denominator, else -1.</param>
/// <param name="Field">Average and percentile.</param>
/// <param name="Rank">Percentile: 0–100.</param>
public sealed record MeasurePlan(QuantityKind Kind, int Population, int Among, ContactField? Field, decimal Rank, Window Window)
{
    /// <summary>The window ends this many local days before the evaluation.</summary>
    public int EarlierDays { get; init; }

    /// <summary>What a count or money is divided by; null: nothing.</summary>
    public RatePlan? Per { get; init; }

    /// <summary>The window is as long as these cycles, and <see cref="Window"/> only says about how long that is; null: it is <see cref="Window"/>.</summary>
    public CyclesPlan? Cycles { get; init; }

    /// <summary>What people call it, where its kind does not say so; null: by its kind.</summary>
    public string? Name { get; init; }

    /// <summary>The window in words.</summary>
    internal string Span => Cycles?.ToString() ?? Window.ToString();
}

/// <summary>`per 100 bills`.</summary>
public sealed record RatePlan(decimal Count, string Exposure);

/// <summary>`3 cycles of bills`: from the start of the third last day with a count before the window's end. Each such day begins a cycle.</summary>
public sealed record CyclesPlan(int Count, string Exposure)
{
    public override string ToString() => $"{Count} {(Count == 1 ? "cycle" : "cycles")} of {Exposure}";
}
