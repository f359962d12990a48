namespace CxRules.Model.Time;

public enum TimeUnit
{
    Hour,
    Day,
}

/// <summary>A trailing window's length: <paramref name="Length"/> local days or hours, at least 1.</summary>
public readonly record struct Window(int Length, TimeUnit Unit)
{
    public static Window Hourly { get; } = new(1, TimeUnit.Hour);

    public static Window Daily { get; } = new(1, TimeUnit.Day);

    public static Window Weekly { get; } = new(7, TimeUnit.Day);

    public static Window Monthly { get; } = new(28, TimeUnit.Day);

    /// <summary>Its length in hours, a day counting as 24: for "the longest".</summary>
    public int NominalHours => Unit == TimeUnit.Day ? Length * 24 : Length;

    public override string ToString() => $"{Length} {(Unit == TimeUnit.Day ? "day" : "hour")}{(Length == 1 ? "" : "s")}";
}

/// <summary>
/// When a rule is evaluated: at local times of day <paramref name="Hour"/>:00 on <paramref name="Weekday"/> (null: every day) or on the
/// first of the month; or every full hour.
/// </summary>
public readonly record struct Schedule(ScheduleKind Kind, int Hour = 0, DayOfWeek? Weekday = null)
{
    public static Schedule EveryHour { get; } = new(ScheduleKind.Hour);

    public static Schedule EveryDay { get; } = new(ScheduleKind.Day);
}

public enum ScheduleKind
{
    Hour,
    Day,
    Week,
    Month,
}

/// <summary>
/// `for 2 days`: true at every evaluation in (t − span, t]. `for 3 of 5 days`: true at <paramref name="Needed"/> of the
/// evaluations in that span. An evaluation that is unknown or that lies before the history is not true.
/// </summary>
/// <param name="Span">How far back, in <paramref name="Unit"/>.</param>
/// <param name="Needed">Null: all of them.</param>
public readonly record struct Hold(int Span, TimeUnit Unit, int? Needed = null);
