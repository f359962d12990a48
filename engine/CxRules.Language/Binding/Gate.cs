using System.Collections.Immutable;
using CxRules.Model.Projects;

namespace CxRules.Language.Binding;

/// <summary>The moments of `only`, each of which has to hold, and of `except`, which closes where all hold.</summary>
internal sealed record Gate(ImmutableArray<BoundMoment> Only, ImmutableArray<BoundMoment> Except)
{
    /// <summary>Moments that hold on dates, and on none where the project names none.</summary>
    public IEnumerable<BoundMoment> OnDates => Only.Where(moment => moment is BoundDuring or BoundAfterCalendar or BoundOnDays { Days.IsEmpty: true });

    /// <summary>Whether it is open then, for the dates of some project: whatever may hold on some date is taken to do so, unless it may not.</summary>
    public bool CanBeOpen(EvaluationTime time) =>
        Only.All(moment => CanHold(moment, time)) && (Except.IsEmpty || !Except.All(moment => HasToHold(moment, time)));

    /// <summary>Whether it is open then, with the dates of this project.</summary>
    public bool IsOpen(EvaluationTime time, Project project) =>
        Only.All(moment => Holds(moment, time, project)) && (Except.IsEmpty || !Except.All(moment => Holds(moment, time, project)));

    /// <summary>The stretches of local time in which a moment of dates may hold.</summary>
    public static IEnumerable<(DateTime From, DateTime To)> StretchesOf(BoundMoment moment, Project project) => moment switch
    {
        BoundDuring during => Stretches(during.Calendar, 0, project),
        BoundAfterCalendar after => Stretches(after.Calendar, after.Ticks, project),
        BoundOnDays { Holidays: true } => project.Holidays.Order().Select(day => (day.ToDateTime(TimeOnly.MinValue), day.AddDays(1).ToDateTime(TimeOnly.MinValue))),
        _ => [],
    };

    private static bool CanHold(BoundMoment moment, EvaluationTime time) => moment switch
    {
        BoundOnDays days => days.Holidays || days.Days.Contains(time.Day.DayOfWeek),
        BoundBetweenTimes times => IsIn(times, time.Minute),
        _ => true,
    };

    /// <summary>Whether it holds then on whatever dates, `only` being open.</summary>
    private bool HasToHold(BoundMoment moment, EvaluationTime time) => moment switch
    {
        BoundOnDays days => days.Days.Contains(time.Day.DayOfWeek) || (days.Holidays && Only.Any(only => only is BoundOnDays { Holidays: true } same && !same.Days.Contains(time.Day.DayOfWeek))),
        BoundBetweenTimes times => IsIn(times, time.Minute),
        BoundDuring during => Only.Contains(during),
        BoundAfterCalendar after => Only.Any(only => only is BoundDuring during && during.Calendar == after.Calendar || only is BoundAfterCalendar same && same.Calendar == after.Calendar && same.Ticks <= after.Ticks),
        _ => false,
    };

    private static bool Holds(BoundMoment moment, EvaluationTime time, Project project) => moment switch
    {
        BoundOnDays days => days.Days.Contains(time.Day.DayOfWeek) || (days.Holidays && project.Holidays.Contains(time.Day)),
        BoundBetweenTimes times => IsIn(times, time.Minute),
        _ => StretchesOf(moment, project).Any(stretch => stretch.From < time.At && time.Start < stretch.To),
    };

    private static IEnumerable<(DateTime From, DateTime To)> Stretches(string calendar, long longer, Project project) => project.Calendars
        .Where(known => known.Name == calendar)
        .SelectMany(known => known.Spans)
        .Select(span => (span.From, span.To.Ticks > DateTime.MaxValue.Ticks - longer ? DateTime.MaxValue : span.To.AddTicks(longer)));

    /// <param name="start">The hour's first minute of the day.</param>
    private static bool IsIn(BoundBetweenTimes times, int start)
    {
        var (from, to) = (times.From.ToTimeSpan().TotalMinutes, times.To.ToTimeSpan().TotalMinutes);
        return to < from ? start < to || from < start + 60 : start < to && from < start + 60;
    }
}
