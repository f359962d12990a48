using System.Collections.Immutable;
using Sprache;
using static CxRules.Language.Syntax.TokenParsers;

namespace CxRules.Language.Syntax;

/// <summary>`by segment (private 1.1, business 1.2, otherwise 1.5)`: a factor that depends on a field.</summary>
internal static class FactorGrammar
{
    private static readonly Parser<Token> Comma = Kind(TokenKind.Comma, new("`,`"));

    private static readonly Parser<OperandSyntax> Code = Choose(
        Wanted<OperandSyntax>(new("a code and its factor, for example private 1.1")),
        (input => input.Lexeme.Kind == TokenKind.Number, NumberGrammar.Plain),
        (input => input.Lexeme.Kind == TokenKind.Text || NumberGrammar.IsColumn(input) || NameGrammar.IsName(input), AmountGrammar.Item));

    private static readonly Parser<NumberSyntax> Factor = Choose(
        Wanted<NumberSyntax>(Expectation.Factor),
        (NumberGrammar.IsPlain, NumberGrammar.Plain));

    private static readonly Parser<FactorRowSyntax> Row = Sequence(
        Code,
        Factor,
        (code, factor) => new FactorRowSyntax(code.Span.To(factor.Span), code, factor));

    private static readonly Parser<NumberSyntax> Otherwise = Sequence(Word("otherwise"), Factor, (_, factor) => factor);

    /// <summary>A row, or the number of `otherwise`, behind which no row may follow.</summary>
    private static readonly Parser<SyntaxNode> Entry = Choose<SyntaxNode>(
        Row,
        (input => input.Lexeme.Is("otherwise") && NumberGrammar.IsPlain(input.Next), Otherwise));

    private static readonly Parser<SyntaxNode> Next = Sequence(Comma, Entry, (_, entry) => entry);

    /// <summary>The whole table.</summary>
    public static readonly Parser<OperandSyntax> Table = Sequence(
        Word("by"),
        NameGrammar.Field,
        Kind(TokenKind.Open, new("the factors in parentheses, for example (private 1.1, otherwise 1.5)")),
        Entries,
        Kind(TokenKind.Close, Expectation.FactorEnd),
        OperandSyntax (by, field, _, entries, close) => new FactorTableSyntax(
            by.Span.To(close.Span),
            field,
            [.. entries.OfType<FactorRowSyntax>()],
            entries[^1] as NumberSyntax));

    private static IResult<ImmutableArray<SyntaxNode>> Entries(IInput input)
    {
        var entries = ImmutableArray.CreateBuilder<SyntaxNode>();
        var result = Entry(input);
        while (result.WasSuccessful)
        {
            entries.Add(result.Value);
            var at = (TokenInput)result.Remainder;
            if (at.Lexeme.Kind != TokenKind.Comma)
            {
                return Result.Success(entries.ToImmutable(), at);
            }

            if (result.Value is NumberSyntax)
            {
                return Fail<ImmutableArray<SyntaxNode>>(at, Expectation.OtherwiseLast);
            }

            result = Next(at);
        }

        return Result.Failure<ImmutableArray<SyntaxNode>>();
    }
}
