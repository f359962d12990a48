using System.Globalization;

namespace CxRules.Streams.Conversion;

/// <summary>Decimal numbers as whole millionths.</summary>
internal static class Utf8Decimal
{
    private const int Places = 6;
    private const int SafeDigits = 12;
    private static readonly long[] PowersOfTen = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

    /// <summary>Invariant, with sign, point and exponent; more than six decimals are rounded half away from zero.</summary>
    /// <param name="tooLarge">It is a number, but its millionths do not fit.</param>
    public static bool TryParse(ReadOnlySpan<byte> value, out long millionths, out bool tooLarge)
    {
        tooLarge = false;
        return TryParsePlain(value, out millionths) || TryParseAny(value, out millionths, out tooLarge);
    }

    private static bool TryParsePlain(ReadOnlySpan<byte> value, out long millionths)
    {
        millionths = 0;
        var negative = value[0] == '-';
        var i = negative ? 1 : 0;
        var first = i;
        long number = 0;
        for (; i < value.Length && (uint)(value[i] - '0') <= 9; i++)
        {
            number = (number * 10) + (value[i] - '0');
        }

        if (i == first || i - first > SafeDigits)
        {
            return false;
        }

        var decimals = 0;
        if (i < value.Length && value[i] == '.')
        {
            decimals = value.Length - i - 1;
            if (decimals is 0 or > Places)
            {
                return false;
            }

            for (i++; i < value.Length && (uint)(value[i] - '0') <= 9; i++)
            {
                number = (number * 10) + (value[i] - '0');
            }
        }

        if (i < value.Length)
        {
            return false;
        }

        number *= PowersOfTen[Places - decimals];
        millionths = negative ? -number : number;
        return true;
    }

    private static bool TryParseAny(ReadOnlySpan<byte> value, out long millionths, out bool tooLarge)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        millionths = 0;
        tooLarge = false;
        if (!double.TryParse(value, Style, CultureInfo.InvariantCulture, out var size) || !double.IsFinite(size))
        {
            tooLarge = double.IsInfinity(size) && value.IndexOfAnyExceptInRange((byte)'+', (byte)'e') < 0 && value.IndexOfAnyInRange((byte)'0', (byte)'9') >= 0;
            return false;
        }

        tooLarge = Math.Abs(size) >= 9.2e12;
        if (tooLarge || !decimal.TryParse(value, Style, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        millionths = (long)decimal.Round(number * 1_000_000m, 0, MidpointRounding.AwayFromZero);
        return true;
    }
}
