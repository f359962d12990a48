using CxRules.Language.Syntax;

namespace CxRules.Language.Binding;

/// <summary>The comparing operators: what each binds to and how it reads from the other side.</summary>
internal static class ComparisonTable
{
    private static readonly Dictionary<OperatorKind, (Comparison Bound, OperatorKind Mirrored, string Text)> Rows = new()
    {
        [OperatorKind.Equal] = (Comparison.Equal, OperatorKind.Equal, "="),
        [OperatorKind.NotEqual] = (Comparison.NotEqual, OperatorKind.NotEqual, "!="),
        [OperatorKind.Less] = (Comparison.Less, OperatorKind.Greater, "<"),
        [OperatorKind.LessOrEqual] = (Comparison.LessOrEqual, OperatorKind.GreaterOrEqual, "<="),
        [OperatorKind.Greater] = (Comparison.Greater, OperatorKind.Less, ">"),
        [OperatorKind.GreaterOrEqual] = (Comparison.GreaterOrEqual, OperatorKind.LessOrEqual, ">="),
    };

    /// <summary>False for `in` and `not in`.</summary>
    public static bool TryBind(OperatorKind kind, out Comparison comparison)
    {
        var found = Rows.TryGetValue(kind, out var row);
        comparison = row.Bound;
        return found;
    }

    /// <summary>The same comparison with its sides exchanged; null for `in` and `not in`.</summary>
    public static ComparisonSyntax? Mirror(ComparisonSyntax syntax) => Rows.TryGetValue(syntax.Operator.Kind, out var row)
        ? syntax with { Left = syntax.Right, Right = syntax.Left, Operator = syntax.Operator with { Kind = row.Mirrored } }
        : null;

    public static string Text(OperatorKind kind) => Rows.TryGetValue(kind, out var row) ? row.Text : kind == OperatorKind.In ? "in" : "not in";
}
