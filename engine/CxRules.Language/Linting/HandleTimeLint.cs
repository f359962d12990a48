using CxRules.Language.Binding;
using CxRules.Language.Syntax;
using CxRules.Model.Contacts;

namespace CxRules.Language.Linting;

/// <summary>Wrong measures drive wrong behaviour: handle time needs an outcome beside it.</summary>
internal static class HandleTimeLint
{
    /// <summary>What tells whether a contact was a good one.</summary>
    private static readonly HashSet<string> Outcomes = new(StringComparer.Ordinal)
    {
        "csat", "rating", "outcome", "reopens", "transfers", "abandoned", "cancelled", "cancellation reason", "escalated", "escalation", "wait time",
    };

    public static void Check(RuleBinding rule, BoundRule bound)
    {
        var handleTime = rule.Scope.Project.Schema.HandleTime;
        var fields = ConditionFields.Of(bound.Population);
        var measures = bound.Signal is null ? [] : SignalMeasures.Of(bound.Signal).ToList();
        var onHandleTime = measures.Count(measure => measure.Field == handleTime);
        var others = measures.Count(measure => measure.Field != handleTime && measure.Kind is not (MeasureKind.Volume or MeasureKind.Customers));
        var judges = bound.Signal is null
            ? fields.Contains(handleTime) && fields.All(field => field == handleTime || field.Kind == FieldKind.Category)
            : onHandleTime > 0 && others == 0;
        var clause = rule.Syntax.Clauses.OfType<ConditionClauseSyntax>().FirstOrDefault();
        if (judges && clause is not null && !fields.Any(field => Outcomes.Contains(field.Name)))
        {
            rule.Scope.Report(Lints.HandleTimeAlone, clause.Condition);
        }
    }
}
