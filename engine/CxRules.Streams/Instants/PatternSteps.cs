using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace CxRules.Streams.Instants;

/// <summary>What each run of letters of a pattern reads.</summary>
internal static class PatternSteps
{
    private static readonly string[] Months = [.. DateTimeFormatInfo.InvariantInfo.MonthNames.Where(name => name.Length > 0)];
    private static readonly string[] ShortMonths = [.. Months.Select(name => name[..3])];
    private static readonly string[] Weekdays = DateTimeFormatInfo.InvariantInfo.DayNames;
    private static readonly string[] ShortWeekdays = [.. Weekdays.Select(name => name[..3])];

    private delegate void Setter(ref PatternCursor cursor, int value);

    public static FrozenDictionary<string, PatternStep> All { get; } = new Dictionary<string, PatternStep>
    {
        ["yyyy"] = Number(4, 4, (ref PatternCursor cursor, int value) => cursor.Year = value),
        ["yy"] = Number(2, 2, (ref PatternCursor cursor, int value) => cursor.Year = value < 50 ? 2000 + value : 1900 + value),
        ["MMMM"] = Name(Months, (ref PatternCursor cursor, int value) => cursor.Month = value + 1),
        ["MMM"] = Name(ShortMonths, (ref PatternCursor cursor, int value) => cursor.Month = value + 1),
        ["MM"] = Number(2, 2, (ref PatternCursor cursor, int value) => cursor.Month = value),
        ["M"] = Number(1, 2, (ref PatternCursor cursor, int value) => cursor.Month = value),
        ["dddd"] = Name(Weekdays, (ref PatternCursor _, int _) => { }),
        ["ddd"] = Name(ShortWeekdays, (ref PatternCursor _, int _) => { }),
        ["dd"] = Number(2, 2, (ref PatternCursor cursor, int value) => cursor.Day = value),
        ["d"] = Number(1, 2, (ref PatternCursor cursor, int value) => cursor.Day = value),
        ["HH"] = Number(2, 2, (ref PatternCursor cursor, int value) => cursor.Hour = value),
        ["H"] = Number(1, 2, (ref PatternCursor cursor, int value) => cursor.Hour = value),
        ["hh"] = Number(2, 2, (ref PatternCursor cursor, int value) => cursor.Hour = value),
        ["h"] = Number(1, 2, (ref PatternCursor cursor, int value) => cursor.Hour = value),
        ["mm"] = Number(2, 2, (ref PatternCursor cursor, int value) => cursor.Minute = value),
        ["m"] = Number(1, 2, (ref PatternCursor cursor, int value) => cursor.Minute = value),
        ["ss"] = Number(2, 2, (ref PatternCursor cursor, int value) => cursor.Second = value),
        ["s"] = Number(1, 2, (ref PatternCursor cursor, int value) => cursor.Second = value),
        ["tt"] = Name(["AM", "PM"], (ref PatternCursor cursor, int value) => cursor.Half = value * 12),
        ["t"] = Name(["A", "P"], (ref PatternCursor cursor, int value) => cursor.Half = value * 12),
        ["f"] = FractionOf(1),
        ["ff"] = FractionOf(2),
        ["fff"] = FractionOf(3),
        ["ffff"] = FractionOf(4),
        ["fffff"] = FractionOf(5),
        ["ffffff"] = FractionOf(6),
        ["fffffff"] = FractionOf(7),
        ["z"] = Offset,
        ["zz"] = Offset,
        ["zzz"] = Offset,
        ["K"] = OffsetOrZ,
        ["Z"] = OffsetOrZ,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Characters that stand for themselves.</summary>
    public static PatternStep Literal(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        return (ref PatternCursor cursor) => cursor.Rest.StartsWith(utf8) && Skip(ref cursor, utf8.Length);
    }

    private static PatternStep Number(int least, int most, Setter set) => (ref PatternCursor cursor) =>
    {
        var value = 0;
        var length = 0;
        while (length < most && length < cursor.Rest.Length && (uint)(cursor.Rest[length] - '0') <= 9)
        {
            value = (value * 10) + (cursor.Rest[length++] - '0');
        }

        set(ref cursor, value);
        return length >= least && Skip(ref cursor, length);
    };

    private static PatternStep Name(string[] names, Setter set)
    {
        var utf8 = names.Select(Encoding.ASCII.GetBytes).ToArray();
        return (ref PatternCursor cursor) =>
        {
            for (var i = 0; i < utf8.Length; i++)
            {
                if (cursor.Rest.Length >= utf8[i].Length && Ascii.EqualsIgnoreCase(cursor.Rest[..utf8[i].Length], utf8[i]))
                {
                    set(ref cursor, i);
                    return Skip(ref cursor, utf8[i].Length);
                }
            }

            return false;
        };
    }

    private static PatternStep FractionOf(int digits) => (ref PatternCursor cursor) =>
    {
        if (cursor.Rest.Length < digits || cursor.Rest[..digits].IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
        {
            return false;
        }

        cursor.Fraction = Fraction.ToTicks(cursor.Rest[..digits]);
        return Skip(ref cursor, digits);
    };

    private static bool Offset(ref PatternCursor cursor)
    {
        cursor.HasOffset = UtcOffset.TryTake(ref cursor.Rest, out var ticks);
        cursor.Offset = ticks;
        return cursor.HasOffset;
    }

    private static bool OffsetOrZ(ref PatternCursor cursor)
    {
        if (!cursor.Rest.StartsWith("Z"u8))
        {
            return Offset(ref cursor);
        }

        cursor.HasOffset = true;
        return Skip(ref cursor, 1);
    }

    private static bool Skip(ref PatternCursor cursor, int length)
    {
        cursor.Rest = cursor.Rest[length..];
        return true;
    }
}
