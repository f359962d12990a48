using CxRules.Model.Time;

namespace CxRules.Language.Binding;

/// <summary>One evaluation by the local clock. It belongs to the day that its midnight ends, else to the hour before it.</summary>
/// <param name="Start">Where the day or the hour begins that it belongs to.</param>
internal readonly record struct EvaluationTime(DateTime At, DateTime Start)
{
    public DateOnly Day => DateOnly.FromDateTime(Moment);

    /// <summary>The first minute of its hour, of the day.</summary>
    public int Minute => Moment.Hour * 60;

    private DateTime Moment => At.AddTicks(-1);

    /// <summary>Those of a schedule from the start of a day on, for so many days.</summary>
    public static IEnumerable<EvaluationTime> Of(Schedule schedule, DateOnly from, int days)
    {
        for (var offset = 0; offset < days; offset++)
        {
            var day = from.AddDays(offset);
            if (!IsOn(schedule, day))
            {
                continue;
            }

            foreach (var hour in schedule.Kind == ScheduleKind.Hour ? Enumerable.Range(0, 24) : [schedule.Hour])
            {
                var at = day.ToDateTime(new(hour, 0));
                yield return new(at, schedule is { Kind: not ScheduleKind.Hour, Hour: 0 } ? at.AddDays(-1) : at.AddHours(-1));
            }
        }
    }

    private static bool IsOn(Schedule schedule, DateOnly day) => schedule.Kind switch
    {
        ScheduleKind.Week => day.DayOfWeek == schedule.Weekday,
        ScheduleKind.Month => day.Day == 1,
        _ => true,
    };
}
