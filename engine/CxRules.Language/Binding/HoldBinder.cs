using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Model.Time;

namespace CxRules.Language.Binding;

/// <summary>`for 2 days`, `for 3 of 5 days`, against how often the rule is evaluated.</summary>
internal sealed class HoldBinder(BindingScope scope)
{
    private const decimal MillisecondsAnHour = 3_600_000;
    private const int HoursADay = 24;
    private const int LongestInDays = 3_660;

    private static readonly Dictionary<ScheduleKind, (int Hours, string Unit)> Steps = new()
    {
        [ScheduleKind.Hour] = (1, "hours"),
        [ScheduleKind.Day] = (HoursADay, "days"),
        [ScheduleKind.Week] = (7 * HoursADay, "weeks"),
        [ScheduleKind.Month] = (28 * HoursADay, "months"),
    };

    public Hold? Bind(HoldSyntax syntax, Schedule every)
    {
        if (!UnitTable.TryFind(syntax.Length.Unit, out var unit) || unit.Dimension != Dimension.Time || syntax.Length.Unit is null)
        {
            return Refuse(syntax, "it is not a length of time", "Write for example `for 2 days`.");
        }

        if (unit.Factor < MillisecondsAnHour || syntax.Length.Value is <= 0 or > LongestInDays * HoursADay || syntax.Length.Value != decimal.Truncate(syntax.Length.Value))
        {
            return Refuse(syntax, "rules are evaluated at full hours", "Write a whole number of hours, days or weeks, for example `for 2 days`.");
        }

        var hours = (int)(syntax.Length.Value * unit.Factor / MillisecondsAnHour);
        if (hours > LongestInDays * HoursADay)
        {
            return Refuse(syntax, "it is longer than ten years", "Write for example `for 2 days`.");
        }

        var isHours = unit.Factor == MillisecondsAnHour;
        var hold = isHours ? new Hold(hours, TimeUnit.Hour) : new Hold(hours / HoursADay, TimeUnit.Day);
        return syntax.Needed is null ? Whole(syntax, hold, hours, every) : Some(syntax, hold, (int)(unit.Factor / MillisecondsAnHour), every);
    }

    private Hold? Whole(HoldSyntax syntax, Hold hold, int hours, Schedule every)
    {
        var (step, unit) = Steps[every.Kind];
        return hours >= step
            ? hold
            : Refuse(syntax, $"the rule is evaluated once in {step} hours, and this is shorter", $"Write at least one of its {unit}, or evaluate it more often with `every`.");
    }

    private Hold? Some(HoldSyntax syntax, Hold hold, int unitInHours, Schedule every)
    {
        if (unitInHours != Steps[every.Kind].Hours)
        {
            var needs = Steps.First(step => step.Value.Hours == unitInHours);
            return Refuse(
                syntax,
                $"it counts evaluations, and the rule is not evaluated once in {unitInHours} hours",
                $"Count {Steps[every.Kind].Unit}, or write `every {needs.Key.ToString().ToLowerInvariant()}`.");
        }

        return syntax.Needed is { } needed && needed.Value >= 1 && needed.Value <= syntax.Length.Value && needed.Value == decimal.Truncate(needed.Value)
            ? hold with { Needed = (int)needed.Value }
            : Refuse(syntax, "the first number must lie between 1 and the second", "Write for example `for 3 of 5 days`.");
    }

    private Hold? Refuse(HoldSyntax syntax, string reason, string help)
    {
        var length = syntax.Needed is { } needed ? $"{scope.Written(needed)} of {scope.Written(syntax.Length)}" : scope.Written(syntax.Length);
        scope.Report(BindingErrors.HoldRefused, syntax, length, reason, help);
        return null;
    }
}
