using CxRules.Language.Diagnostics;

namespace CxRules.Language.Syntax;

/// <summary>Says what is wrong with a sentence at the furthest place its parser came to.</summary>
internal static class Explanation
{
    private const int MostShown = 4;

    /// <summary>What people write that means something else, in the order of trial.</summary>
    private static readonly Func<Sentence, int, Diagnostic?>[] Known =
    [
        SlipTraps.KeyRepeated,
        Traps.LetterForTimes,
        ConstructTraps.JourneyMisspelt,
        PhraseTraps.Of,
        ConstructTraps.ForEach,
        ConstructTraps.EarlierAlone,
        ConstructTraps.JourneyOrder,
        ConstructTraps.JourneyOfTwo,
        ConstructTraps.HourAlone,
        ConstructTraps.MomentsOr,
        ConstructTraps.CalendarAlone,
        ConstructTraps.TopFirst,
        ConstructTraps.ListWithoutParentheses,
        ConstructTraps.EqualForAs,
        ConstructTraps.FactorComma,
        ConstructTraps.Because,
        Traps.InTheLast,
        SlipTraps.PerSpan,
        SlipTraps.UnitForMeasure,
        SlipTraps.Comparative,
        SlipTraps.ShareOverBaseline,
        Traps.GluedUnit,
        Traps.UnknownUnit,
        Traps.DecimalComma,
        Traps.TextAlone,
        Traps.ActionsJoined,
        SlipTraps.NoThen,
        SlipTraps.Comma,
        SlipTraps.Parenthesis,
        SlipTraps.BaselineFirst,
        Traps.GluedSubtraction,
        Traps.Misspelt,
        ConstructTraps.MissingWord,
    ];

    public static Diagnostic Of(Sentence sentence)
    {
        var at = sentence.Furthest;
        foreach (var trap in Known)
        {
            if (trap(sentence, at) is { } diagnostic)
            {
                return diagnostic;
            }
        }

        var wanted = Wanted(sentence);
        var goesOn = at > 0 && sentence[at].StartsLine && (sentence[at].Is("and") || sentence[at].Is("or"));
        return at < sentence.Count && !goesOn
            ? SyntaxErrors.Unexpected.At(sentence.Source, sentence[at].Token.Span, Shown(sentence, at), wanted)
            : SyntaxErrors.EndsTooEarly.At(sentence.Source, sentence[at - 1].Token.Span, Shown(sentence, at - 1), wanted);
    }

    /// <summary>A token as a message shows it: on one line, and short.</summary>
    public static string Shown(Sentence sentence, int index)
    {
        const int longest = 40;
        var written = sentence.Source[sentence[index].Token.Span];
        var line = written.AsSpan().IndexOfAny('\n', '\r') is var end and >= 0 ? written[..end] + "…" : written;
        return $"`{(line.Length > longest ? line[..longest] + "…" : line)}`";
    }

    private static string Wanted(Sentence sentence)
    {
        if (sentence[sentence.Furthest].StartsLine && sentence.Expected.Contains(Expectation.NextClause))
        {
            return $"the next part of the rule, which begins with {string.Join(", ", Vocabulary.Clauses.SkipLast(2))} or {Vocabulary.Clauses[^2]}";
        }

        var shown = sentence.Expected.Select(expectation => expectation.Shown).Distinct().ToList();
        var atEnd = sentence.Furthest >= sentence.Count;
        if (atEnd && shown.Count > 1)
        {
            shown.Remove(Expectation.NextClause.Shown);
        }

        if (shown.Count > MostShown)
        {
            shown = [.. shown.Take(MostShown)];
        }

        return shown.Count switch
        {
            0 => "something else",
            1 => shown[0],
            _ => $"{string.Join(", ", shown.SkipLast(1))} or {shown[^1]}",
        };
    }
}
