using CxRules.Language.Binding;
using CxRules.Model.Time;
using NodaTime;

namespace CxRules.Testing.Tests.Naive;

/// <summary>A day or hour of a case.</summary>
/// <param name="Local">Its local start.</param>
internal readonly record struct NaiveUnit(LocalDateTime Local, Span Span);

/// <summary>What a case's days (hours) had in excess of the expected (statistics.md).</summary>
internal sealed class NaiveExcess(NaiveWorld world, BoundRule rule, NaiveSeries series, bool hourly)
{
    private readonly NaiveCalendar _calendar = world.Calendar;
    private readonly NaiveExpectation _expectation = new(world, rule, hourly);

    /// <summary>The days (hours) of the windows in which the rule held.</summary>
    public List<NaiveUnit> UnitsOf(NaiveEpisode episode)
    {
        var units = new SortedDictionary<long, NaiveUnit>();
        foreach (var at in episode.Trues.Values.Select(verdict => verdict.At))
        {
            var window = world.SpanOf(rule.Window, rule.Cycles, at);
            window = window with { Start = Math.Max(window.Start, world.FirstMidnight) };
            foreach (var unit in (hourly ? Hours(window) : rule.Cycles is null ? Days(at) : DaysOf(window)).Where(unit => unit.Span.Start >= world.FirstMidnight))
            {
                units[unit.Span.Start] = unit;
            }
        }

        return [.. units.Values];
    }

    /// <param name="smallest">The smallest count with which the case would have been opened; null where that is not to be allowed for.</param>
    /// <returns>Null where it is unknown.</returns>
    public (decimal Expected, NaiveRange Excess)? Of(List<NaiveUnit> units, List<NaiveUnit> earlier, long? smallest)
    {
        if (Usual(units, units[0].Local, earlier, agreed: true) is not { } usual)
        {
            return null;
        }

        var (expected, error, degrees, _) = usual;
        var observed = units.Sum(unit => series.Count(unit.Span));
        var half = NaiveStatistics.StudentQuantile95(degrees) * error;
        var excess = observed - expected;
        var plain = new NaiveRange(Clip((double)excess - half, observed), Math.Clamp(excess, 0, observed), Clip((double)excess + half, observed));
        return (expected, smallest is { } least && least <= observed ? plain with { Low = Picked((double)excess - half, .05, least), Mid = Picked((double)excess, .5, least) } : plain);

        decimal Picked(double plainly, double share, long least)
        {
            var picked = NaiveTruncation.Excess((double)excess, least - .5 - (double)expected, error, degrees, share);
            return Clip(plainly - picked < .001 ? plainly : picked, observed);
        }
    }

    /// <summary>What some days (hours) would usually have, by the 8 weeks before a moment.</summary>
    /// <param name="first">That moment.</param>
    /// <param name="agreed">A number that was agreed on stands for what is learned.</param>
    /// <returns>Its error is that of what they have above it; its mean is what a chance test takes. Null where it is unknown.</returns>
    public (decimal Expected, double Error, int Degrees, double Mean)? Usual(List<NaiveUnit> units, LocalDateTime first, List<NaiveUnit> earlier, bool agreed)
    {
        var excluded = world.Excluded.Concat(earlier.Select(unit => unit.Span)).ToList();
        var references = Enumerable.Range(1, hourly ? 168 : 7).ToDictionary(back => Slot(Back(first, back)), back => References(first, back, excluded));
        var slots = references.ToDictionary(slot => slot.Key, slot => slot.Value.ConvertAll(reference => reference.Count));
        var caseUnits = units.GroupBy(unit => Slot(unit.Local)).ToDictionary(slot => slot.Key, slot => slot.Count());
        var degrees = slots.Values.Sum(counts => Math.Max(0, counts.Count - 1));
        if (degrees < 1 || caseUnits.Keys.Any(slot => slots[slot].Count == 0))
        {
            return null;
        }

        var learned = _expectation.IsLearned || (!agreed && _expectation.IsAgreed);
        var mean = caseUnits.Sum(slot => slot.Value * (decimal)slots[slot.Key].Sum() / slots[slot.Key].Count);
        if ((learned ? mean : _expectation.Of(units, series, references, unit => Slot(unit.Local))) is not { } expected)
        {
            return null;
        }

        var dispersion = Dispersion(first, slots.Values, excluded);
        var variance = _expectation.Spread(units, expected) is { } spread
            ? dispersion * spread
            : caseUnits.Sum(slot => Variance(slot.Value, slots[slot.Key], units.Count, dispersion));
        return (expected, Math.Sqrt(variance), degrees, (double)expected + caseUnits.Sum(slot => .5 * slot.Value * slot.Value / units.Count / slots[slot.Key].Count));
    }

    /// <summary>The days (hours) that are held against, with their contacts.</summary>
    public IEnumerable<(NaiveUnit Unit, long Count)> ReferencesBefore(LocalDateTime first, List<NaiveUnit> earlier) =>
        Enumerable.Range(1, hourly ? 168 : 7).SelectMany(back => References(first, back, [.. world.Excluded, .. earlier.Select(unit => unit.Span)]));

    private static double Variance(int k, List<long> counts, int units, double dispersion)
    {
        double m = counts.Count;
        return dispersion * ((counts.Sum() + (.5 * k / units)) / m) * (k + (k * k / m));
    }

    private double Dispersion(LocalDateTime first, IEnumerable<List<long>> slots, List<Span> excluded)
    {
        var single = NaiveStatistics.Dispersion(slots);
        if (rule.Window is not { Unit: TimeUnit.Day, Length: > 1 })
        {
            return single;
        }

        var weeks = Enumerable.Range(0, 7).Select(alignment => Enumerable.Range(0, 8)
            .Select(k => first.PlusDays(-alignment - (7 * k)))
            .Select(end => new Span(_calendar.Utc(end.PlusDays(-7)), _calendar.Utc(end)))
            .Where(span => IsReference(span, excluded))
            .Select(span => (long)series.Count(span)).ToList());
        return Math.Max(single, NaiveStatistics.Dispersion(weeks));
    }

    /// <summary>Counts of the 8 same weekdays (hours of the week) before the case, less those that are excluded.</summary>
    private List<(NaiveUnit Unit, long Count)> References(LocalDateTime first, int back, List<Span> excluded) => [.. Enumerable.Range(0, 8)
        .Select(week => Back(first, back).PlusDays(-7 * week))
        .Select(UnitAt)
        .Where(unit => IsReference(unit.Span, excluded))
        .Select(unit => (unit, (long)series.Count(unit.Span)))];

    private bool IsReference(Span span, List<Span> excluded) => span.Start >= world.FirstMidnight && !excluded.Exists(span.Overlaps);

    private LocalDateTime Back(LocalDateTime first, int units) => hourly ? first.PlusHours(-units) : first.PlusDays(-units);

    private int Slot(LocalDateTime local) => hourly ? ((int)local.DayOfWeek * 24) + local.Hour : (int)local.DayOfWeek;

    public NaiveUnit UnitAt(LocalDateTime local)
    {
        var start = _calendar.Utc(local);
        return hourly ? new(local, new(start, start + TimeSpan.TicksPerHour)) : new(local, world.DaySpan(local.Date));
    }

    private IEnumerable<NaiveUnit> Days(Moment end) => Enumerable.Range(1, rule.Window.Length).Select(back => UnitAt(end.Local.Date.PlusDays(-back).AtMidnight()));

    private IEnumerable<NaiveUnit> DaysOf(Span window)
    {
        for (var day = _calendar.DayOf(window.Start); _calendar.StartOfDay(day) < window.End; day = day.PlusDays(1))
        {
            yield return UnitAt(day.AtMidnight());
        }
    }

    private IEnumerable<NaiveUnit> Hours(Span window)
    {
        for (var start = window.Start; start < window.End; start += TimeSpan.TicksPerHour)
        {
            yield return new(_calendar.Local(start), new(start, start + TimeSpan.TicksPerHour));
        }
    }

    private static decimal Clip(double value, long observed) => Math.Clamp((decimal)value, 0, observed);
}
