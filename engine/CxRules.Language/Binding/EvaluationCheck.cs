using System.Globalization;
using CxRules.Language.Syntax;
using CxRules.Model.Time;

namespace CxRules.Language.Binding;

/// <summary>Refuses a rule whose moments let none of its evaluations take place, whatever the dates of the project are.</summary>
internal sealed class EvaluationCheck(BindingScope scope)
{
    /// <summary>In three years there is each day of the week among the first days of months, and among the days before them.</summary>
    private const int Days = 3 * 366;

    private static readonly DateOnly First = new(2024, 1, 1);

    private static readonly Dictionary<ScheduleKind, string> Words = new()
    {
        [ScheduleKind.Day] = "every day",
        [ScheduleKind.Month] = "every month",
    };

    public void Check(Gate gate, Schedule every, MomentClauseSyntax? only, MomentClauseSyntax? except)
    {
        if (CanBeOpen(gate, every))
        {
            return;
        }

        var isExcept = except is not null && (only is null || CanBeOpen(gate with { Except = [] }, every));
        if ((isExcept ? except : only) is { } clause)
        {
            scope.Report(BindingErrors.NeverEvaluated, clause, Written(clause, scope), When(every), Remedy(gate, every));
        }
    }

    /// <summary>As a sentence, in whichever spelling it stands.</summary>
    public static string Written(MomentClauseSyntax clause, BindingScope scope) => $"{clause.Keyword.ToLowerInvariant()} {string.Join(" and ", clause.Moments.Select(scope.Written))}";

    /// <summary>`every monday at 06:00`, with what it belongs to.</summary>
    public static string When(Schedule every)
    {
        if (every.Kind == ScheduleKind.Hour)
        {
            return "`every hour`";
        }

        var belongs = every.Hour == 0
            ? "each of these midnights belongs to the day that it ends, and to its last hour"
            : string.Create(CultureInfo.InvariantCulture, $"each of these belongs to the hour from {every.Hour - 1:00}:00 to {every.Hour:00}:00");
        return $"`{Written(every)}`; {belongs}";
    }

    private static bool CanBeOpen(Gate gate, Schedule every) => EvaluationTime.Of(every, First, Days).Any(gate.CanBeOpen);

    private static string Remedy(Gate gate, Schedule every) => Others(every).Where(other => CanBeOpen(gate, other)).Select(Written).FirstOrDefault() is { } other
        ? $"Write for example `{other}`."
        : "No moment is left in any week: remove one of the moments after `only` or `except`.";

    // What changes least comes first; the later the hour, the more of the day has been seen.
    private static IEnumerable<Schedule> Others(Schedule every)
    {
        if (every.Kind == ScheduleKind.Hour)
        {
            return [];
        }

        var weekdays = every.Weekday is null ? [every.Weekday] : Enum.GetValues<DayOfWeek>().Select(day => (DayOfWeek?)day).Prepend(every.Weekday);
        var hours = Enumerable.Range(1, 23).Reverse().Prepend(every.Hour);
        return from weekday in weekdays
               from hour in hours
               select every with { Weekday = weekday, Hour = hour };
    }

    private static string Written(Schedule every)
    {
        var kind = every.Weekday is { } weekday ? $"every {weekday.ToString().ToLowerInvariant()}" : Words[every.Kind];
        return every.Hour == 0 ? kind : string.Create(CultureInfo.InvariantCulture, $"{kind} at {every.Hour:00}:00");
    }
}
