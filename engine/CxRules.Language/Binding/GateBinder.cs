using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;

namespace CxRules.Language.Binding;

/// <summary>`only on weekdays`, `except during incidents and between 20:00 and 08:00`.</summary>
internal sealed class GateBinder(BindingScope scope)
{
    private const string Holidays = "holidays";

    private static readonly Dictionary<string, ImmutableArray<DayOfWeek>> Days = new(StringComparer.OrdinalIgnoreCase)
    {
        ["weekdays"] = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
        [Holidays] = [],
    };

    private readonly LengthBinder _lengths = new(scope);

    public ImmutableArray<BoundMoment> Bind(MomentClauseSyntax? syntax) =>
        syntax is null ? [] : [.. syntax.Moments.Select(Bind).OfType<BoundMoment>()];

    private BoundMoment? Bind(MomentSyntax syntax) => syntax switch
    {
        OnDaysSyntax days => OnDays(days),
        BetweenTimesSyntax times => Between(times),
        DuringSyntax during => ProjectNames.Calendar(scope, during.Calendar) is { } calendar ? new BoundDuring(calendar) : null,
        AfterCalendarSyntax after => After(after),
        _ => null,
    };

    private BoundOnDays? OnDays(OnDaysSyntax syntax)
    {
        var found = syntax.Days.Select(Day).ToList();
        var holidays = syntax.Days.Any(day => string.Equals(day.Value, Holidays, StringComparison.OrdinalIgnoreCase));
        return found.Exists(days => days is null) ? null : new([.. found.SelectMany(days => days ?? []).Distinct().Order()], holidays);
    }

    private ImmutableArray<DayOfWeek>? Day(WordsSyntax words)
    {
        if (ContactMoment.TryDay(words.Value, out var day))
        {
            return [day];
        }

        if (Days.TryGetValue(words.Value, out var days))
        {
            return days;
        }

        var isWeekend = words.Value.StartsWith("weekend", StringComparison.OrdinalIgnoreCase);
        var nearest = isWeekend ? "saturday, sunday" : DidYouMean.Nearest(words.Value, ContactMoment.DayNames.Concat(Days.Keys));
        scope.ReportWithFix(
            BindingErrors.BadMoment,
            words.Span,
            nearest,
            words.Value,
            "a day",
            isWeekend ? "Write `on saturday, sunday`." : nearest is not null ? $"Did you mean '{nearest}'?" : "Write `on weekdays`, `on holidays` or `on monday, tuesday`; a calendar of the project follows `during`.");
        return null;
    }

    private BoundBetweenTimes? Between(BetweenTimesSyntax syntax)
    {
        if (syntax.From.Value != syntax.To.Value)
        {
            return new(syntax.From.Value, syntax.To.Value);
        }

        scope.Report(BindingErrors.BadMoment, syntax, scope.Written(syntax), "a stretch of the day", "Write two different times, for example `between 08:00 and 18:00`.");
        return null;
    }

    private BoundAfterCalendar? After(AfterCalendarSyntax syntax)
    {
        var calendar = ProjectNames.Calendar(scope, syntax.Calendar);
        return _lengths.Ticks(syntax.Length, "within 2 days") is { } ticks && calendar is not null ? new(calendar, ticks) : null;
    }
}
