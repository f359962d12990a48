using Sprache;
using static CxRules.Language.Syntax.TokenParsers;

namespace CxRules.Language.Syntax;

/// <summary>What stands behind the name of a definition, and behind `for each`.</summary>
internal static class DefinitionGrammar
{
    private static readonly Parser<ListSyntax> List = Alone(ComparisonGrammar.List, new("a list alone, or a condition such as disposition in (billing-confusion, late-fee)"));

    /// <summary>A condition; or a list, which is a parenthesised thing with a comma of its own, or one text alone in parentheses.</summary>
    public static readonly Parser<SyntaxNode> Meaning = Choose<SyntaxNode>(ConditionGrammar.Condition, (IsList, List));

    /// <summary>`as` and what the name stands for.</summary>
    public static readonly Parser<SyntaxNode> Body = Sequence(Word("as"), Meaning, (_, meaning) => meaning);

    /// <summary>One code of a list.</summary>
    public static readonly Parser<OperandSyntax> Code = Alone(AmountGrammar.Item, new("one code, in quotes where it is more than a word"));

    private static readonly Parser<TextSyntax> File = Choose(
        Wanted<TextSyntax>(Expectation.Table),
        (input => input.Lexeme.Kind == TokenKind.Text, NameGrammar.Text),
        (input => input.Lexeme.Kind == TokenKind.Dotted, Map(Kind(TokenKind.Dotted, Expectation.Table), file => new TextSyntax(file.Span, file.Value))));

    /// <summary>`row of thresholds.csv as t`.</summary>
    public static readonly Parser<RowsSyntax> Rows = Sequence(
        Word("row"),
        Word("of"),
        File,
        Word("as", "`as` and a short name for the row, for example as t"),
        NameGrammar.One,
        (row, _, file, _, alias) => new RowsSyntax(row.Span.To(alias.Span), file, alias));

    /// <summary>`each row of thresholds.csv as t`.</summary>
    public static readonly Parser<RowsSyntax> EachRow = Sequence(Word("each"), Rows, (each, rows) => rows with { Span = each.Span.To(rows.Span) });

    private static bool IsList(TokenInput input)
    {
        if (input.Lexeme.Kind != TokenKind.Open)
        {
            return false;
        }

        if (input.Peek(1).Kind == TokenKind.Text && input.Peek(2).Kind == TokenKind.Close)
        {
            return true;
        }

        var depth = 0;
        for (var at = input; !at.AtEnd; at = at.Next)
        {
            depth += at.Lexeme.Kind switch { TokenKind.Open => 1, TokenKind.Close => -1, _ => 0 };
            if (depth == 0 || (depth == 1 && at.Lexeme.Kind == TokenKind.Comma))
            {
                return depth == 1;
            }
        }

        return false;
    }
}
