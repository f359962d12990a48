using System.Collections.Immutable;
using CxRules.Language.Binding;
using CxRules.Language.Syntax;

namespace CxRules.Language.Formatting;

/// <summary>
/// Whether two files say the same: spans, the order of clauses, redundant parentheses, and the case of the language's own words do not count;
/// a word and a text with the same value are the same in a header, and a line break in it is a space.
/// </summary>
public static class SyntaxEquality
{
    public static bool Equal(RuleFileSyntax left, RuleFileSyntax right) =>
        All(left.Definitions, right.Definitions, Equal)
        && All(left.Rules, right.Rules, (a, b) => IdOf(left, a) == IdOf(right, b) && TitleOf(a) == TitleOf(b) && EqualOrNull(a.Rows, b.Rows) && All(Ordered(a), Ordered(b), Equal));

    private static string IdOf(RuleFileSyntax file, RuleSyntax rule) => rule.Id?.Value ?? RuleId.ByFile(file.Text.File);

    private static string? TitleOf(RuleSyntax rule) => rule.Title is { } title ? PlainText.OnOneLine(title.Value) : null;

    private static ImmutableArray<ClauseSyntax> Ordered(RuleSyntax rule) => [.. rule.Clauses.OrderBy(clause => clause.Keyword, StringComparer.OrdinalIgnoreCase)];

    private static bool EqualOrNull(SyntaxNode? left, SyntaxNode? right) => left is null ? right is null : right is not null && Equal(left, right);

    private static bool Equal(SyntaxNode left, SyntaxNode right)
    {
        if (left is HeaderClauseSyntax header && right is HeaderClauseSyntax other && NameOf(header) is { } name)
        {
            return IsSame(header.Keyword, other.Keyword) && name == NameOf(other);
        }

        left = Bare(left);
        right = Bare(right);
        if (left.GetType() != right.GetType())
        {
            return false;
        }

        var words = KeywordNodes.Has(left);
        return NodeValues.Equal(left, right)
            && All([.. Children(left)], [.. Children(right)], (a, b) => words && a is WordsSyntax x && b is WordsSyntax y ? IsSame(x.Value, y.Value) : Equal(a, b));
    }

    private static string? NameOf(HeaderClauseSyntax header) => header.Value switch
    {
        TextSyntax text => PlainText.OnOneLine(text.Value),
        WordsSyntax { IsField: false } words => words.Value,
        _ => null,
    };

    private static SyntaxNode Bare(SyntaxNode node)
    {
        while (node is ParenthesizedSyntax inside)
        {
            node = inside.Condition;
        }

        return node;
    }

    /// <summary>`(a and b) and c` has the three operands of `a and b and c`.</summary>
    private static IEnumerable<SyntaxNode> Children(SyntaxNode node) => node is LogicalSyntax logical
        ? logical.Operands.Select(Bare).SelectMany(operand => operand is LogicalSyntax inner && inner.IsAnd == logical.IsAnd ? Children(inner) : [operand])
        : node.Children;

    private static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static bool All<T>(ImmutableArray<T> left, ImmutableArray<T> right, Func<T, T, bool> equal) =>
        left.Length == right.Length && Enumerable.Range(0, left.Length).All(index => equal(left[index], right[index]));
}
