namespace CxRules.Streams.Instants;

/// <summary>How an offset from UTC is written: `Z`, `UTC`, `GMT`, `+01`, `+0100`, `+01:00`, with a space before it or not.</summary>
internal static class UtcOffset
{
    /// <summary>The offset that is all of <paramref name="text"/>.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (!text.IsEmpty && text[0] == ' ')
        {
            text = text[1..];
        }

        return text.SequenceEqual("Z"u8) || text.SequenceEqual("z"u8) || text.SequenceEqual("UTC"u8) || text.SequenceEqual("GMT"u8)
            || (TryTake(ref text, out ticks) && text.IsEmpty);
    }

    /// <summary>Takes a signed offset from the start of <paramref name="text"/>; minutes may be left out.</summary>
    public static bool TryTake(ref ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.Length < 2 || text[0] is not ((byte)'+' or (byte)'-'))
        {
            return false;
        }

        var negative = text[0] == '-';
        var rest = text[1..];
        var minutes = 0;
        if (!TwoDigits.TryTake(ref rest, out var hours))
        {
            return false;
        }

        var colon = !rest.IsEmpty && rest[0] == ':';
        var after = colon ? rest[1..] : rest;
        if (TwoDigits.TryTake(ref after, out minutes))
        {
            rest = after;
        }
        else if (colon)
        {
            return false;
        }

        if (hours > 18 || minutes > 59)
        {
            return false;
        }

        ticks = ((hours * 60L) + minutes) * TimeSpan.TicksPerMinute;
        ticks = negative ? -ticks : ticks;
        text = rest;
        return true;
    }
}
