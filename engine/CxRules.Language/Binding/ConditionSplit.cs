using CxRules.Language.Syntax;

namespace CxRules.Language.Binding;

/// <summary>The `and` operands of `if`, those about contacts apart from those about measures.</summary>
internal sealed record ConditionSplit(IReadOnlyList<ConditionSyntax> Contacts, IReadOnlyList<ConditionSyntax> Measures, IReadOnlyList<ConditionSyntax> Mixed)
{
    public static ConditionSplit Of(ConditionSyntax condition)
    {
        var split = new ConditionSplit(new List<ConditionSyntax>(), new List<ConditionSyntax>(), new List<ConditionSyntax>());
        Add(condition, (List<ConditionSyntax>)split.Contacts, (List<ConditionSyntax>)split.Measures, (List<ConditionSyntax>)split.Mixed);
        return split;
    }

    private static void Add(ConditionSyntax condition, List<ConditionSyntax> contacts, List<ConditionSyntax> measures, List<ConditionSyntax> mixed)
    {
        switch (condition)
        {
            case ParenthesizedSyntax group:
                Add(group.Condition, contacts, measures, mixed);
                break;
            case LogicalSyntax { IsAnd: true } and:
                foreach (var operand in and.Operands)
                {
                    Add(operand, contacts, measures, mixed);
                }

                break;
            case NotSyntax { Operand: NotSyntax inner }:
                Add(inner.Operand, contacts, measures, mixed);
                break;
            default:
                var list = ConditionContent.Of(condition) switch
                {
                    Content.Both => mixed,
                    Content.Measure => measures,
                    _ => contacts,
                };
                list.Add(condition);
                break;
        }
    }
}
