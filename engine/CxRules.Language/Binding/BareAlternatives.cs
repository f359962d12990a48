using CxRules.Language.Syntax;
using CxRules.Model.Contacts;

namespace CxRules.Language.Binding;

/// <summary>`disposition is billing or refund`, `channel and phone`: sentences that read well and mean something else.</summary>
internal static class BareAlternatives
{
    /// <summary>Reports each; true where there was one.</summary>
    public static bool Report(BindingScope scope, SyntaxNode node)
    {
        var found = false;
        if (node is LogicalSyntax logical)
        {
            for (var i = 1; i < logical.Operands.Length; i++)
            {
                var (before, after) = (Last(logical.Operands[i - 1]), First(logical.Operands[i]));
                found |= ReportPair(scope, before, after) || (!logical.IsAnd && Report(scope, before, after));
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
        if (before is not ComparisonSyntax { Left: WordsSyntax left } comparison
            || after is not FlagSyntax flag
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

    /// <summary>`channel and phone`: a field and its code, and no sign between them.</summary>
    private static bool ReportPair(BindingScope scope, ConditionSyntax before, ConditionSyntax after)
    {
        if (before is not FlagSyntax named
            || after is not FlagSyntax code
            || scope.Symbols.Field(named.Field.Value) is not { Kind: FieldKind.Category or FieldKind.List } field
            || scope.Symbols.Field(code.Field.Value) is not null
            || scope.Names.Definitions.Find(named.Field) is not null
            || scope.Names.Definitions.Find(code.Field) is not null)
        {
            return false;
        }

        var mended = $"{field.Name} = {Code.ToBareWord(code.Field.Value)}";
        var fix = new Diagnostics.Fix($"Write {mended}", [new(named.Span.To(code.Span), mended)]);
        scope.Add(BindingErrors.NotAFlag.At(scope.Text, named.Span, field.Name, FieldKinds.Noun(field.Kind), $"Did you mean `{mended}`?") with { Fix = fix });
        return true;
    }

    private static ConditionSyntax Last(ConditionSyntax condition) => condition is LogicalSyntax { IsAnd: true } and ? Last(and.Operands[^1]) : condition;

    private static ConditionSyntax First(ConditionSyntax condition) => condition is LogicalSyntax { IsAnd: true } and ? First(and.Operands[0]) : condition;
}
