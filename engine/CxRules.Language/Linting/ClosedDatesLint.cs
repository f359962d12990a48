using CxRules.Language.Binding;
using CxRules.Language.Syntax;
using CxRules.Model.Projects;

namespace CxRules.Language.Linting;

/// <summary>A rule that is evaluated on dates alone, and the project names none on which it could be.</summary>
internal static class ClosedDatesLint
{
    // A stretch that is longer holds each time of the week, and of the first days of months.
    private const int Longest = 3 * 366;

    public static void Check(RuleBinding rule, BoundRule bound, Project project)
    {
        var gate = new Gate(bound.Only, bound.Except);
        if (gate.OnDates.FirstOrDefault() is not { } moment || rule.Syntax.Clauses.OfType<MomentClauseSyntax>().FirstOrDefault(IsOnly) is not { } clause)
        {
            return;
        }

        var stretches = Gate.StretchesOf(moment, project).ToList();
        if (!stretches.Exists(stretch => TimesIn(stretch, bound).Any(time => gate.IsOpen(time, project))))
        {
            rule.Scope.Report(
                Lints.NeverOpen,
                clause,
                EvaluationCheck.Written(clause, rule.Scope),
                stretches.Count == 0 ? "the project names no such dates" : $"none of the project's dates has one (it is evaluated {EvaluationCheck.When(bound.Every)})");
        }
    }

    private static IEnumerable<EvaluationTime> TimesIn((DateTime From, DateTime To) stretch, BoundRule bound)
    {
        // The midnight behind the last day belongs to it.
        var from = DateOnly.FromDayNumber(Math.Max(1, DateOnly.FromDateTime(stretch.From).DayNumber));
        var days = Math.Min(DateOnly.FromDateTime(stretch.To).DayNumber, DateOnly.MaxValue.DayNumber - 2) - from.DayNumber + 2;
        return EvaluationTime.Of(bound.Every, from, Math.Min(days, Longest));
    }

    private static bool IsOnly(MomentClauseSyntax clause) => string.Equals(clause.Keyword, "only", StringComparison.OrdinalIgnoreCase);
}
