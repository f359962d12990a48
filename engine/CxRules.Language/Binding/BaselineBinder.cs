using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Model.Projects;
using CxRules.Model.Time;

namespace CxRules.Language.Binding;

/// <summary>`baseline`, `baseline from median of 8 weeks`, `… from fixed 120`.</summary>
internal sealed class BaselineBinder(BindingScope scope)
{
    private const decimal HoursAWeek = 168;
    private const decimal MillisecondsAWeek = HoursAWeek * 3_600_000;
    private const int MostWeeks = 520;
    private const string SameWeekday = "same weekday";

    private readonly BaselineSettings _settings = scope.Project.Baseline;
    private readonly UnitBinder _units = new(scope);

    public BaselineSpec? Bind(BaselineSyntax syntax, BoundMeasure measure, Func<NumberSyntax, decimal?> amount)
    {
        var window = measure.Window;
        if (syntax.From is not { } from)
        {
            return Spec(_settings.Method, _settings.Windows);
        }

        switch (from.Method)
        {
            case "fixed":
                return amount(from.Value) is { } value ? new(BaselineMethod.Fixed, 0, 0, value) : null;
            case "median":
                return Learned(from, window, BaselineMethod.Median);
            case "mean":
                return Learned(from, window, BaselineMethod.Mean);
            case SameWeekday when window != Window.Daily:
                return Refuse(from, $"a window of {window} is no weekday", "Use it with `daily`, or write `from median of 8 weeks`: windows that long always start on the same weekday as their references.");
            case SameWeekday:
                return Learned(from, window, _settings.Method);
            default:
                return Refuse(from, "there is no such way", "Write `from median of 8 weeks`, `from mean of 4 weeks`, `from same weekday of 8 weeks` or `from fixed 120`.");
        }
    }

    private BaselineSpec? Learned(BaselineFromSyntax from, Window window, BaselineMethod method)
    {
        if (_units.Find(from.Value) is not { } unit)
        {
            return null;
        }

        var weeks = unit.Dimension == Dimension.Time ? from.Value.Value * unit.Factor / MillisecondsAWeek : 0;
        if (weeks is < 1 or > MostWeeks || weeks != decimal.Truncate(weeks))
        {
            return Refuse(from, "it needs a whole number of weeks, at most ten years", "Write for example `from median of 8 weeks`.");
        }

        var stepInWeeks = decimal.Ceiling(window.NominalHours / HoursAWeek);
        return Spec(method, Math.Max(1, (int)(weeks / stepInWeeks)));
    }

    private BaselineSpec Spec(BaselineMethod method, int windows) => new(method, windows, Math.Min(_settings.Least, windows), 0);

    private BaselineSpec? Refuse(BaselineFromSyntax from, string reason, string help)
    {
        scope.Report(BindingErrors.BaselineRefused, from, scope.Written(from), reason, help);
        return null;
    }
}
