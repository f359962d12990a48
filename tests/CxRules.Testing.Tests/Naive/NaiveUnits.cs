using CxRules.Model.Time;
using NodaTime;

namespace CxRules.Testing.Tests.Naive;

/// <summary>The days, or hours, of a history, and windows that are laid over them.</summary>
internal sealed class NaiveUnits
{
    private readonly NaiveCalendar _calendar;
    private readonly bool _hourly;

    public NaiveUnits(NaiveWorld world, bool hourly)
    {
        _calendar = world.Calendar;
        _hourly = hourly;
        End = world.DaySpan(world.LastDay).End;
        All = hourly ? [.. Hours(world.FirstMidnight)] : [.. Days(world)];
    }

    public List<NaiveUnit> All { get; }

    /// <summary>When the history ends.</summary>
    public long End { get; }

    /// <summary>Those that begin at an instant or later.</summary>
    public IEnumerable<NaiveUnit> From(long instant) => All.Where(unit => unit.Span.Start >= instant);

    public List<NaiveUnit> Within(Span span) => All.FindAll(unit => unit.Span.Start >= span.Start && unit.Span.Start < span.End);

    /// <summary>Where a time that begins at an instant is over; days by the clock, and whole ones where there are no hours.</summary>
    public long After(long start, Window time) => time.Unit == TimeUnit.Hour && _hourly
        ? start + (time.Length * TimeSpan.TicksPerHour)
        : _calendar.Utc(_calendar.At(start).Local.PlusDays(time.Unit == TimeUnit.Day ? time.Length : (time.Length + 23) / 24));

    /// <summary>The beginning of the one that ends at an instant.</summary>
    public long StartOfTheOneBefore(long end) => _hourly ? end - TimeSpan.TicksPerHour : _calendar.StartOfDay(_calendar.DayOf(end - 1));

    private IEnumerable<NaiveUnit> Hours(long first)
    {
        for (var start = first; start < End; start += TimeSpan.TicksPerHour)
        {
            yield return new(_calendar.Local(start), new(start, start + TimeSpan.TicksPerHour));
        }
    }

    private static IEnumerable<NaiveUnit> Days(NaiveWorld world)
    {
        for (LocalDate day = world.FirstDay; day <= world.LastDay; day = day.PlusDays(1))
        {
            yield return new(day.AtMidnight(), world.DaySpan(day));
        }
    }
}
