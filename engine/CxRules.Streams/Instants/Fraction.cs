namespace CxRules.Streams.Instants;

/// <summary>Fractions of a second.</summary>
internal static class Fraction
{
    /// <summary>The ticks of at most seven digits after the point.</summary>
    public static long ToTicks(ReadOnlySpan<byte> digits)
    {
        var ticks = 0L;
        for (var i = 0; i < 7; i++)
        {
            ticks = (ticks * 10) + (i < digits.Length ? digits[i] - '0' : 0);
        }

        return ticks;
    }
}
