using System.Collections.Immutable;

namespace CxRules.Language.Binding;

/// <summary>A stretch of local time that gates when a rule is evaluated.</summary>
public abstract record BoundMoment;

/// <summary>The local day is one of these, or, with <paramref name="Holidays"/>, a holiday.</summary>
public sealed record BoundOnDays(ImmutableArray<DayOfWeek> Days, bool Holidays) : BoundMoment;

/// <summary>The local time of day is in [From, To); over midnight where To is before From.</summary>
public sealed record BoundBetweenTimes(TimeOnly From, TimeOnly To) : BoundMoment;

/// <summary>In one of the calendar's stretches.</summary>
public sealed record BoundDuring(string Calendar) : BoundMoment;

/// <summary>At most <paramref name="Ticks"/> (of 100 ns) after the end of one of the calendar's stretches, or in one.</summary>
public sealed record BoundAfterCalendar(string Calendar, long Ticks) : BoundMoment;
