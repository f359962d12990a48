using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

/// <summary>Where two clauses meet within a line and one mistake may have made them of one: `channel per web`, `cancellation if reason = moved`.</summary>
internal static class TornPlace
{
    /// <summary>What one mistake may have torn; null where both clauses look whole.</summary>
    /// <param name="isTorn">What stands before the second clause could not be read.</param>
    public static TextSpan? Of(ClauseSyntax? first, ClauseSyntax second, bool isTorn)
    {
        if (isTorn && second is ThenClauseSyntax)
        {
            return null;
        }

        var begun = second is ConditionClauseSyntax { Condition: var condition } ? First(condition).Span : second.Span;
        if (isTorn)
        {
            return second.KeywordSpan.To(begun);
        }

        return first is ConditionClauseSyntax { Hold: null } before && Last(before.Condition) is FlagSyntax flag ? flag.Span.To(begun) : null;
    }

    private static ConditionSyntax First(ConditionSyntax condition) => condition is LogicalSyntax logical ? First(logical.Operands[0]) : condition;

    private static ConditionSyntax Last(ConditionSyntax condition) => condition switch
    {
        LogicalSyntax logical => Last(logical.Operands[^1]),
        NotSyntax not => Last(not.Operand),
        _ => condition,
    };
}
