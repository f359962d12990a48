using CxRules.Model.Sources;

namespace CxRules.Streams.Conversion;

/// <summary>Lengths of time in milliseconds: a number of the declared unit; without one, seconds, `h:mm:ss` or `m:ss`.</summary>
internal sealed class DurationConverter(FieldMapping mapping) : NumberConverter(mapping)
{
    private static readonly Dictionary<DurationUnit, (long Milliseconds, string Name)> Units = new()
    {
        [DurationUnit.Milliseconds] = (1, "a number of milliseconds"),
        [DurationUnit.Seconds] = (1_000, "a number of seconds"),
        [DurationUnit.Minutes] = (60_000, "a number of minutes"),
        [DurationUnit.Hours] = (3_600_000, "a number of hours"),
    };

    private readonly (long Milliseconds, string Name) _unit = Units[mapping.Source.Unit ?? DurationUnit.Seconds];
    private readonly bool _takesClock = mapping.Source.Unit is null or DurationUnit.Seconds;

    public override string Expected => _takesClock ? _unit.Name + ", h:mm:ss or m:ss" : _unit.Name;

    protected override RejectKind? Parse(ReadOnlySpan<byte> value, out long result)
    {
        if (Utf8Digits.TryParse(value, out var whole))
        {
            result = whole * _unit.Milliseconds;
            return null;
        }

        result = 0;
        if (_takesClock && value.Contains((byte)':'))
        {
            return TryParseClock(value, out result) ? null : StreamErrors.BadDuration;
        }

        if (!Utf8Decimal.TryParse(value, out var millionths, out var tooLarge) || millionths < 0)
        {
            return tooLarge ? StreamErrors.NumberTooLarge : StreamErrors.BadDuration;
        }

        if (millionths >= (long.MaxValue - 500_000) / _unit.Milliseconds)
        {
            return TryLarge(millionths, out result) ? null : StreamErrors.NumberTooLarge;
        }

        result = ((millionths * _unit.Milliseconds) + 500_000) / 1_000_000;
        return null;
    }

    private bool TryLarge(long millionths, out long result)
    {
        var milliseconds = (((Int128)millionths * _unit.Milliseconds) + 500_000) / 1_000_000;
        result = milliseconds > long.MaxValue ? 0 : (long)milliseconds;
        return milliseconds <= long.MaxValue;
    }

    private static bool TryParseClock(ReadOnlySpan<byte> value, out long result)
    {
        result = 0;
        var last = value.LastIndexOf((byte)':');
        var seconds = value[(last + 1)..];
        if (seconds.Length < 2 || seconds[0] is < (byte)'0' or > (byte)'5' || seconds[1] is < (byte)'0' or > (byte)'9' || (seconds.Length > 2 && seconds[2] != '.')
            || !Utf8Decimal.TryParse(seconds, out var millionths, out _))
        {
            return false;
        }

        var head = value[..last];
        var first = head.IndexOf((byte)':');
        var hours = 0L;
        var minutes = 0L;
        var whole = first < 0
            ? TryDigits(head, 1, 4, out minutes)
            : TryDigits(head[..first], 1, 6, out hours) && TryDigits(head[(first + 1)..], 2, 2, out minutes) && minutes < 60;
        result = (((hours * 60) + minutes) * 60_000) + ((millionths + 500) / 1_000);
        return whole;
    }

    private static bool TryDigits(ReadOnlySpan<byte> digits, int least, int most, out long number)
    {
        number = 0;
        if (digits.Length < least || digits.Length > most || digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
        {
            return false;
        }

        foreach (var digit in digits)
        {
            number = (number * 10) + (digit - '0');
        }

        return true;
    }
}
