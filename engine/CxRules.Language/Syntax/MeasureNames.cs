using System.Collections.Frozen;
using System.Globalization;
using Sprache;
using static CxRules.Language.Syntax.TokenParsers;

namespace CxRules.Language.Syntax;

/// <summary>The measures by their first words, without their windows.</summary>
internal static class MeasureNames
{
    private static readonly Parser<ConditionSyntax> Nested = Sequence(
        Kind(TokenKind.Open, new("a condition in parentheses")),
        ConditionGrammar.Again,
        Kind(TokenKind.Close, new("`)`")),
        ConditionSyntax (open, condition, close) => new ParenthesizedSyntax(open.Span.To(close.Span), condition));

    private static readonly Parser<ConditionSyntax?> Of = OrNull(Sequence(Word("of"), Nested, (_, condition) => condition));

    private static readonly Parser<ConditionSyntax?> Among = OrNull(Sequence(Word("among"), Nested, (_, condition) => condition));

    private static readonly Parser<Token?> OptionalOf = OrNothing(Word("of"));

    private static readonly Parser<MeasureSyntax> Percentile = Sequence(
        Satisfy(input => RankOf(input.Token.Value) is not null, new("90th")),
        Word("percentile"),
        OptionalOf,
        NameGrammar.Words,
        (rank, _, _, field) => new MeasureSyntax(rank.Span.To(field.Span), MeasureName.Percentile, null, null, null, field, RankOf(rank.Value)));

    private static readonly FrozenDictionary<string, Parser<MeasureSyntax>> ByName = new Dictionary<string, Parser<MeasureSyntax>>(StringComparer.OrdinalIgnoreCase)
    {
        ["volume"] = Counted("volume", MeasureName.Volume),
        ["share"] = Sequence(
            Word("share"),
            Of,
            Among,
            (word, of, among) => new MeasureSyntax(word.Span.To((among ?? of)?.Span ?? word.Span), MeasureName.Share, null, of, among, null, null)),
        ["customers"] = Plain("customers", MeasureName.Customers),
        ["cost"] = Plain("cost", MeasureName.Cost),
        ["cancellations"] = Plain("cancellations", MeasureName.Cancellations),
        ["bottom-2"] = RatingRate("bottom-2", MeasureName.BottomRate),
        ["top-2"] = RatingRate("top-2", MeasureName.TopRate),
        ["average"] = OfField("average", MeasureName.Average),
        ["median"] = OfField("median", MeasureName.Median),
        ["repeat"] = Sequence(
            Word("repeat"),
            Word("rate"),
            LimitGrammar.Limit,
            (word, _, limit) => new MeasureSyntax(word.Span.To(limit.Span), MeasureName.RepeatRate, null, null, null, null, null) { Limit = limit }),
        ["tally"] = Counted("tally", MeasureName.Tally),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> BeforeRate = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "bottom-2", "top-2", "repeat");

    private static readonly Expectation Wanted = new("a measure, for example volume", [.. ByName.Keys.Order(StringComparer.Ordinal)]);

    /// <summary>The words that begin a measure.</summary>
    public static IReadOnlyList<string> Words => Wanted.Words;

    /// <summary>A measure without its window.</summary>
    public static readonly Parser<MeasureSyntax> Measure = Choose(
        ByWord(ByName, TokenParsers.Wanted<MeasureSyntax>(Wanted)),
        (input => RankOf(input.Token.Value) is not null, Percentile));

    /// <summary>The words that begin one, but for the rank of a percentile.</summary>
    public static IEnumerable<string> FirstWords => ByName.Keys;

    /// <summary>Whether the words here can only begin a measure.</summary>
    public static bool Begins(TokenInput input)
    {
        var word = input.Token.Value;
        return input.Lexeme.Kind == TokenKind.Word
            && (Vocabulary.Windows.Contains(word)
                || (ByName.ContainsKey(word) && (!BeforeRate.Contains(word) || input.Peek(1).Is("rate")))
                || (RankOf(word) is not null && input.Peek(1).Is("percentile")));
    }

    /// <summary>With `of (…)` and without.</summary>
    private static Parser<MeasureSyntax> Counted(string word, MeasureName name) =>
        Sequence(Word(word), Of, (token, of) => new MeasureSyntax(token.Span.To(of?.Span ?? token.Span), name, null, of, null, null, null));

    private static Parser<MeasureSyntax> Plain(string word, MeasureName name) =>
        Map(Word(word), token => new MeasureSyntax(token.Span, name, null, null, null, null, null));

    private static Parser<MeasureSyntax> RatingRate(string word, MeasureName name) =>
        Sequence(Word(word), Word("rate"), (start, end) => new MeasureSyntax(start.Span.To(end.Span), name, null, null, null, null, 2));

    private static Parser<MeasureSyntax> OfField(string word, MeasureName name) => Sequence(
        Word(word),
        OptionalOf,
        NameGrammar.Words,
        (start, _, field) => new MeasureSyntax(start.Span.To(field.Span), name, null, null, null, field, null));

    /// <summary>The 90 of `90th`.</summary>
    private static decimal? RankOf(string word)
    {
        var isOrdinal = word.Length is 3 or 4 && word[^2..].ToLowerInvariant() is "st" or "nd" or "rd" or "th";
        return isOrdinal && int.TryParse(word[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out var rank) && rank > 0 ? rank : null;
    }
}
