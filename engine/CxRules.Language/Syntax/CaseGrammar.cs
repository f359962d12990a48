using Sprache;
using static CxRules.Language.Syntax.TokenParsers;

namespace CxRules.Language.Syntax;

/// <summary>Conditions about cases: `case [rule] is declined [for 90 days]`, `case [rule] cost > 50,000 USD`.</summary>
internal static class CaseGrammar
{
    private static readonly Parser<WordsSyntax?> Rule = Choose(
        Parse.Return<WordsSyntax?>(null),
        (IsRule, NameGrammar.One));

    private static readonly Parser<Func<Token, WordsSyntax?, ConditionSyntax>> State = Sequence(
        Word("is"),
        OrNothing(Word("not")),
        NameGrammar.State,
        HoldGrammar.Hold,
        Func<Token, WordsSyntax?, ConditionSyntax> (_, not, state, hold) => (word, rule) =>
            FactGrammar.Negated(not, new CaseStateSyntax(word.Span.To(hold?.Span ?? state.Span), rule, state, hold)));

    private static readonly Parser<Func<Token, WordsSyntax?, ConditionSyntax>> Cost = Sequence(
        Word("cost"),
        ComparisonGrammar.Compared,
        Func<Token, WordsSyntax?, ConditionSyntax> (cost, compared) => (word, rule) => compared(new CaseCostSyntax(word.Span.To(cost.Span), rule)));

    /// <summary>The whole condition.</summary>
    public static readonly Parser<ConditionSyntax> Case = Sequence(
        Word("case"),
        Rule,
        Choose(
            Wanted<Func<Token, WordsSyntax?, ConditionSyntax>>(Expectation.State),
            (input => input.Lexeme.Is("is"), State),
            (input => input.Lexeme.Is("cost"), Cost)),
        (word, rule, rest) => rest(word, rule));

    /// <summary>Whether `case` begins such a condition, and is not the name of a field.</summary>
    public static bool Begins(TokenInput input) => NameGrammar.IsName(input.Next) || IsState(input.Next);

    /// <summary>`is declined`, `is not declined`, `is in progress`: no comparison with a value.</summary>
    private static bool IsState(TokenInput input)
    {
        if (!input.Lexeme.Is("is"))
        {
            return false;
        }

        var state = input.Peek(1).Is("not") ? input.Next.Next : input.Next;
        return NameGrammar.IsName(state) || (state.Lexeme.Is("in") && state.Peek(1).Is("progress"));
    }

    /// <summary>A rule may be called `cost`, too.</summary>
    private static bool IsRule(TokenInput input) =>
        NameGrammar.IsName(input) && (!input.Lexeme.Is("cost") || input.Peek(1).Is("cost") || IsState(input.Next));
}
