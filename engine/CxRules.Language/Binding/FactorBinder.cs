using System.Collections.Immutable;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Model.Contacts;

namespace CxRules.Language.Binding;

/// <summary>`by segment (private 1.1, business 1.2, otherwise 1.5)`.</summary>
internal sealed class FactorBinder(BindingScope scope)
{
    private const decimal Largest = 1_000_000;

    private readonly CodeBinder _codes = new(scope);

    public BoundFactors? Bind(FactorTableSyntax syntax)
    {
        if (scope.Field(syntax.Field) is not { } field)
        {
            return null;
        }

        if (field.Kind != FieldKind.Category)
        {
            scope.Report(BindingErrors.FactorRefused, syntax.Field, field.Name, $"it is {FieldKinds.Noun(field.Kind)}, and factors go by codes", "Write for example `by segment (private 1.1, otherwise 1.5)`.");
            return null;
        }

        var rows = ImmutableArray.CreateBuilder<BoundFactor>();
        var seen = new HashSet<CodePattern>();
        foreach (var row in syntax.Rows)
        {
            var codes = _codes.Patterns(field, row.Code, OperatorKind.Equal);
            if (Factor(row.Factor) is { } factor && codes is not null && IsNew(row, codes, seen))
            {
                rows.Add(new([.. codes], factor));
            }
        }

        var otherwise = syntax.Otherwise is null ? null : Factor(syntax.Otherwise);
        return rows.Count < syntax.Rows.Length || (syntax.Otherwise is not null && otherwise is null) ? null : new(field, rows.ToImmutable(), otherwise);
    }

    private bool IsNew(FactorRowSyntax row, List<CodePattern> codes, HashSet<CodePattern> seen)
    {
        var word = Code.ToBareWord(scope.Written(row.Code));
        if (codes.TrueForAll(code => !seen.Contains(code with { Text = Code.ToBareWord(code.Text), Quoted = false })))
        {
            seen.UnionWith(codes.Select(code => new CodePattern(Code.ToBareWord(code.Text), false)));
            return true;
        }

        scope.Report(BindingErrors.FactorRefused, row, word, "it has a factor already", "Give each code one factor.");
        return false;
    }

    private decimal? Factor(NumberSyntax number)
    {
        var value = number.Unit == "%" ? number.Value / 100 : number.Value;
        if (number.Unit is null or "%" && value is > 0 and <= Largest)
        {
            return value;
        }

        scope.Report(BindingErrors.FactorRefused, number, scope.Written(number), "a factor is a plain number or a percentage above 0", "Write for example `private 1.1`.");
        return null;
    }
}
