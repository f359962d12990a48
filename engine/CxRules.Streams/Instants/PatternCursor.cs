namespace CxRules.Streams.Instants;

/// <summary>A value that a pattern is reading: what is left of it, and the parts found so far.</summary>
internal ref struct PatternCursor(ReadOnlySpan<byte> value)
{
    public ReadOnlySpan<byte> Rest = value;

    public int Year { get; set; }

    public int Month { get; set; }

    public int Day { get; set; }

    public int Hour { get; set; }

    public int Minute { get; set; }

    public int Second { get; set; }

    public long Fraction { get; set; }

    /// <summary>0 for AM, 12 for PM; -1 where the pattern counts 24 hours.</summary>
    public int Half { get; set; } = -1;

    public long Offset { get; set; }

    public bool HasOffset { get; set; }

    /// <summary>False for a date or time that does not exist.</summary>
    public readonly bool TryGetTicks(out long ticks)
    {
        ticks = 0;
        if (Year < 1 || Month is < 1 or > 12 || Day < 1 || Day > DateTime.DaysInMonth(Year, Month) || Minute > 59 || Second > 59
            || (Half < 0 ? Hour > 23 : Hour is < 1 or > 12))
        {
            return false;
        }

        var hour = Half < 0 ? Hour : (Hour % 12) + Half;
        ticks = new DateTime(Year, Month, Day).Ticks + (((((hour * 60L) + Minute) * 60) + Second) * TimeSpan.TicksPerSecond) + Fraction;
        return true;
    }
}

/// <summary>One part of a pattern: takes its characters from the cursor, or fails.</summary>
internal delegate bool PatternStep(ref PatternCursor cursor);
