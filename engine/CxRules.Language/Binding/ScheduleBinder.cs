using System.Globalization;
using CxRules.Language.Diagnostics;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Model.Time;

namespace CxRules.Language.Binding;

/// <summary>`every monday at 06:00`.</summary>
internal sealed class ScheduleBinder(BindingScope scope)
{
    private const string Help = "Write `every hour`, `every day at 06:00`, `every monday at 06:00`, `every week on monday` or `every month`.";

    private static readonly Dictionary<string, ScheduleKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["hour"] = ScheduleKind.Hour,
        ["day"] = ScheduleKind.Day,
        ["week"] = ScheduleKind.Week,
        ["month"] = ScheduleKind.Month,
    };

    /// <summary>What may follow `every`, but for the days of the week.</summary>
    public static IEnumerable<string> Words => Kinds.Keys;

    public Schedule? Bind(EveryClauseSyntax syntax)
    {
        var words = syntax.Words.Value.Split(' ');
        if (Read(words) is not { } schedule)
        {
            var known = Kinds.Keys.Concat(ContactMoment.DayNames);
            var nearest = DidYouMean.Nearest(words[^1], known);
            scope.ReportWithFix(
                BindingErrors.EveryRefused,
                syntax.Words.Span,
                nearest is not null && words.Length == 1 ? nearest : null,
                syntax.Words.Value,
                "",
                nearest is not null && words.Length == 1 ? $"Did you mean '{nearest}'?" : Help);
            return null;
        }

        return syntax.At is { } at ? WithTime(syntax, schedule, at) : schedule;
    }

    private Schedule? Read(string[] words)
    {
        if (words is [var only])
        {
            return ContactMoment.TryDay(only, out var weekday) ? new(ScheduleKind.Week, 0, weekday)
                : Kinds.TryGetValue(only, out var kind) ? new(kind, 0, kind == ScheduleKind.Week ? scope.Project.WeekStarts : null)
                : null;
        }

        return words is [var week, var on, var day]
            && string.Equals(week, "week", StringComparison.OrdinalIgnoreCase)
            && string.Equals(on, "on", StringComparison.OrdinalIgnoreCase)
            && ContactMoment.TryDay(day, out var named)
                ? new(ScheduleKind.Week, 0, named)
                : null;
    }

    private Schedule? WithTime(EveryClauseSyntax syntax, Schedule schedule, TimeSyntax at)
    {
        if (schedule.Kind == ScheduleKind.Hour)
        {
            scope.Report(BindingErrors.EveryRefused, at, syntax.Words.Value, $" at {At(at.Value)}", "Write `every hour`, or `every day at 06:00`.");
            return null;
        }

        if (at.Value.Ticks % TimeSpan.TicksPerHour != 0)
        {
            var hour = $"{at.Value.Hour:00}:00";
            scope.ReportWithFix(BindingErrors.EveryMinutes, at.Span, hour, At(at.Value), hour);
            return null;
        }

        return schedule with { Hour = at.Value.Hour };
    }

    private static string At(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
