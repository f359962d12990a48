using System.Collections.Frozen;
using Sprache;
using static CxRules.Language.Syntax.TokenParsers;

namespace CxRules.Language.Syntax;

/// <summary>What stands on the right of a comparison: `baseline × 1.3 + 100`, `130% of baseline`, `billing-confusion`.</summary>
internal static class AmountGrammar
{
    private static readonly Parser<BaselineFromSyntax> Median = WeeksOf("median", Word("median"));

    private static readonly Parser<BaselineFromSyntax> Mean = WeeksOf("mean", Word("mean"));

    private static readonly Parser<BaselineFromSyntax> SameWeekday = WeeksOf("same weekday", Words("same", "weekday"));

    private static readonly Parser<BaselineFromSyntax> TrimmedMean = WeeksOf("trimmed mean", Words("trimmed", "mean"));

    private static readonly Parser<BaselineFromSyntax> Ewma = WeeksOf("ewma", Word("ewma"));

    private static readonly Parser<BaselineFromSyntax> PerExposure = Sequence(
        Words("per", "exposure"),
        NameGrammar.Exposure,
        (words, exposure) => new BaselineFromSyntax(words.Span.To(exposure.Span), "per exposure", null, exposure));

    private static readonly Parser<BaselineFromSyntax> Fixed = Sequence(
        Word("fixed"),
        NumberGrammar.Number,
        (word, number) => new BaselineFromSyntax(word.Span.To(number.Span), "fixed", number));

    private static readonly FrozenDictionary<string, Parser<BaselineFromSyntax>> Methods = new Dictionary<string, Parser<BaselineFromSyntax>>
    {
        ["median"] = Median,
        ["mean"] = Mean,
        ["same"] = SameWeekday,
        ["trimmed"] = TrimmedMean,
        ["ewma"] = Ewma,
        ["per"] = PerExposure,
        ["fixed"] = Fixed,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly Parser<BaselineFromSyntax> Method = ByWord(
        Methods,
        Wanted<BaselineFromSyntax>(new("`median of 8 weeks`, `mean of 4 weeks`, `same weekday of 8 weeks` or `fixed 120`", "median", "mean", "same", "trimmed", "ewma", "per", "fixed")));

    private static readonly Parser<BaselineFromSyntax?> From = OrNull(Sequence(
        Word("from"),
        Method,
        (from, method) => method with { Span = from.Span.To(method.Span) }));

    private static readonly Parser<OperandSyntax> Baseline = Sequence(
        Word("baseline"),
        From,
        OperandSyntax (word, from) => new BaselineSyntax(word.Span.To(from?.Span ?? word.Span), from));

    private static readonly Parser<OperandSyntax> NoAmount = Wanted<OperandSyntax>(Expectation.Amount);

    private static readonly Parser<OperandSyntax> Literal = Choose(
        NoAmount,
        (input => input.Lexeme.Kind == TokenKind.Text, NameGrammar.Text),
        (input => input.Lexeme.Kind == TokenKind.Date, NumberGrammar.Date),
        (input => input.Lexeme.Kind == TokenKind.Time, NumberGrammar.Time),
        (NumberGrammar.IsColumnAlone, NumberGrammar.Column),
        (NumberGrammar.IsNumber, NumberGrammar.Number),
        (NameGrammar.IsExplicit, NameGrammar.Field),
        (NameGrammar.IsName, NameGrammar.Words));

    /// <summary>One code, text, number, date or time: what stands in a list.</summary>
    public static readonly Parser<OperandSyntax> Item = Literal;

    /// <summary>What `is 30% above` is about: a baseline or a measure.</summary>
    public static readonly Parser<OperandSyntax> Reference = Choose(
        Wanted<OperandSyntax>(new("`baseline` or a measure", "baseline")),
        (input => input.Lexeme.Is("baseline"), Baseline),
        (MeasureNames.Begins, MeasureGrammar.Right));

    private static readonly Parser<OperandSyntax?> PartOf = OrNull(Sequence(Word("of"), Reference, (_, whole) => whole));

    private static readonly Parser<OperandSyntax> PerCentOf = Sequence(
        NumberGrammar.PerCent,
        PartOf,
        OperandSyntax (part, whole) => whole is null ? part : new ArithmeticSyntax(part.Span.To(whole.Span), part, TokenKind.Star, whole));

    /// <summary>Beside a field: codes, numbers, fields.</summary>
    public static readonly Parser<OperandSyntax> BesideField = Sum(Choose(
        Literal,
        (Traps.IsGluedUnit, NoAmount),
        (IsOpen, Nested(BesideFieldAgain))));

    /// <summary>Beside a measure: also measures and the baseline.</summary>
    public static readonly Parser<OperandSyntax> BesideMeasure = Sum(Choose(
        Literal,
        (Traps.IsNoAmount, NoAmount),
        (IsOpen, Nested(BesideMeasureAgain)),
        (input => input.Lexeme.Is("baseline"), Baseline),
        (input => input.Lexeme.Is("by") && input.Peek(-1).Kind == TokenKind.Star, FactorGrammar.Table),
        (input => NumberGrammar.IsPlain(input) && input.Peek(1).Kind == TokenKind.Percent, PerCentOf),
        (MeasureNames.Begins, MeasureGrammar.Right)));

    /// <summary>The words that may follow `baseline from`.</summary>
    public static IEnumerable<string> MethodWords => Methods.Keys;

    private static IResult<OperandSyntax> BesideFieldAgain(IInput input) => BesideField(input);

    private static IResult<OperandSyntax> BesideMeasureAgain(IInput input) => BesideMeasure(input);

    private static bool IsOpen(TokenInput input) => input.Lexeme.Kind == TokenKind.Open;

    private static Parser<OperandSyntax> Nested(Parser<OperandSyntax> inside) => Sequence(
        Kind(TokenKind.Open, new("`(`")),
        inside,
        Kind(TokenKind.Close, new("`)`")),
        (open, operand, close) => operand with { Span = open.Span.To(close.Span) });

    private static Parser<OperandSyntax> Sum(Parser<OperandSyntax> factor) => Chain(
        Chain(factor, Satisfy(input => input.Lexeme.Kind == TokenKind.Star, new("×")), Arithmetic),
        Satisfy(input => input.Lexeme.Kind is TokenKind.Plus or TokenKind.Minus, new("+ or -")),
        Arithmetic);

    private static ArithmeticSyntax Arithmetic(OperandSyntax left, Token sign, OperandSyntax right) => new(left.Span.To(right.Span), left, sign.Kind, right);

    private static Parser<Token> Words(string first, string second) =>
        Sequence(Word(first), Word(second), (left, right) => left with { Span = left.Span.To(right.Span) });

    private static Parser<BaselineFromSyntax> WeeksOf(string method, Parser<Token> words) => Sequence(
        words,
        Word("of"),
        NumberGrammar.Weeks,
        (start, _, weeks) => new BaselineFromSyntax(start.Span.To(weeks.Span), method, weeks));
}
