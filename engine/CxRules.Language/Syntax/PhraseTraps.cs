using System.Collections.Frozen;
using System.Collections.Immutable;
using CxRules.Language.Diagnostics;

namespace CxRules.Language.Syntax;

/// <summary>Turns of phrase that are plain to a person and not the language's, each with what to write in its place.</summary>
internal static class PhraseTraps
{
    private static readonly FrozenSet<string> Days = Expectation.Day.Words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the signs of a phrase stand for; anything else is one of the words that `|` parts.</summary>
    private static readonly FrozenDictionary<string, Func<Lexeme, bool>> Signs = new Dictionary<string, Func<Lexeme, bool>>(StringComparer.Ordinal)
    {
        ["#"] = lexeme => lexeme.Kind is TokenKind.Number or TokenKind.Dotted,
        ["UNIT"] = lexeme => lexeme.IsOneOf(Units.Times),
        ["TIME"] = lexeme => lexeme.Kind == TokenKind.Time,
        ["DAY"] = lexeme => lexeme.IsOneOf(Days),
        ["NAME"] = lexeme => lexeme.Kind == TokenKind.Word && !lexeme.IsOneOf(Vocabulary.EndOfName),
        ["FILE"] = lexeme => lexeme.Kind is TokenKind.Dotted or TokenKind.Text,
        [","] = lexeme => lexeme.Kind == TokenKind.Comma,
        ["-"] = lexeme => lexeme.Kind == TokenKind.Minus,
        ["="] = lexeme => lexeme.Kind == TokenKind.Equal,
        ["("] = lexeme => lexeme.Kind == TokenKind.Open,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ImmutableArray<Phrase> All =
    [
        new("within same day", "within the same day"),
        new("on the same day", "within the same day"),
        new("on same day", "within the same day"),
        new("the same day", "within the same day", Wanted: "within"),
        new("same day", "within the same day", Wanted: "within"),
        new("any contacts|one|customer|call within", "any contact within"),
        new("contact|contacts|anything within", "any contact within"),
        new("in|inside # UNIT", "within {2} {3}", Wanted: "within"),
        new("customer is repeated|repeating within", "customer is repeat within"),
        new("customer is a repeat within", "customer is repeat within"),
        new("customer is repeat customer|caller", "customer is repeat"),
        new("customer repeat|repeats within", "customer is repeat within"),
        new("repeat customer within", "customer is repeat within"),
        new("a hour|day|week|month", "per {2}", Wanted: "per"),
        new("case NAME has been NAME", "case {2} is {5}"),
        new("case NAME was NAME", "case {2} is {4}"),
        new("case of NAME is", "case {3} is"),
        new("case NAME costs", "case {2} cost", Wanted: "is"),
        new("case NAME NAME", "case {2} is {3}", Wanted: "is"),
        new("since #", "for {2}", Wanted: "for"),
        new("is on|up|raised|firing|open", "is active", Wanted: "active"),
        new("# UNIT ago|before", "{1} {2} earlier"),
        new("a year ago|earlier", "52 weeks earlier"),
        new("last|previous year", "52 weeks earlier"),
        new("last|previous week", "1 week earlier"),
        new("over # NAME cycle|cycles", "over {2} cycles of …"),
        new("baseline by NAME (", "baseline × by {3} ("),
        new("NAME = #", "{1} {3}", Wanted: Expectation.FactorWord),
        new("DAY and DAY", "{1}, {3}", Wanted: "during"),
        new("DAY", "on {1}", Wanted: "during"),
        new("from TIME to|until TIME", "between {2} and {4}"),
        new("TIME to|until TIME", "between {1} and {3}", Wanted: "during"),
        new("between TIME to|until TIME", "between {2} and {4}"),
        new("between TIME - TIME", "between {2} and {4}"),
        new("within # UNIT of NAME", "within {2} {3} after {5}"),
        new(", top #", " top {3}"),
        new("every|all|any row|rows|line of|in|from FILE", "each row of {4}"),
        new("FILE as", "row of {1} as", Wanted: "row"),
        new("each row|rows|line of|in|from FILE", "each row of {4}"),
        new("tag with", "tag contact with"),
        new("tag customer|customers|contacts|it|them with", "tag contact with"),
        new("tag NAME", "tag contact with {2}", Wanted: "contact"),
        new("callback", "call back", Wanted: "call"),
        new("call customer|customers|them|him|her back", "call back"),
        new("notify the NAME", "notify {3}"),
    ];

    /// <summary>The first phrase that stands around the place.</summary>
    public static Diagnostic? Of(Sentence sentence, int at)
    {
        foreach (var phrase in All)
        {
            for (var start = Math.Max(0, at - phrase.Length + 1); start <= at; start++)
            {
                if (phrase.StandsAt(sentence, start))
                {
                    return Report(sentence, start, phrase);
                }
            }
        }

        return null;
    }

    private static Diagnostic Report(Sentence sentence, int start, Phrase phrase)
    {
        var span = sentence[start].Token.Span.To(sentence[start + phrase.Length - 1].Token.Span);
        var instead = phrase.Instead;
        for (var i = 0; i < phrase.Length; i++)
        {
            instead = instead.Replace($"{{{i + 1}}}", sentence.Source[sentence[start + i].Token.Span], StringComparison.Ordinal);
        }

        var diagnostic = SyntaxErrors.ForeignOperator.At(sentence.Source, span, sentence.Source[span], instead.Trim());
        return instead.Contains('…', StringComparison.Ordinal) ? diagnostic : diagnostic with { Fix = new($"Write {instead.Trim()}", [new(span, instead)]) };
    }

    /// <param name="Written">Words and signs, as people type them.</param>
    /// <param name="Instead">With `{2}` for the second of them; with `…` where something is left to the author.</param>
    /// <param name="Wanted">A word that must have been expected here.</param>
    private sealed record Phrase(string Written, string Instead, string? Wanted = null)
    {
        private readonly ImmutableArray<Func<Lexeme, bool>> _parts = [.. Written.Split(' ').Select(Part)];

        public int Length => _parts.Length;

        public bool StandsAt(Sentence sentence, int start)
        {
            if (Wanted is not null && !sentence.Expected.Any(expectation => expectation.Words.Contains(Wanted)))
            {
                return false;
            }

            for (var i = 0; i < _parts.Length; i++)
            {
                if (!_parts[i](sentence[start + i]))
                {
                    return false;
                }
            }

            return true;
        }

        private static Func<Lexeme, bool> Part(string written)
        {
            if (Signs.TryGetValue(written, out var sign))
            {
                return sign;
            }

            var words = written.Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
            return lexeme => lexeme.IsOneOf(words);
        }
    }
}
