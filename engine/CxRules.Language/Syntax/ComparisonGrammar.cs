using System.Collections.Immutable;
using CxRules.Language.Text;
using Sprache;
using static CxRules.Language.Syntax.TokenParsers;

namespace CxRules.Language.Syntax;

/// <summary>Conditions that begin with a field or a measure: what stands on the left decides what may follow.</summary>
internal static class ComparisonGrammar
{
    private static readonly Parser<Token> Open = Kind(TokenKind.Open, new("a list in parentheses"));

    private static readonly Parser<Token> Close = Kind(TokenKind.Close, new("`)`"));

    private static readonly Parser<Token> Comma = Kind(TokenKind.Comma, new("`,`"));

    /// <summary>`(a, b, c)`.</summary>
    public static readonly Parser<ListSyntax> List = Sequence(
        Open,
        Separated(AmountGrammar.Item),
        Close,
        (open, items, close) => new ListSyntax(open.Span.To(close.Span), items));

    private static readonly Parser<OperandSyntax> ListOrCode = Choose<OperandSyntax>(AmountGrammar.Item, (input => input.Lexeme.Kind == TokenKind.Open, List));

    private static readonly Parser<Token> Between = Sequence(OrNothing(Word("is")), Word("between"), (_, between) => between);

    private static readonly Parser<Func<OperandSyntax, ConditionSyntax>> IsInList = Sequence(
        OperatorGrammar.Operator,
        ListOrCode,
        Func<OperandSyntax, ConditionSyntax> (sign, list) => left => new ComparisonSyntax(left.Span.To(list.Span), left, sign, list, null));

    private static readonly Parser<Func<OperandSyntax, ConditionSyntax>> IsRepeat = Sequence(
        Word("is"),
        OrNothing(Word("not")),
        Word("repeat"),
        OrNull(LimitGrammar.Limit),
        Func<OperandSyntax, ConditionSyntax> (_, not, repeat, limit) => customer =>
            FactGrammar.Negated(not, new RepeatSyntax(customer.Span.To(limit?.Span ?? repeat.Span), limit)));

    private static readonly Parser<Func<OperandSyntax, ConditionSyntax>> FieldCompared = Sequence(
        OperatorGrammar.Operator,
        AmountGrammar.BesideField,
        MeasureGrammar.Over,
        Func<OperandSyntax, ConditionSyntax> (sign, right, over) => left => new ComparisonSyntax(left.Span.To(over?.Span ?? right.Span), left, sign, right, over));

    /// <summary>What follows an amount of no window: `> 50,000 USD`, `between 1 and 2`.</summary>
    public static readonly Parser<Func<OperandSyntax, ConditionSyntax>> Compared = Choose(FieldCompared, (IsBetween, Range(AmountGrammar.BesideField)));

    /// <summary>`has csat`.</summary>
    public static readonly Parser<ConditionSyntax> Has = Sequence(
        Word("has"),
        NameGrammar.Field,
        ConditionSyntax (word, field) => new PresenceSyntax(word.Span.To(field.Span), true, field));

    /// <summary>`no csat`.</summary>
    public static readonly Parser<ConditionSyntax> No = Sequence(
        Word("no"),
        NameGrammar.Field,
        ConditionSyntax (word, field) => new PresenceSyntax(word.Span.To(field.Span), false, field));

    private static readonly Parser<Func<WordsSyntax, ConditionSyntax>> Contains = Sequence(
        Word("contains"),
        Choose(
            Map(NameGrammar.Text, text => (text.Span, Texts: ImmutableArray.Create(text))),
            (input => input.Lexeme.Is("any"), Sequence(
                Sequence(Word("any"), Word("of"), (any, _) => any),
                Open,
                Separated(NameGrammar.Text),
                Close,
                (any, _, texts, close) => (any.Span.To(close.Span), Texts: texts)))),
        Func<WordsSyntax, ConditionSyntax> (_, texts) => field => new ContainsSyntax(field.Span.To(texts.Item1), field, texts.Texts));

    private static readonly Parser<Func<WordsSyntax, ConditionSyntax>> Matches = Sequence(
        Word("matches"),
        Kind(TokenKind.Pattern, new("a pattern such as /late fee/")),
        Func<WordsSyntax, ConditionSyntax> (_, pattern) => field =>
            new MatchesSyntax(field.Span.To(pattern.Span), field, new(pattern.Span, pattern.Value)));

    private static readonly Parser<Func<WordsSyntax, ConditionSyntax>> HasCode = Sequence(
        Word("has"),
        AmountGrammar.Item,
        Func<WordsSyntax, ConditionSyntax> (_, code) => field => new HasCodeSyntax(field.Span.To(code.Span), field, code));

    private static readonly Parser<Func<WordsSyntax, ConditionSyntax>> Flag = input =>
    {
        var at = (TokenInput)input;
        if (at.Peek(-1).Kind == TokenKind.Text)
        {
            return Fail<Func<WordsSyntax, ConditionSyntax>>(at, Expectation.Comparison);
        }

        at.Sentence.Expect(at.Position, Expectation.Comparison);
        return Result.Success<Func<WordsSyntax, ConditionSyntax>>(field => new FlagSyntax(field.Span, field), input);
    };

    /// <summary>A condition that begins with a field.</summary>
    public static readonly Parser<ConditionSyntax> OfField = Sequence(
        NameGrammar.Field,
        Choose(
            Flag,
            (IsBetween, Widen(Range(AmountGrammar.BesideField))),
            (input => input.Lexeme.Is("contains"), Contains),
            (input => input.Lexeme.Is("matches"), Matches),
            (input => input.Lexeme.Is("has"), HasCode),
            (BeginsRepeat, Widen(IsRepeat)),
            (OperatorGrammar.StandsForList, Widen(IsInList)),
            (OperatorGrammar.Stands, Widen(FieldCompared))),
        (field, rest) => rest(field));

    private static readonly Parser<NumberSyntax?> Level = OrNull(Sequence(Word("at"), NumberGrammar.PerCent, (_, level) => level));

    private static readonly Parser<TextSpan> BeyondChance = Sequence(
        OrNothing(Word("is")),
        Word("beyond"),
        Word("chance"),
        (@is, beyond, chance) => (@is ?? beyond).Span.To(chance.Span));

    private static readonly Parser<TextSpan> AboveRange = Sequence(
        Sequence(OrNothing(Word("is")), Word("above"), (@is, above) => (@is ?? above).Span),
        Word("the"),
        Word("expected"),
        Word("range"),
        (start, _, _, range) => start.To(range.Span));

    private static readonly Parser<Func<OperandSyntax?, ConditionSyntax>> Chance = Sequence(
        Choose(BeyondChance, (IsAboveRange, AboveRange)),
        Level,
        MeasureGrammar.Over,
        Func<OperandSyntax?, ConditionSyntax> (words, level, over) => measure => new ChanceSyntax(
            (measure?.Span ?? words).To(over?.Span ?? level?.Span ?? words),
            measure as MeasureSyntax,
            level,
            over));

    /// <summary>`beyond chance`, `above the expected range`, on their own.</summary>
    public static readonly Parser<ConditionSyntax> ChanceAlone = Map(Chance, rest => rest(null));

    private static readonly Parser<Func<OperandSyntax, ConditionSyntax>> ChanceOf = Map(Chance, Func<OperandSyntax, ConditionSyntax> (rest) => rest);

    private static readonly Parser<Func<OperandSyntax, ConditionSyntax>> MeasureCompared = Sequence(
        OperatorGrammar.Operator,
        AmountGrammar.BesideMeasure,
        MeasureGrammar.Over,
        Func<OperandSyntax, ConditionSyntax> (sign, right, over) => left => Windows.Compare(left, sign, right, over));

    private static readonly Parser<Func<OperandSyntax, ConditionSyntax>> PercentFrom = Sequence(
        Sequence(Word("is"), NumberGrammar.PerCent, (_, percent) => percent),
        Choose(
            Map(Word("below"), _ => false),
            (input => input.Lexeme.Is("above"), Map(Word("above"), _ => true))),
        AmountGrammar.Reference,
        MeasureGrammar.Over,
        Func<OperandSyntax, ConditionSyntax> (percent, above, reference, over) => left =>
            new PercentFromSyntax(left.Span.To(over?.Span ?? reference.Span), left, percent, above, reference, over));

    /// <summary>A condition that begins with a measure.</summary>
    public static readonly Parser<ConditionSyntax> OfMeasure = Sequence(
        MeasureGrammar.Left,
        Choose(
            Wanted<Func<OperandSyntax, ConditionSyntax>>(Expectation.MeasureCompared),
            (IsBetween, Range(AmountGrammar.BesideMeasure)),
            (IsChance, ChanceOf),
            (IsAboveRange, ChanceOf),
            (IsPercentFrom, PercentFrom),
            (OperatorGrammar.Stands, MeasureCompared)),
        (measure, rest) => rest(measure));

    /// <summary>Whether `above the expected range` stands here, with or without `is`.</summary>
    public static bool IsAboveRange(TokenInput input) => Stands(input, "above", "the");

    private static bool BeginsRepeat(TokenInput input) =>
        input.Lexeme.Is("is") && input.Peek(-1).Is("customer") && (input.Peek(1).Is("repeat") || (input.Peek(1).Is("not") && input.Peek(2).Is("repeat")));

    private static bool IsBetween(TokenInput input) => Stands(input, "between");

    private static bool IsChance(TokenInput input) => Stands(input, "beyond");

    private static bool IsPercentFrom(TokenInput input) =>
        input.Lexeme.Is("is") && NumberGrammar.IsPlain(input.Next) && input.Peek(2).Kind == TokenKind.Percent && (input.Peek(3).Is("above") || input.Peek(3).Is("below"));

    private static bool Stands(TokenInput input, string word, string? next = null)
    {
        var at = input.Lexeme.Is("is") ? 1 : 0;
        return input.Peek(at).Is(word) && (next is null || input.Peek(at + 1).Is(next));
    }

    private static Parser<Func<OperandSyntax, ConditionSyntax>> Range(Parser<OperandSyntax> amount) => Sequence(
        Between,
        amount,
        Word("and"),
        amount,
        Func<OperandSyntax, ConditionSyntax> (_, low, _, high) => left => new BetweenSyntax(left.Span.To(high.Span), left, low, high));

    private static Parser<Func<WordsSyntax, ConditionSyntax>> Widen(Parser<Func<OperandSyntax, ConditionSyntax>> parser) =>
        Map(parser, Func<WordsSyntax, ConditionSyntax> (rest) => field => rest(field));

    private static Parser<ImmutableArray<T>> Separated<T>(Parser<T> item) => Sequence(
        item,
        Sequence(Comma, item, (_, next) => next).Many(),
        ImmutableArray<T> (first, others) => [first, .. others]);
}
