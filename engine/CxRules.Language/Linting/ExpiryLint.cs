using System.Globalization;
using CxRules.Language.Binding;
using CxRules.Language.Syntax;

namespace CxRules.Language.Linting;

/// <summary>Warns 30 days ahead, fails after the day. On its last day a rule still works.</summary>
internal static class ExpiryLint
{
    private const int DaysAhead = 30;

    public static void Check(RuleBinding rule, BoundRule bound, DateOnly today)
    {
        if (bound.Expires is not { } expires || rule.Syntax.Clauses.OfType<HeaderClauseSyntax>().FirstOrDefault(clause => clause.Value is DateSyntax) is not { } clause)
        {
            return;
        }

        var days = expires.DayNumber - today.DayNumber;
        if (days > DaysAhead)
        {
            return;
        }

        var date = expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (days < 0)
        {
            rule.Scope.Report(Lints.Expired, clause.Value, date);
        }
        else
        {
            rule.Scope.Report(Lints.ExpiresSoon, clause.Value, days == 1 ? "1 day" : $"{days} days", date);
        }
    }
}
