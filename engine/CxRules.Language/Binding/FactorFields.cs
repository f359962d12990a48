using CxRules.Language.Syntax;
using CxRules.Model.Contacts;

namespace CxRules.Language.Binding;

/// <summary>A factor goes by the value that a case has: the rule groups by its field.</summary>
internal readonly struct FactorFields(BindingScope scope)
{
    /// <param name="clause">`if` or `until`.</param>
    public void Check(ConditionClauseSyntax? clause, BoundSignal? signal, BoundRule rule)
    {
        if (clause is null || signal is null || scope.HasErrors || Fields(signal).FirstOrDefault(used => !rule.Per.Contains(used)) is not { } field)
        {
            return;
        }

        var place = Find(clause) is { } words && scope.Field(words) == field ? words : (SyntaxNode)clause;
        var per = string.Join(", ", rule.Per.Append(field).Select(grouped => grouped.Name));
        scope.Report(BindingErrors.FactorRefused, place, field.Name, "the rule has no case of its own for each of its values", $"Write `per {per}`, or write the factor as one number.");
    }

    private static IEnumerable<ContactField> Fields(BoundSignal signal) => signal switch
    {
        BoundSignalAnd and => and.Operands.SelectMany(Fields),
        BoundSignalOr or => or.Operands.SelectMany(Fields),
        BoundSignalNot not => Fields(not.Operand),
        BoundThreshold { Amount: BoundBaseline { By.Field: { } field } } => [field],
        _ => [],
    };

    private static WordsSyntax? Find(SyntaxNode node) => node is FactorTableSyntax table ? table.Field : node.Children.Select(Find).FirstOrDefault(found => found is not null);
}
