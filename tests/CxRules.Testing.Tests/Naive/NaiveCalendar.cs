using CxRules.Model.Time;
using NodaTime;

namespace CxRules.Testing.Tests.Naive;

/// <summary>An instant (UTC ticks) with the local time it was asked for by: where midnight is skipped, the two differ.</summary>
internal readonly record struct Moment(LocalDateTime Local, long Utc);

/// <summary>Local days and hours, by NodaTime alone.</summary>
internal sealed class NaiveCalendar(string zone)
{
    private static readonly long Epoch = DateTime.UnixEpoch.Ticks;
    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[zone];
    private readonly Dictionary<LocalDateTime, long> _utc = [];
    private readonly Dictionary<LocalDate, long> _starts = [];
    private readonly Dictionary<long, LocalDateTime> _local = [];

    public LocalDateTime Local(long utc) => _local.TryGetValue(utc, out var local) ? local
        : _local[utc] = Instant.FromUnixTimeTicks(utc - Epoch).InZone(_zone).LocalDateTime;

    /// <summary>The day whose start is the last one before the instant: a day that has begun goes on, even where the clock is put back over midnight.</summary>
    public LocalDate DayOf(long utc)
    {
        var day = Local(utc).Date;
        return utc >= StartOfDay(day.PlusDays(1)) ? day.PlusDays(1) : day;
    }

    public long Utc(LocalDateTime local) => _utc.TryGetValue(local, out var utc) ? utc
        : _utc[local] = _zone.AtLeniently(local).ToInstant().ToUnixTimeTicks() + Epoch;

    public long StartOfDay(LocalDate day) => _starts.TryGetValue(day, out var utc) ? utc
        : _starts[day] = _zone.AtStartOfDay(day).ToInstant().ToUnixTimeTicks() + Epoch;

    public Moment At(LocalDateTime local) => new(local, Utc(local));

    /// <summary>Where a day begins its midnight ends the hour before, also where the clock skips it.</summary>
    public Moment At(long utc) => new(utc == StartOfDay(DayOf(utc)) ? DayOf(utc).AtMidnight() : Local(utc), utc);

    public Moment DaysBefore(Moment moment, int days) => days == 0 ? moment : At(moment.Local.PlusDays(-days));

    public Moment HoursBefore(Moment moment, int hours)
    {
        var utc = moment.Utc - (hours * TimeSpan.TicksPerHour);
        return hours == 0 ? moment : At(utc);
    }

    public long StartOf(Window window, Moment end) => window.Unit == TimeUnit.Day
        ? DaysBefore(end, window.Length).Utc
        : HoursBefore(end, window.Length).Utc;

    /// <summary>The instants of a schedule in (after, through].</summary>
    public IEnumerable<Moment> Scheduled(Schedule schedule, long after, long through) =>
        (schedule.Kind == ScheduleKind.Hour ? FullHours(after, through) : Days(after, through).Where(day => Falls(schedule, day)).Select(day => At(day.At(new LocalTime(schedule.Hour, 0)))))
        .Where(moment => moment.Utc > after && moment.Utc <= through);

    public IEnumerable<LocalDate> Days(long from, long through)
    {
        var last = DayOf(through).PlusDays(1);
        for (var day = DayOf(from).PlusDays(-1); day <= last; day = day.PlusDays(1))
        {
            yield return day;
        }
    }

    private static bool Falls(Schedule schedule, LocalDate day) => schedule.Kind switch
    {
        ScheduleKind.Week => day.DayOfWeek == (schedule.Weekday ?? DayOfWeek.Monday).ToIsoDayOfWeek(),
        ScheduleKind.Month => day.Day == 1,
        _ => schedule.Weekday is not { } weekday || day.DayOfWeek == weekday.ToIsoDayOfWeek(),
    };

    private IEnumerable<Moment> FullHours(long after, long through)
    {
        const long quarter = TimeSpan.TicksPerHour / 4;
        for (var utc = after / quarter * quarter; utc <= through; utc += quarter)
        {
            var moment = At(utc);
            if (moment.Local is { Minute: 0, Second: 0 })
            {
                yield return moment;
            }
        }
    }
}

internal static class NaiveWeekdays
{
    public static IsoDayOfWeek ToIsoDayOfWeek(this DayOfWeek day) => day == DayOfWeek.Sunday ? IsoDayOfWeek.Sunday : (IsoDayOfWeek)(int)day;
}
