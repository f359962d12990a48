using CxRules.Language.Syntax;
using CxRules.Model.Contacts;

namespace CxRules.Language.Binding;

/// <summary>`disposition is billing or refund`: a sentence that reads well and means something else.</summary>
internal static class BareAlternatives
{
    /// <summary>Reports each; true where there was one.</summary>
    public static bool Report(BindingScope scope, SyntaxNode node)
    {
        var found = false;
        if (node is LogicalSyntax { IsAnd: false } or)
        {
            for (var i = 1; i < or.Operands.Length; i++)
            {
                found |= Report(scope, or.Operands[i - 1], or.Operands[i]);
            }
        }

        foreach (var child in node.Children)
        {
            found |= Report(scope, child);
        }

        return found;
    }

    private static bool Report(BindingScope scope, ConditionSyntax before, ConditionSyntax after)
    {
        if (Last(before) is not ComparisonSyntax { Left: WordsSyntax left } comparison
            || First(after) is not FlagSyntax flag
            || scope.Symbols.Field(left.Value) is not { Kind: FieldKind.Category or FieldKind.List } field
            || scope.Symbols.Field(flag.Field.Value) is { Kind: FieldKind.Flag }
            || scope.Names.Definitions.Find(flag.Field) is not null
            || comparison.Operator.Kind is not (OperatorKind.Equal or OperatorKind.NotEqual))
        {
            return false;
        }

        var word = comparison.Operator.Kind == OperatorKind.Equal ? "in" : "not in";
        var mended = $"{field.Name} {word} ({scope.Written(comparison.Right)}, {Code.ToBareWord(flag.Field.Value)})";
        var fix = new Diagnostics.Fix($"Write {mended}", [new(comparison.Span.To(flag.Span), mended)]);
        scope.Add(BindingErrors.BareAlternative.At(scope.Text, flag.Span, flag.Field.Value, mended) with { Fix = fix });
        return true;
    }

    private static ConditionSyntax Last(ConditionSyntax condition) => condition is LogicalSyntax { IsAnd: true } and ? Last(and.Operands[^1]) : condition;

    private static ConditionSyntax First(ConditionSyntax condition) => condition is LogicalSyntax { IsAnd: true } and ? First(and.Operands[0]) : condition;
}
