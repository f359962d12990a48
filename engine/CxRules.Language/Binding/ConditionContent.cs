using System.Collections.Immutable;
using CxRules.Language.Syntax;

namespace CxRules.Language.Binding;

[Flags]
internal enum Content
{
    None = 0,

    /// <summary>One contact.</summary>
    Contact = 1,

    /// <summary>A population.</summary>
    Measure = 2,

    /// <summary>Cases and signals of other rules.</summary>
    Fact = 4,
}

/// <summary>Tells conditions on one contact from those on measures and on facts, before anything is bound.</summary>
internal static class ConditionContent
{
    public static Content Of(ConditionSyntax syntax, DefinitionTable definitions) => syntax switch
    {
        LogicalSyntax logical => Of(logical.Operands, definitions),
        NotSyntax not => Of(not.Operand, definitions),
        ParenthesizedSyntax group => Of(group.Condition, definitions),
        ExpandedSyntax expanded => Of(expanded.Body, definitions),
        FlagSyntax flag when definitions.Find(flag.Field) is { } definition => definition.Condition is { } condition ? Of(condition, definitions) : Content.None,
        BadConditionSyntax => Content.None,
        QuantitySyntax or ChanceSyntax or PercentFromSyntax or SampleSyntax => Content.Measure,
        CaseStateSyntax or SignalActiveSyntax => Content.Fact,
        ComparisonSyntax { Left: CaseCostSyntax } or ComparisonSyntax { Right: CaseCostSyntax } or BetweenSyntax { Left: CaseCostSyntax } => Content.Fact,
        ComparisonSyntax comparison => Of(comparison.Left, comparison.Right),
        BetweenSyntax between => Of(between.Left, between.Low, between.High),
        _ => Content.Contact,
    };

    /// <summary>What one contact is joined with something else, so that its population is open.</summary>
    public static bool IsMixed(Content content) => content.HasFlag(Content.Contact) && content != Content.Contact;

    private static Content Of(ImmutableArray<ConditionSyntax> conditions, DefinitionTable definitions)
    {
        var content = Content.None;
        foreach (var condition in conditions)
        {
            content |= Of(condition, definitions);
        }

        return content;
    }

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
        MeasureSyntax or BaselineSyntax or FactorTableSyntax => true,
        ArithmeticSyntax arithmetic => HasMeasure(arithmetic.Left) || HasMeasure(arithmetic.Right),
        _ => false,
    };
}
