using System.Collections.Immutable;
using System.Globalization;
using CxRules.Language.Diagnostics;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Model.Contacts;
using CxRules.Model.Time;

namespace CxRules.Language.Binding;

/// <summary>Conditions on the moment of a contact: its weekday, its local time of day, and points in time against dates.</summary>
internal sealed class MomentBinder(BindingScope scope)
{
    private readonly ZoneRules _zone = scope.Project.Zone ?? ZoneRules.Utc;

    public BoundCondition? BindWeekday(ComparisonSyntax syntax)
    {
        if (syntax.Operator.Kind is OperatorKind.Less or OperatorKind.LessOrEqual or OperatorKind.Greater or OperatorKind.GreaterOrEqual)
        {
            scope.Report(BindingErrors.WrongOperator, syntax.Operator, ContactMoment.Weekday, "a name", "Write `weekday in (saturday, sunday)`.");
            return null;
        }

        var complete = ListItems.TryRead(scope, syntax.Right, syntax.Operator.Kind, out var items);
        var days = ImmutableArray.CreateBuilder<DayOfWeek>();
        foreach (var (owner, item) in items)
        {
            if ((owner == scope ? this : new MomentBinder(owner)).Day(item) is { } day)
            {
                days.Add(day);
            }
            else if (owner != scope)
            {
                scope.Fail();
            }
        }

        return !complete || days.Count < items.Count ? null : Negated(scope.At(syntax, new BoundWeekday([.. days.Distinct().Order()])), syntax.Operator.Kind);
    }

    /// <summary>`local time > 20:00` is from 20:00 to midnight, `local time &lt; 08:00` from midnight to 08:00.</summary>
    public BoundCondition? BindLocalTime(ComparisonSyntax syntax)
    {
        if (syntax.Right is not TimeSyntax time)
        {
            return BadTime(syntax.Right);
        }

        if (syntax.Operator.Kind is OperatorKind.Equal or OperatorKind.NotEqual or OperatorKind.In or OperatorKind.NotIn)
        {
            scope.Report(BindingErrors.WrongOperator, syntax.Operator, ContactMoment.LocalTime, "a moment", "Write `local time between 20:00 and 08:00`.");
            return null;
        }

        var isAfter = syntax.Operator.Kind is OperatorKind.Greater or OperatorKind.GreaterOrEqual;
        return LocalTime(syntax, isAfter ? time.Value : TimeOnly.MinValue, isAfter ? TimeOnly.MinValue : time.Value);
    }

    public BoundCondition? BindLocalTime(BetweenSyntax syntax) => (syntax.Low, syntax.High) switch
    {
        (TimeSyntax from, TimeSyntax to) => LocalTime(syntax, from.Value, to.Value),
        (TimeSyntax, var bad) => BadTime(bad),
        (var bad, _) => BadTime(bad),
    };

    /// <summary>A date is its whole local day: `> 2026-01-31` begins with the day after.</summary>
    public BoundCondition? BindDate(SyntaxNode syntax, ContactField field, Comparison comparison, DateOnly day)
    {
        if (day == DateOnly.MaxValue)
        {
            scope.Report(BindingErrors.ValueRefused, syntax, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "it is the last day there is", "Write an earlier date.");
            return null;
        }

        var start = _zone.StartOfDay(day);
        var end = _zone.StartOfDay(day.AddDays(1));
        return comparison switch
        {
            Comparison.Less => Bound(Comparison.Less, start),
            Comparison.LessOrEqual => Bound(Comparison.Less, end),
            Comparison.Greater => Bound(Comparison.GreaterOrEqual, end),
            Comparison.GreaterOrEqual => Bound(Comparison.GreaterOrEqual, start),
            Comparison.Equal => Logic.And(Bound(Comparison.GreaterOrEqual, start), Bound(Comparison.Less, end)),
            _ => Logic.Or([Bound(Comparison.Less, start), Bound(Comparison.GreaterOrEqual, end)]),
        };

        BoundCondition Bound(Comparison bound, long ticks) => scope.At(syntax, new BoundNumber(field, bound, ticks));
    }

    public static BoundCondition Negated(BoundCondition condition, OperatorKind kind) =>
        kind is OperatorKind.NotEqual or OperatorKind.NotIn ? Logic.Not(condition) : condition;

    private BoundLocalTime? LocalTime(SyntaxNode syntax, TimeOnly from, TimeOnly to)
    {
        if (from != to)
        {
            return scope.At(syntax, new BoundLocalTime(from, to));
        }

        scope.Report(BindingErrors.BadMoment, syntax, scope.Written(syntax), "a stretch of the day", "Write two different times, for example `local time between 20:00 and 08:00`.");
        return null;
    }

    private BoundCondition? BadTime(OperandSyntax operand)
    {
        if (operand is not BadOperandSyntax)
        {
            scope.Report(BindingErrors.BadMoment, operand, scope.Written(operand), "a time of day", "Write hours and minutes, for example `20:00`.");
        }

        return null;
    }

    private DayOfWeek? Day(OperandSyntax item)
    {
        var name = item switch
        {
            WordsSyntax words => words.Value,
            TextSyntax text => text.Value,
            _ => scope.Written(item),
        };
        if (ContactMoment.TryDay(name, out var day))
        {
            return day;
        }

        if (item is not BadOperandSyntax)
        {
            var nearest = DidYouMean.Nearest(name, ContactMoment.DayNames);
            scope.ReportWithFix(BindingErrors.BadMoment, item.Span, nearest, name, "a weekday", nearest is null ? "Write `weekday in (saturday, sunday)`." : $"Did you mean '{nearest}'?");
        }

        return null;
    }
}
