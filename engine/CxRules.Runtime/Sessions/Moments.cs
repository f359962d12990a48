using System.Collections.Immutable;
using CxRules.Model.Time;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>Which of its instants a rule is evaluated at: `only` and `except`.</summary>
internal sealed class Moments
{
    private const int MinutesADay = 24 * 60;
    private const int MinutesAnHour = 60;

    private readonly Schedule _every;
    private readonly ZoneRules _zone;
    private readonly ImmutableArray<Func<Instant, bool>> _only;
    private readonly ImmutableArray<Func<Instant, bool>> _except;

    public Moments(RulePlan rule, ZoneRules zone)
    {
        _every = rule.Every;
        _zone = zone;
        _only = [.. rule.Only.Select(Test)];
        _except = [.. rule.Except.Select(Test)];
    }

    public bool AreOpen(Instant instant) =>
        _only.All(holds => holds(instant)) && (_except.IsEmpty || !_except.All(holds => holds(instant)));

    private Func<Instant, bool> Test(MomentPlan moment) => moment switch
    {
        DaysMoment days => instant => IsOn(days, DayOf(instant)),
        HoursMoment hours => instant => IsIn(hours, (instant.Hour + 23) % 24 * MinutesAnHour),
        StretchMoment stretches => Overlaps([.. stretches.Stretches.Select(stretch => (_zone.ToUtc(stretch.From.Ticks), _zone.ToUtc(stretch.To.Ticks)))]),
        _ => throw new InvalidOperationException($"A moment of an unknown kind: {moment.GetType().Name}."),
    };

    private static DateOnly DayOf(Instant instant) => DateOnly.FromDayNumber(instant.Hour == 0 ? instant.Day - 1 : instant.Day);

    private static bool IsOn(DaysMoment moment, DateOnly day) => moment.Days.Contains(day.DayOfWeek) || moment.Dates.Contains(day);

    /// <param name="start">The hour's first minute of the day.</param>
    private static bool IsIn(HoursMoment moment, int start)
    {
        var (from, to) = (moment.From.ToTimeSpan().TotalMinutes, moment.To.ToTimeSpan().TotalMinutes);
        return to < from
            ? Overlap(start, 0, to) || Overlap(start, from, MinutesADay)
            : Overlap(start, from, to);
    }

    private static bool Overlap(int start, double from, double to) => start < to && from < start + MinutesAnHour;

    private Func<Instant, bool> Overlaps(ImmutableArray<(long From, long To)> stretches) => instant =>
    {
        var start = StartOf(instant);
        return stretches.Any(stretch => stretch.From < instant.UtcTicks && start < stretch.To);
    };

    private long StartOf(Instant instant) => _every is { Kind: not ScheduleKind.Hour, Hour: 0 }
        ? _zone.StartOfDay(DateOnly.FromDayNumber(instant.Day - 1))
        : instant.UtcTicks - TimeSpan.TicksPerHour;
}
