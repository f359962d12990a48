using CxRules.Language.Symbols;
using CxRules.Language.Syntax;

namespace CxRules.Language.Completions;

/// <summary>What the number directly before a position may count.</summary>
internal static class UnitCompletions
{
    public static IEnumerable<string> Find(CutSentence cut, CompletionNames names)
    {
        // A unit stands on the line of its number.
        if (cut.StartsLine || cut.Lexemes.IsEmpty || cut.Lexemes[^1].Kind is not (TokenKind.Number or TokenKind.Dotted) || !cut.Read().Next.Contains(Expectation.Unit))
        {
            return [];
        }

        return SentenceRepair.TreeOf(cut) is { } tree && DimensionAt(tree, cut.Lexemes[^1], names) is { } dimension ? Words(dimension, names) : [];
    }

    /// <summary>False for a word that the sentence takes there, while nothing can be made of it.</summary>
    public static bool Allows(CutSentence cut, CompletionNames names, string word) =>
        // Evidence is contacts.
        cut.Lexemes is [.., var option, _] && option.Is("evidence") ? !UnitTable.TryFind(word, out var unit) || unit.Dimension == Dimension.Contacts
        : !EndsInAnOpenShare(cut, names) || word.Equals("above", StringComparison.OrdinalIgnoreCase) || word.Equals("below", StringComparison.OrdinalIgnoreCase);

    /// <summary>`weekly volume is 60%` is no condition yet.</summary>
    public static bool EndsInAnOpenShare(CutSentence cut, CompletionNames names) =>
        cut.Lexemes is [.., var copula, { Kind: TokenKind.Number } number, { Kind: TokenKind.Percent }] && copula.Is("is") && IsNoShare(cut, number, names);

    private static bool IsNoShare(CutSentence cut, Lexeme number, CompletionNames names) =>
        SentenceRepair.TreeOf(cut) is { } tree && DimensionAt(tree, number, names) is { } dimension and not Dimension.Percent;

    private static IEnumerable<string> Words(Dimension dimension, CompletionNames names) => dimension switch
    {
        Dimension.Plain => [],
        Dimension.Percent => ["%"],
        Dimension.Money => names.Project.Currency is { } currency ? [currency] : [],
        _ => UnitTable.Words.Where(word => UnitTable.TryFind(word, out var unit) && unit.Dimension == dimension),
    };

    /// <summary>What the left side of the comparison is measured in, where the number is its right side.</summary>
    private static Dimension? DimensionAt(SyntaxNode node, Lexeme number, CompletionNames names)
    {
        foreach (var child in node.Children)
        {
            if (child.Span.Contains(number.Token.Span) && DimensionAt(child, number, names) is { } found)
            {
                return found;
            }
        }

        return node switch
        {
            ComparisonSyntax comparison when IsAmount(comparison.Right, number) => Dimensions.Of(comparison.Left, names.Symbols),
            BetweenSyntax between when IsAmount(between.Low, number) || IsAmount(between.High, number) => Dimensions.Of(between.Left, names.Symbols),
            _ => null,
        };
    }

    /// <summary>The number is what is compared with, or is added to it. A factor, a rank and a number of weeks count something else.</summary>
    private static bool IsAmount(OperandSyntax operand, Lexeme number) => operand switch
    {
        NumberSyntax or ColumnSyntax => operand.Span.Contains(number.Token.Span),
        ArithmeticSyntax { Operator: TokenKind.Plus or TokenKind.Minus } sum => IsAmount(sum.Left, number) || IsAmount(sum.Right, number),
        _ => false,
    };
}
