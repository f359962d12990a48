using System.Collections.Immutable;

namespace CxRules.Streams.Instants;

/// <summary>How an instant is written, compiled once into steps.</summary>
/// <param name="DateAlone">It has no time of day.</param>
internal sealed record InstantPattern(ImmutableArray<PatternStep> Steps, bool DateAlone)
{
    private static readonly ImmutableArray<(string Letters, string Name)> Needed = [("y", "year (yyyy)"), ("M", "month (MM; mm is minutes)"), ("d", "day (dd)")];

    /// <summary>The compiled pattern, or why it cannot be used.</summary>
    public static bool TryCompile(string pattern, out InstantPattern compiled, out string problem)
    {
        var steps = ImmutableArray.CreateBuilder<PatternStep>();
        var letters = new HashSet<char>();
        compiled = new InstantPattern([], false);
        for (var i = 0; i < pattern.Length;)
        {
            var run = RunAt(pattern, i);
            if (pattern[i] is '\'' or '"')
            {
                var end = pattern.IndexOf(pattern[i], i + 1);
                if (end < 0)
                {
                    problem = "a quote in it is not closed";
                    return false;
                }

                steps.Add(PatternSteps.Literal(pattern[(i + 1)..end]));
                i = end + 1;
                continue;
            }

            if (PatternSteps.All.TryGetValue(run, out var step))
            {
                if (run is not ("ddd" or "dddd") && !letters.Add(run[0]))
                {
                    problem = $"'{run[0]}' stands in it twice";
                    return false;
                }

                steps.Add(step);
            }
            else if (char.IsAsciiLetter(run[0]) && run != "T")
            {
                problem = $"'{run}' means nothing in it{Suggestion(run)}; put plain words between quotes";
                return false;
            }
            else
            {
                steps.Add(PatternSteps.Literal(run));
            }

            i += run.Length;
        }

        problem = Lack(letters);
        compiled = new InstantPattern(steps.ToImmutable(), !letters.Contains('H') && !letters.Contains('h'));
        return problem.Length == 0;
    }

    private static string RunAt(string pattern, int start)
    {
        var end = start + 1;
        while (end < pattern.Length && pattern[end] == pattern[start])
        {
            end++;
        }

        return pattern[start..end];
    }

    private static string Suggestion(string run)
    {
        var other = char.IsAsciiLetterUpper(run[0]) ? run.ToLowerInvariant() : run.ToUpperInvariant();
        return PatternSteps.All.ContainsKey(other) ? $" (did you mean '{other}'?)" : "";
    }

    private static string Lack(HashSet<char> letters)
    {
        foreach (var (letter, name) in Needed)
        {
            if (!letters.Contains(letter[0]))
            {
                return $"it has no {name}";
            }
        }

        return letters.Contains('h') && !letters.Contains('t') ? "hours of 12 (h) need AM or PM (tt); hours of 24 are written H"
            : letters.Contains('t') && !letters.Contains('h') ? "AM and PM (tt) need hours of 12 (h)"
            : letters.Contains('m') && !letters.Contains('H') && !letters.Contains('h') ? "it has minutes (mm) but no hours (HH); months are written MM"
            : "";
    }
}
