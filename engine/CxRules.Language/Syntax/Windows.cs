using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

/// <summary>Gives `over …` behind a comparison to what it belongs to.</summary>
internal static class Windows
{
    /// <summary>
    /// To the comparison, where it serves both sides; but to the measure directly before it where the left side has a window of its own:
    /// `weekly volume > 2 × volume over 4 weeks`.
    /// </summary>
    public static ConditionSyntax Compare(OperandSyntax left, OperatorSyntax sign, OperandSyntax right, WindowSyntax? over)
    {
        var span = left.Span.To(over?.Span ?? right.Span);
        return over is not null && left is MeasureSyntax { Window: not null } && Give(right, over) is { } widened
            ? new ComparisonSyntax(span, left, sign, widened, null)
            : new ComparisonSyntax(span, left, sign, right, over);
    }

    private static OperandSyntax? Give(OperandSyntax operand, WindowSyntax over)
    {
        var span = operand.Span.To(over.Span);
        return operand switch
        {
            MeasureSyntax { Window: null } measure => measure with { Span = span, Window = over },
            ArithmeticSyntax sum when Give(sum.Right, over) is { } right => sum with { Span = span, Right = right },
            _ => null,
        };
    }
}
