using CxRules.Language.Binding;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using NodaTime;

namespace CxRules.Testing.Tests.Naive;

/// <summary>`only` and `except`: whether an evaluation takes place. It belongs to the day that its midnight ends, else to the hour before it.</summary>
internal sealed class NaiveMoments(Project project, NaiveCalendar calendar)
{
    public bool IsEvaluated(BoundRule rule, Moment at) =>
        rule.Only.All(moment => Holds(moment, rule, at)) && (rule.Except.IsEmpty || rule.Except.Any(moment => !Holds(moment, rule, at)));

    private bool Holds(BoundMoment moment, BoundRule rule, Moment at)
    {
        var isMidnight = at.Local.Hour == 0;
        var day = isMidnight ? at.Local.Date.PlusDays(-1) : at.Local.Date;
        var hour = isMidnight ? 23 : at.Local.Hour - 1;
        return moment switch
        {
            BoundOnDays on => on.Days.Any(name => name.ToIsoDayOfWeek() == day.DayOfWeek) || (on.Holidays && project.Holidays.Contains(day.ToDateOnly())),
            BoundBetweenTimes times => Enumerable.Range(0, 60).Any(minute => IsIn(times, new TimeOnly(hour, minute))),
            BoundDuring during => Touches(during.Calendar, Period.Zero, StretchOf(rule, day, at)),
            BoundAfterCalendar after => Touches(after.Calendar, Period.FromTicks(after.Ticks), StretchOf(rule, day, at)),
            _ => throw new NotSupportedException(moment.GetType().Name),
        };
    }

    private Span StretchOf(BoundRule rule, LocalDate day, Moment at) => rule.Every.Kind != ScheduleKind.Hour && rule.Every.Hour == 0
        ? new(calendar.StartOfDay(day), at.Utc)
        : new(at.Utc - TimeSpan.TicksPerHour, at.Utc);

    private bool Touches(string name, Period longer, Span stretch) => project.Calendars.Where(known => known.Name == name).SelectMany(known => known.Spans)
        .Select(span => new Span(calendar.Utc(LocalDateTime.FromDateTime(span.From)), calendar.Utc(LocalDateTime.FromDateTime(span.To) + longer)))
        .Any(stretch.Overlaps);

    private static bool IsIn(BoundBetweenTimes range, TimeOnly time) => range.To < range.From ? time >= range.From || time < range.To : time >= range.From && time < range.To;
}
