using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Syntax;
using CxRules.Model.Contacts;

namespace CxRules.Language.Binding;

/// <summary>`per product, region top 5 by cost`.</summary>
internal sealed class PerBinder(BindingScope scope)
{
    private const int MostGroups = 1_000_000;

    /// <summary>What groups can be ranked by: what adds up over contacts.</summary>
    private static readonly Dictionary<string, MeasureKind> Ranks = new(StringComparer.OrdinalIgnoreCase)
    {
        ["volume"] = MeasureKind.Volume,
        ["customers"] = MeasureKind.Customers,
        ["cost"] = MeasureKind.Cost,
        ["cancellations"] = MeasureKind.Cancellations,
    };

    public BoundRule Bind(PerClauseSyntax? syntax, BoundRule rule) =>
        syntax is null ? rule : rule with { Per = Fields(syntax), Top = syntax.Top is null ? null : Top(syntax.Top) };

    private ImmutableArray<ContactField> Fields(PerClauseSyntax syntax)
    {
        var fields = ImmutableArray.CreateBuilder<ContactField>();
        foreach (var words in syntax.Fields)
        {
            if (scope.Field(words) is not { } field)
            {
                continue;
            }

            if (field.Kind != FieldKind.Category)
            {
                scope.Report(BindingErrors.PerField, words, field.Name, FieldKinds.Noun(field.Kind), "Write for example `per product, region`.");
            }
            else if (fields.Contains(field))
            {
                scope.Report(BindingErrors.PerRepeated, words, field.Name);
            }
            else
            {
                fields.Add(field);
            }
        }

        return fields.ToImmutable();
    }

    private BoundTop? Top(TopSyntax syntax)
    {
        var isCount = syntax.Count is { Unit: null, Value: >= 1 and <= MostGroups } && syntax.Count.Value == decimal.Truncate(syntax.Count.Value);
        if (!isCount)
        {
            scope.Report(BindingErrors.TopRefused, syntax.Count, scope.Written(syntax.Count), "it is no number of groups", "Write a whole number above 0, for example `top 5 by cost`.");
        }

        if (Ranks.TryGetValue(syntax.By.Value, out var by))
        {
            return isCount ? new((int)syntax.Count.Value, by) : null;
        }

        var nearest = DidYouMean.Nearest(syntax.By.Value, Ranks.Keys);
        scope.ReportWithFix(BindingErrors.TopRefused, syntax.By.Span, nearest, syntax.By.Value, "groups are ranked by volume, customers, cost or cancellations", nearest is null ? "Write for example `top 5 by cost`." : $"Did you mean '{nearest}'?");
        return null;
    }
}
