using CxRules.Model.Time;

namespace CxRules.Runtime.Windows;

/// <summary>Turns schedules into instants.</summary>
internal static class Schedules
{
    /// <summary>
    /// The instants of a schedule after the first contact and through the end of the last contact's day (hour, where it is hourly).
    /// </summary>
    /// <param name="first">The first contact, UTC ticks.</param>
    /// <param name="last">The last contact, UTC ticks.</param>
    public static IEnumerable<Instant> Instants(Schedule schedule, Timeline timeline, long first, long last)
    {
        if (schedule.Kind == ScheduleKind.Hour)
        {
            for (var index = 1; index <= timeline.Length; index++)
            {
                var instant = timeline.AtIndex(index);
                if (instant.UtcTicks > first)
                {
                    yield return instant;
                    if (instant.UtcTicks > last)
                    {
                        yield break;
                    }
                }
            }

            yield break;
        }

        for (var day = timeline.FirstDay; day <= timeline.FirstDay + timeline.Days; day++)
        {
            var instant = timeline.At(day, schedule.Hour);
            if (Matches(schedule, day) && instant.UtcTicks > first && instant.Index <= timeline.Length)
            {
                yield return instant;
            }
        }
    }

    /// <summary>How many instants a schedule has in the span (end − hold, end], those before the history included.</summary>
    public static int CountIn(Schedule schedule, Timeline timeline, Instant end, Hold hold)
    {
        if (schedule.Kind == ScheduleKind.Hour)
        {
            var start = hold.Unit == TimeUnit.Hour ? end.Index - hold.Span : timeline.IndexAt(end.Day - hold.Span, end.Hour);
            return start < 0 ? int.MaxValue : end.Index - start;
        }

        var days = hold.Unit == TimeUnit.Day ? hold.Span : Math.Max(1, hold.Span / 24);
        return Enumerable.Range(end.Day - days + 1, days).Count(day => Matches(schedule, day));
    }

    private static bool Matches(Schedule schedule, int day) => schedule.Kind switch
    {
        ScheduleKind.Week => DateOnly.FromDayNumber(day).DayOfWeek == schedule.Weekday,
        ScheduleKind.Month => DateOnly.FromDayNumber(day).Day == 1,
        _ => true,
    };
}
