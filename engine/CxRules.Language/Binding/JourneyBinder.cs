using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Model.Time;

namespace CxRules.Language.Binding;

/// <summary>`followed by (A) within 30 days`, `preceded by any contact within the same day`, `customer is repeat within 7 days`.</summary>
internal readonly struct JourneyBinder(BindingScope scope)
{
    private readonly LengthBinder _lengths = new(scope);

    public BoundJourney? Bind(JourneySyntax syntax, ConditionBinder conditions)
    {
        var contact = syntax.Contact is null ? BoundAnd.Everything : conditions.Bind(syntax.Contact);
        var isLimited = TryLimit(syntax.Limit, out var within);
        var direction = syntax.IsFollowed ? JourneyDirection.FollowedBy : JourneyDirection.PrecededBy;
        return contact is not null && isLimited ? scope.At(syntax, new BoundJourney(direction, contact, within)) : null;
    }

    public BoundJourney? Bind(RepeatSyntax syntax)
    {
        if (syntax.Limit is not { } limit)
        {
            scope.ReportWithAddition(BindingErrors.LimitMissing, syntax, "within 7 days", scope.Written(syntax));
            return null;
        }

        return TryLimit(limit, out var within) ? scope.At(syntax, new BoundJourney(JourneyDirection.PrecededBy, BoundAnd.Everything, within)) : null;
    }

    /// <summary>False after a report.</summary>
    public bool TryLimit(LimitSyntax syntax, out JourneyLimit within)
    {
        within = JourneyLimit.SameDay;
        if (syntax.Length is not { } length)
        {
            return true;
        }

        var ticks = _lengths.Ticks(length, "within 30 days");
        within = ticks is { } known ? Limit(known, length) : within;
        return ticks is not null;
    }

    /// <summary>Whole days and weeks are local ones, 23 hours or 25 where a clock is moved; hours are hours.</summary>
    private static JourneyLimit Limit(long ticks, NumberSyntax written) =>
        ticks % TimeSpan.TicksPerDay == 0 && UnitTable.TryFind(written.Unit, out var unit) && unit.Factor >= (decimal)TimeSpan.FromDays(1).TotalMilliseconds
            ? JourneyLimit.OfDays((int)(ticks / TimeSpan.TicksPerDay))
            : JourneyLimit.Elapsed(ticks);
}
