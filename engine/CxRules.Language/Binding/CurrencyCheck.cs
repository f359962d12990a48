namespace CxRules.Language.Binding;

/// <summary>Where the project names no currency, the first amount of a rule set does: no amount of another is ever compared with the same money.</summary>
internal static class CurrencyCheck
{
    public static void Run(IEnumerable<BindingScope> scopes)
    {
        var amounts = scopes
            .SelectMany(scope => scope.Amounts.Select(amount => (Scope: scope, amount.Number, amount.Currency)))
            .OrderBy(amount => amount.Scope.Text.File, StringComparer.Ordinal)
            .ThenBy(amount => amount.Number.Span.Start)
            .ToList();
        foreach (var (scope, number, currency) in amounts)
        {
            var first = amounts[0];
            if (currency != first.Currency)
            {
                var line = first.Scope.Text.PositionOf(first.Number.Span.Start).Line;
                scope.Report(BindingErrors.SecondCurrency, number, scope.Written(number), first.Currency, first.Scope.Written(first.Number), $"{first.Scope.Text.File}, line {line}");
            }
        }
    }
}
