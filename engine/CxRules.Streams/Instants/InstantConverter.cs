using CxRules.Model.Time;
using CxRules.Streams.Conversion;

namespace CxRules.Streams.Instants;

/// <summary>Points in time: local ones need the source's zone.</summary>
internal abstract class InstantConverter(FieldMapping mapping, ZoneRules? zone) : NumberConverter(mapping)
{
    private static readonly long Earliest = new DateTime(1950, 1, 1).Ticks;
    private static readonly long Latest = new DateTime(2200, 1, 1).Ticks;

    private readonly LocalClock? _clock = zone is null ? null : new LocalClock(zone);
    private readonly bool _placesContact = mapping.Source.Field.Name is "occurred at" or "arrived at";

    /// <summary>A local time as an instant.</summary>
    /// <param name="dateAlone">The value has no time of day: it is the start of that day.</param>
    protected RejectKind? FromLocal(long localTicks, bool dateAlone, out long result)
    {
        result = 0;
        if (_clock is null)
        {
            return StreamErrors.InstantWithoutZone;
        }

        result = dateAlone ? _clock.StartOfDay(localTicks) : _clock.ToUtc(localTicks);
        return Check(result);
    }

    /// <summary>A time with its offset from UTC as an instant.</summary>
    protected RejectKind? FromOffset(long localTicks, long offsetTicks, out long result)
    {
        result = localTicks - offsetTicks;
        return Check(result);
    }

    private RejectKind? Check(long utcTicks) =>
        _placesContact && (utcTicks < Earliest || utcTicks >= Latest) ? StreamErrors.ImplausibleTime
        : utcTicks < 0 || utcTicks > DateTime.MaxValue.Ticks ? StreamErrors.ImpossibleDate
        : null;
}
