using System.Globalization;
using System.Text;

namespace CxRules.Report.Layout;

/// <summary>Text as a terminal shows it: how wide it is, cut and padded to a width, and free of what could steer the terminal.</summary>
internal static class DisplayText
{
    private static readonly (int From, int To)[] s_wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF), (0xAC00, 0xD7A3),
        (0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x1F900, 0x1F9FF), (0x20000, 0x3FFFD),
    ];

    /// <summary>Control characters and marks that turn the direction of writing become U+FFFD: values of the data cannot steer a terminal.</summary>
    public static string Clean(string value)
    {
        if (!value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return value;
        }

        var text = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            text.Append((Rune.IsControl(rune) || TurnsDirection(rune.Value) ? Rune.ReplacementChar : rune).ToString());
        }

        return text.ToString();
    }

    public static int Width(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Width(rune);
        }

        return width;
    }

    /// <summary>At most <paramref name="width"/> columns, with … where something is left out.</summary>
    public static string Cut(string text, int width)
    {
        if (Width(text) <= width)
        {
            return text;
        }

        var cut = new StringBuilder();
        var used = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (used + Width(rune) > width - 1)
            {
                break;
            }

            cut.Append(rune.ToString());
            used += Width(rune);
        }

        return width < 1 ? "" : cut.ToString().TrimEnd() + "…";
    }

    public static string Left(string text, int width) => Pad(Cut(text, width), width, alignRight: false);

    public static string Right(string text, int width) => Pad(Cut(text, width), width, alignRight: true);

    /// <summary>Lines of at most <paramref name="width"/> columns, broken at spaces; a word too long is cut.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        var line = new StringBuilder();
        var used = 0;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var wide = Width(word);
            if (line.Length > 0 && used + 1 + wide > width)
            {
                yield return line.ToString();
                line.Clear();
            }

            if (line.Length == 0)
            {
                var cut = Cut(word, width);
                line.Append(cut);
                used = Width(cut);
            }
            else
            {
                line.Append(' ').Append(word);
                used += 1 + wide;
            }
        }

        yield return line.ToString();
    }

    private static string Pad(string text, int width, bool alignRight)
    {
        var blanks = new string(' ', Math.Max(0, width - Width(text)));
        return alignRight ? blanks + text : text + blanks;
    }

    private static int Width(Rune rune) => rune.Value switch
    {
        < 0x300 => 1,
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        _ when IsWide(rune.Value) => 2,
        _ => 1,
    };

    private static bool IsWide(int value) => Array.Exists(s_wide, range => value >= range.From && value <= range.To);

    private static bool TurnsDirection(int value) => value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 or 0x200E or 0x200F or 0x2028 or 0x2029;
}
