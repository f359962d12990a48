namespace CxRules.Language.Diagnostics;

/// <summary>The name that was probably meant by one that does not exist.</summary>
public static class DidYouMean
{
    private const int LongestCompared = 64;

    /// <summary>
    /// The candidate with the fewest slips (a letter missing, added, changed, or two swapped; case, `-`, `_` and spaces are no slips), at most
    /// about one in three letters; else the same words in another order; else the only candidate that starts so. Null where nothing is near.
    /// </summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        var typed = Plain(word);
        if (typed.Length is 0 or > LongestCompared)
        {
            return null;
        }

        var names = candidates.Where(name => name.Length > 0 && !string.Equals(name, word, StringComparison.Ordinal)).ToList();
        return BySlips(typed, names) ?? ByWordOrder(typed, names) ?? ByStart(typed, names);
    }

    private static string? BySlips(string typed, List<string> names)
    {
        string? nearest = null;
        var fewest = int.MaxValue;
        foreach (var name in names)
        {
            var plain = Plain(name);
            var limit = Math.Min(fewest - 1, Limit(Math.Min(typed.Length, plain.Length)));
            if (Math.Abs(plain.Length - typed.Length) > limit)
            {
                continue;
            }

            var slips = Slips(typed, plain);
            if (slips <= limit)
            {
                nearest = name;
                fewest = slips;
            }
        }

        return nearest;
    }

    private static string? ByWordOrder(string typed, List<string> names)
    {
        var words = Sorted(typed);
        return words.Contains(' ', StringComparison.Ordinal) ? names.Find(name => Sorted(Plain(name)) == words) : null;
    }

    private static string? ByStart(string typed, List<string> names)
    {
        if (typed.Length < 3)
        {
            return null;
        }

        var matches = names.Where(name => Plain(name).StartsWith(typed, StringComparison.Ordinal)).Take(2).ToList();
        return matches.Count == 1 ? matches[0] : null;
    }

    private static int Limit(int length) => length switch
    {
        <= 1 => 0,
        <= 5 => 1,
        _ => length / 3,
    };

    private static string Plain(string name) => string.Join(' ', name.ToLowerInvariant().Split([' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries));

    private static string Sorted(string plain) => string.Join(' ', plain.Split(' ').Order(StringComparer.Ordinal));

    /// <summary>The optimal string alignment distance (Damerau–Levenshtein without edits inside a swap).</summary>
    private static int Slips(string a, string b)
    {
        var before = new int[b.Length + 1];
        var last = Enumerable.Range(0, b.Length + 1).ToArray();
        var current = new int[b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(last[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }
            }

            (before, last, current) = (last, current, before);
        }

        return last[b.Length];
    }
}
