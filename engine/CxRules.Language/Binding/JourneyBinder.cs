using CxRules.Language.Syntax;

namespace CxRules.Language.Binding;

/// <summary>`followed by (A) within 30 days`, `preceded by any contact within the same day`, `customer is repeat within 7 days`.</summary>
internal readonly struct JourneyBinder(BindingScope scope)
{
    private readonly LengthBinder _lengths = new(scope);

    public BoundJourney? Bind(JourneySyntax syntax, ConditionBinder conditions)
    {
        var contact = syntax.Contact is null ? BoundAnd.Everything : conditions.Bind(syntax.Contact);
        var isLimited = TryLimit(syntax.Limit, out var ticks);
        var direction = syntax.IsFollowed ? JourneyDirection.FollowedBy : JourneyDirection.PrecededBy;
        return contact is not null && isLimited ? scope.At(syntax, new BoundJourney(direction, contact, ticks)) : null;
    }

    public BoundJourney? Bind(RepeatSyntax syntax)
    {
        if (syntax.Limit is not { } limit)
        {
            scope.ReportWithAddition(BindingErrors.LimitMissing, syntax, "within 7 days", scope.Written(syntax));
            return null;
        }

        return TryLimit(limit, out var ticks) ? scope.At(syntax, new BoundJourney(JourneyDirection.PrecededBy, BoundAnd.Everything, ticks)) : null;
    }

    /// <summary>False after a report. Null ticks are the same local day.</summary>
    public bool TryLimit(LimitSyntax syntax, out long? ticks)
    {
        ticks = syntax.Length is null ? null : _lengths.Ticks(syntax.Length, "within 30 days");
        return syntax.Length is null || ticks is not null;
    }
}
