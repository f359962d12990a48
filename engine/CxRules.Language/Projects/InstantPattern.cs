namespace CxRules.Language.Projects;

/// <summary>Checks how a column writes its dates: letters of .NET's custom formats, with the slips that everyone makes once.</summary>
internal static class InstantPattern
{
    private const string General = "Use yyyy, MM, dd, HH, mm, ss, f (fractions), tt (AM/PM), zzz or K (offset), such as `yyyy-MM-dd HH:mm:ss`.";

    private static readonly Dictionary<char, int> Longest = new()
    {
        ['y'] = 4, ['M'] = 4, ['d'] = 4, ['H'] = 2, ['h'] = 2, ['m'] = 2, ['s'] = 2, ['f'] = 7, ['F'] = 7, ['t'] = 2, ['z'] = 3, ['K'] = 1, ['T'] = 1, ['Z'] = 1,
    };

    private static readonly (char Letter, string Why, string Help)[] Slips =
    [
        ('Y', "the year is written with small letters", "Write `yyyy`."),
        ('D', "the day of the month is written with small letters", "Write `dd`."),
        ('S', "seconds are written with small letters, fractions with `f`", "Write `ss` or `fff`."),
        ('a', "AM and PM are written `tt`", "Write `tt`."),
        ('n', "minutes are written `mm`", "Write `mm`."),
        ('i', "minutes are written `mm`", "Write `mm`."),
        ('X', "an offset is written `zzz` or `K`", "Write `K`."),
        ('%', "it is not written with percent signs", General),
    ];

    /// <summary>What is wrong and what to write, or null where the pattern is good.</summary>
    public static (string Why, string Help)? Mistake(string pattern)
    {
        var runs = new Dictionary<char, int>();
        for (var i = 0; i < pattern.Length;)
        {
            if (pattern[i] is '\'' or '"')
            {
                var end = pattern.IndexOf(pattern[i], i + 1);
                if (end < 0)
                {
                    return ("a quote is not closed", "Close it.");
                }

                i = end + 1;
                continue;
            }

            if (pattern[i] == '\\')
            {
                i += 2;
                continue;
            }

            var run = pattern.AsSpan(i).IndexOfAnyExcept(pattern[i]) is var length and >= 0 ? length : pattern.Length - i;
            if (RunMistake(pattern[i], run) is { } mistake)
            {
                return mistake;
            }

            runs[pattern[i]] = run;
            i += run;
        }

        return Combination(runs);
    }

    private static (string Why, string Help)? RunMistake(char letter, int run)
    {
        if (Array.Find(Slips, slip => slip.Letter == letter) is { Why: not null } slip)
        {
            return (slip.Why, slip.Help);
        }

        if (!char.IsLetter(letter))
        {
            return null;
        }

        if (!Longest.TryGetValue(letter, out var longest))
        {
            return ($"`{letter}` means nothing in it", General);
        }

        return run > longest || (letter == 'y' && run is not (2 or 4)) ? ($"`{new string(letter, run)}` means nothing in it", General) : null;
    }

    private static (string Why, string Help)? Combination(Dictionary<char, int> runs)
    {
        if (!runs.ContainsKey('M') && runs.ContainsKey('m') && runs.ContainsKey('y'))
        {
            return ("`mm` is minutes, and the month is missing", "Write the month as `MM`.");
        }

        if (!runs.ContainsKey('y') || !runs.ContainsKey('M') || !(runs.TryGetValue('d', out var days) && days <= 2))
        {
            return ("it needs year, month and day", General);
        }

        if (runs.ContainsKey('h') && !runs.ContainsKey('t'))
        {
            return ("`hh` counts to twelve, and AM/PM is missing", "Write `HH`, or add `tt`.");
        }

        return runs.ContainsKey('H') && runs.ContainsKey('t') ? ("`HH` counts to 24, so `tt` cannot be", "Write `hh` with `tt`, or `HH` without.") : null;
    }
}
