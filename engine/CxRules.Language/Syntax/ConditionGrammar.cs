using System.Collections.Frozen;
using System.Collections.Immutable;
using Sprache;
using static CxRules.Language.Syntax.TokenParsers;

namespace CxRules.Language.Syntax;

/// <summary>Conditions: `and`, `or`, `not`, parentheses, and what begins with a word of its own.</summary>
internal static class ConditionGrammar
{
    private static readonly Parser<ConditionSyntax> Parenthesized = Sequence(
        Kind(TokenKind.Open, new("`(`")),
        Again,
        Kind(TokenKind.Close, new("`)`")),
        ConditionSyntax (open, condition, close) => new ParenthesizedSyntax(open.Span.To(close.Span), condition));

    private static readonly Parser<ConditionSyntax> Within = Sequence(
        Word("within"),
        NumberGrammar.Length,
        Word("after"),
        NameGrammar.Field,
        ConditionSyntax (word, length, _, field) => new WithinAfterSyntax(word.Span.To(field.Span), length, field));

    private static readonly Parser<ConditionSyntax> Quantity = Sequence(
        OperatorGrammar.Operator,
        NumberGrammar.Count,
        MeasureGrammar.Over,
        ConditionSyntax (sign, count, over) => new QuantitySyntax(sign.Span.To(over?.Span ?? count.Span), sign, count, over));

    private static readonly Parser<ConditionSyntax> FieldOrNothing = Choose(
        Wanted<ConditionSyntax>(Expectation.Condition),
        (NameGrammar.IsName, ComparisonGrammar.OfField),
        (input => input.Lexeme.Kind == TokenKind.Text, ComparisonGrammar.OfField));

    private static readonly FrozenDictionary<string, Parser<ConditionSyntax>> ByFirstWord = new Dictionary<string, Parser<ConditionSyntax>>
    {
        ["has"] = ComparisonGrammar.Has,
        ["no"] = ComparisonGrammar.No,
        ["within"] = Within,
        ["beyond"] = ComparisonGrammar.ChanceAlone,
        ["above"] = ComparisonGrammar.ChanceAlone,
        ["followed"] = FactGrammar.Followed,
        ["preceded"] = FactGrammar.Preceded,
        ["sample"] = BeforeWord(FactGrammar.Sample),
        ["case"] = Choose(FieldOrNothing, (CaseGrammar.Begins, CaseGrammar.Case)),
        ["signal"] = BeforeWord(FactGrammar.Signal),
        ["csharp"] = Choose(FieldOrNothing, (FactGrammar.BeginsCSharp, FactGrammar.CSharp)),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly Parser<ConditionSyntax> Primary = Choose(
        ByWord(ByFirstWord, FieldOrNothing),
        (input => input.Lexeme.Kind == TokenKind.Open, Parenthesized),
        (IsBaselineAlone, Wanted<ConditionSyntax>(Expectation.Condition)),
        (OperatorGrammar.BeginsQuantity, Quantity),
        (NameGrammar.IsExplicit, ComparisonGrammar.OfField),
        (MeasureNames.Begins, ComparisonGrammar.OfMeasure));

    private static readonly Parser<ConditionSyntax> Unary = Prefixed(
        Word("not"),
        Primary,
        (not, condition) => new NotSyntax(not.Span.To(condition.Span), condition));

    private static readonly Parser<ConditionSyntax> All = Joined(Unary, Word("and"), operands => Logical(operands, isAnd: true));

    /// <summary>Any condition.</summary>
    public static readonly Parser<ConditionSyntax> Condition = Joined(All, Word("or"), operands => Logical(operands, isAnd: false));

    /// <summary>The words that begin a condition which is no comparison.</summary>
    public static IEnumerable<string> FirstWords => ByFirstWord.Keys;

    /// <summary>The same, where it is declared later: a delegate to a field that is not yet set.</summary>
    public static IResult<ConditionSyntax> Again(IInput input) => Condition(input);

    /// <summary>It is compared with nothing.</summary>
    private static bool IsBaselineAlone(TokenInput input) => input.Lexeme.Is("baseline") && (input.Peek(1).Kind == TokenKind.End || input.Peek(1).Is("and") || input.Peek(1).Is("or"));

    private static LogicalSyntax Logical(ImmutableArray<ConditionSyntax> operands, bool isAnd) => new(operands[0].Span.To(operands[^1].Span), isAnd, operands);

    /// <summary>A word that begins a construct where another word follows, and is the name of a field elsewhere.</summary>
    private static Parser<ConditionSyntax> BeforeWord(Parser<ConditionSyntax> construct) => Choose(FieldOrNothing, (input => NameGrammar.IsName(input.Next), construct));
}
