namespace CxRules.Streams.Instants;

/// <summary>Two decimal digits.</summary>
internal static class TwoDigits
{
    public static bool TryTake(ref ReadOnlySpan<byte> text, out int number)
    {
        if (text.Length < 2 || !TryRead(text, 0, out number))
        {
            number = 0;
            return false;
        }

        text = text[2..];
        return true;
    }

    /// <summary>The digits at <paramref name="index"/> and after it, which exist.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, int index, out int number)
    {
        var tens = (uint)(text[index] - '0');
        var ones = (uint)(text[index + 1] - '0');
        number = (int)((tens * 10) + ones);
        return tens <= 9 && ones <= 9;
    }
}
