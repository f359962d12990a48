using System.Collections.Immutable;

namespace CxRules.Runtime.Plans;

/// <summary>When a rule may be evaluated. An evaluation belongs to the day that its midnight ends, else to the hour before it.</summary>
public abstract record MomentPlan;

/// <summary>On these days of the week, or these dates.</summary>
public sealed record DaysMoment(ImmutableArray<DayOfWeek> Days, ImmutableHashSet<DateOnly> Dates) : MomentPlan;

/// <summary>In hours that have part in [From, To) of the local clock; over midnight where To is before From.</summary>
public sealed record HoursMoment(TimeOnly From, TimeOnly To) : MomentPlan;

/// <summary>On days, in hours, that have part in one of these stretches.</summary>
public sealed record StretchMoment(ImmutableArray<LocalStretch> Stretches) : MomentPlan;

/// <summary>Local times, half-open.</summary>
public readonly record struct LocalStretch(DateTime From, DateTime To);
