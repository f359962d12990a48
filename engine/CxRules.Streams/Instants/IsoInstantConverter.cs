using System.Buffers.Binary;
using CxRules.Model.Time;
using CxRules.Streams.Conversion;

namespace CxRules.Streams.Instants;

/// <summary>
/// ISO 8601: `2026-03-01T14:05:09.25Z`, with a space for the `T`, seconds and fraction optional, an offset or, where the source has a
/// zone, none; a date alone is the start of its day. The date is parsed once for all rows in a row that share it.
/// </summary>
internal sealed class IsoInstantConverter(FieldMapping mapping, ZoneRules? zone) : InstantConverter(mapping, zone)
{
    private const int DateLength = 10;
    private const int MinutesLength = 16;
    private const int SecondsLength = 19;
    private const int MaxFraction = 7;

    private ulong _dateStart;
    private ushort _dateEnd;
    private long _dateTicks;

    public override string Expected => "2026-03-01T14:05:09Z or 2026-03-01 14:05:09";

    protected override RejectKind? Parse(ReadOnlySpan<byte> value, out long result)
    {
        result = 0;
        if (value.Length < DateLength)
        {
            return StreamErrors.BadInstant;
        }

        if (BinaryPrimitives.ReadUInt64LittleEndian(value) != _dateStart || BinaryPrimitives.ReadUInt16LittleEndian(value[8..]) != _dateEnd)
        {
            if (ReadDate(value) is { } kind)
            {
                return kind;
            }
        }

        if (value.Length == DateLength)
        {
            return FromLocal(_dateTicks, true, out result);
        }

        if (value.Length < MinutesLength || value[10] is not ((byte)'T' or (byte)' ' or (byte)'t') || value[13] != ':'
            || !TwoDigits.TryRead(value, 11, out var hour) || !TwoDigits.TryRead(value, 14, out var minute))
        {
            return StreamErrors.BadInstant;
        }

        var second = 0;
        var rest = value[MinutesLength..];
        if (!rest.IsEmpty && rest[0] == ':')
        {
            if (value.Length < SecondsLength || !TwoDigits.TryRead(value, 17, out second))
            {
                return StreamErrors.BadInstant;
            }

            rest = value[SecondsLength..];
        }

        if (hour > 23 || minute > 59 || second > 59)
        {
            return StreamErrors.ImpossibleDate;
        }

        var local = _dateTicks + ((((hour * 60L) + minute) * 60) + second) * TimeSpan.TicksPerSecond;
        return rest.IsEmpty ? FromLocal(local, false, out result) : ParseEnd(rest, local, out result);
    }

    private RejectKind? ParseEnd(ReadOnlySpan<byte> rest, long local, out long result)
    {
        result = 0;
        if (rest.Length == 1 && rest[0] == 'Z')
        {
            return FromOffset(local, 0, out result);
        }

        if (rest[0] is (byte)'.' or (byte)',')
        {
            var digits = rest[1..];
            var length = digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            length = length < 0 ? digits.Length : length;
            if (length == 0)
            {
                return StreamErrors.BadInstant;
            }

            local += Fraction.ToTicks(digits[..Math.Min(length, MaxFraction)]);
            rest = digits[length..];
        }

        return rest.IsEmpty ? FromLocal(local, false, out result)
            : UtcOffset.TryParse(rest, out var offset) ? FromOffset(local, offset, out result)
            : StreamErrors.BadInstant;
    }

    private RejectKind? ReadDate(ReadOnlySpan<byte> value)
    {
        if (value[4] != '-' || value[7] != '-' || !TwoDigits.TryRead(value, 0, out var century) || !TwoDigits.TryRead(value, 2, out var year)
            || !TwoDigits.TryRead(value, 5, out var month) || !TwoDigits.TryRead(value, 8, out var day))
        {
            return StreamErrors.BadInstant;
        }

        year += century * 100;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return StreamErrors.ImpossibleDate;
        }

        _dateStart = BinaryPrimitives.ReadUInt64LittleEndian(value);
        _dateEnd = BinaryPrimitives.ReadUInt16LittleEndian(value[8..]);
        _dateTicks = new DateTime(year, month, day).Ticks;
        return null;
    }
}
