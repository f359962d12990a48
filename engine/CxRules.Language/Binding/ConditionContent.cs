using CxRules.Language.Syntax;

namespace CxRules.Language.Binding;

[Flags]
internal enum Content
{
    None = 0,
    Contact = 1,
    Measure = 2,
    Both = Contact | Measure,
}

/// <summary>Tells conditions on one contact from those on a measure, before anything is bound.</summary>
internal static class ConditionContent
{
    public static Content Of(ConditionSyntax syntax) => syntax switch
    {
        LogicalSyntax logical => logical.Operands.Aggregate(Content.None, (content, operand) => content | Of(operand)),
        NotSyntax not => Of(not.Operand),
        ParenthesizedSyntax group => Of(group.Condition),
        BadConditionSyntax => Content.None,
        QuantitySyntax or ChanceSyntax or PercentFromSyntax => Content.Measure,
        ComparisonSyntax comparison => Of(comparison.Left, comparison.Right),
        BetweenSyntax between => Of(between.Left, between.Low, between.High),
        _ => Content.Contact,
    };

    private static Content Of(params ReadOnlySpan<OperandSyntax> operands)
    {
        foreach (var operand in operands)
        {
            if (HasMeasure(operand))
            {
                return Content.Measure;
            }
        }

        return Content.Contact;
    }

    private static bool HasMeasure(OperandSyntax operand) => operand switch
    {
        MeasureSyntax or BaselineSyntax => true,
        ArithmeticSyntax arithmetic => HasMeasure(arithmetic.Left) || HasMeasure(arithmetic.Right),
        _ => false,
    };
}
