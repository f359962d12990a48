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
        if (!(bound.Signal is { } signal ? MeasuresIt(signal, handleTime) : AsksForIt(bound.Population, handleTime)))
        {
            return;
        }

        var clause = rule.Syntax.Clauses.OfType<ConditionClauseSyntax>().FirstOrDefault();
        if (clause is not null && !ConditionFields.Of(bound.Population).Any(field => Outcomes.Contains(field.Name)))
        {
            rule.Scope.Report(Lints.HandleTimeAlone, clause.Condition);
        }
    }

    private static bool MeasuresIt(BoundSignal signal, ContactField handleTime)
    {
        var measures = SignalMeasures.Of(signal);
        return measures.Exists(measure => measure.Field == handleTime)
            && measures.TrueForAll(measure => measure.Field == handleTime || measure.Kind is MeasureKind.Volume or MeasureKind.Customers);
    }

    private static bool AsksForIt(BoundCondition population, ContactField handleTime)
    {
        var fields = ConditionFields.Of(population);
        return fields.Contains(handleTime) && fields.All(field => field == handleTime || field.Kind == FieldKind.Category);
    }
}
