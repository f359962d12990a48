using System.Globalization;

namespace CxRules.Model.Time;

/// <summary>How far apart two contacts of a journey may be: so much time, so many local days at the same time of day, or within one local day.</summary>
public readonly record struct JourneyLimit
{
    private readonly long _ticks;

    /// <summary>Null: elapsed time; 0: the same local day.</summary>
    private readonly int? _days;

    private JourneyLimit(long ticks, int? days)
    {
        _ticks = ticks;
        _days = days;
    }

    public static JourneyLimit SameDay { get; } = new(0, 0);

    /// <param name="days">At least 1; weeks are 7.</param>
    public static JourneyLimit OfDays(int days) => new(0, days);

    /// <param name="ticks">Of 100 ns, more than 0.</param>
    public static JourneyLimit Elapsed(long ticks) => new(ticks, null);

    /// <summary>The last instant that is near enough after one; UTC ticks.</summary>
    public long LastAfter(long utcTicks, ZoneRules zone) => _days switch
    {
        null => utcTicks + _ticks,
        0 => zone.StartOfDay(zone.DayOf(utcTicks).AddDays(1)) - 1,
        { } days => zone.ToUtc(zone.ToLocal(utcTicks) + (days * TimeSpan.TicksPerDay)),
    };

    /// <summary>The first instant that is near enough before one; UTC ticks.</summary>
    public long FirstBefore(long utcTicks, ZoneRules zone) => _days switch
    {
        null => utcTicks - _ticks,
        0 => zone.StartOfDay(zone.DayOf(utcTicks)),
        { } days => zone.ToUtc(zone.ToLocal(utcTicks) - (days * TimeSpan.TicksPerDay)),
    };

    /// <summary>As it stands after `within`.</summary>
    public override string ToString() => _days switch
    {
        null when _ticks % TimeSpan.TicksPerHour == 0 => Text(_ticks / TimeSpan.TicksPerHour, "hour"),
        null when _ticks % TimeSpan.TicksPerMinute == 0 => Text(_ticks / TimeSpan.TicksPerMinute, "minute"),
        null => Text((decimal)_ticks / TimeSpan.TicksPerSecond, "second"),
        0 => "the same day",
        { } days => Text(days, "day"),
    };

    private static string Text(decimal number, string unit) => string.Create(CultureInfo.InvariantCulture, $"{number:0.#######} {unit}{(number == 1 ? "" : "s")}");
}
