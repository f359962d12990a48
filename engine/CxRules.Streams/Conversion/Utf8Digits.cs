namespace CxRules.Streams.Conversion;

/// <summary>Plain whole numbers, as nearly all are written: digits alone.</summary>
internal static class Utf8Digits
{
    private const int Most = 9;

    /// <summary>False, too, for more than nine digits.</summary>
    public static bool TryParse(ReadOnlySpan<byte> value, out int number)
    {
        number = 0;
        if (value.Length > Most)
        {
            return false;
        }

        foreach (var unit in value)
        {
            var digit = unit - '0';
            if ((uint)digit > 9)
            {
                return false;
            }

            number = (number * 10) + digit;
        }

        return !value.IsEmpty;
    }
}
