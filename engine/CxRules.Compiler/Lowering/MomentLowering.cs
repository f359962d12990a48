using System.Collections.Immutable;
using CxRules.Language.Binding;
using CxRules.Model.Projects;
using CxRules.Runtime.Plans;

namespace CxRules.Compiler.Lowering;

/// <summary>Lowers the moments of `only` and `except`: calendars become their stretches.</summary>
internal static class MomentLowering
{
    public static ImmutableArray<MomentPlan> Lower(ImmutableArray<BoundMoment> moments, Project project) => [.. moments.Select(moment => Lower(moment, project))];

    private static MomentPlan Lower(BoundMoment moment, Project project) => moment switch
    {
        BoundOnDays days => new DaysMoment(days.Days, days.Holidays ? project.Holidays : []),
        BoundBetweenTimes times => new HoursMoment(times.From, times.To),
        BoundDuring during => new StretchMoment(StretchesOf(during.Calendar, 0, project)),
        BoundAfterCalendar after => new StretchMoment(StretchesOf(after.Calendar, after.Ticks, project)),
        _ => throw new InvalidOperationException($"A moment of an unknown kind: {moment.GetType().Name}."),
    };

    private static ImmutableArray<LocalStretch> StretchesOf(string calendar, long longer, Project project) =>
        [.. project.Calendars.Where(known => known.Name == calendar).SelectMany(known => known.Spans).Select(span => new LocalStretch(span.From, span.To.AddTicks(longer)))];
}
