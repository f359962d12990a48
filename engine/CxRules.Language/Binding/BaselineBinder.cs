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

    private static readonly Dictionary<string, BaselineMethod> Learnt = new(StringComparer.Ordinal)
    {
        ["median"] = BaselineMethod.Median,
        ["mean"] = BaselineMethod.Mean,
        ["same weekday"] = BaselineMethod.SameWeekday,
        ["trimmed mean"] = BaselineMethod.TrimmedMean,
        ["ewma"] = BaselineMethod.Ewma,
    };

    private readonly BaselineSettings _settings = scope.Project.Baseline;
    private readonly UnitBinder _units = new(scope);

    public BaselineSpec? Bind(BaselineSyntax syntax, BoundMeasure measure, Func<NumberSyntax, decimal?> amount)
    {
        var window = measure.Window;
        if (syntax.From is not { } from)
        {
            return Spec(_settings.Method, _settings.Windows) with { Exposure = _settings.Exposure };
        }

        if (from.Exposure is { } name)
        {
            return ProjectNames.Exposure(scope, name) is { } exposure ? Spec(BaselineMethod.PerExposure, _settings.Windows) with { Exposure = exposure } : null;
        }

        if (from.Value is not { } number)
        {
            return null;
        }

        if (!Learnt.TryGetValue(from.Method, out var method))
        {
            return amount(number) is { } value ? new(BaselineMethod.Fixed, 0, 0, value) : null;
        }

        return method == BaselineMethod.SameWeekday && window != Window.Daily
            ? Refuse(from, $"a window of {window} is no weekday", "Use it with `daily`, or write `from median of 8 weeks`: windows that long always start on the same weekday as their references.")
            : Learned(from, number, window, method);
    }

    private BaselineSpec? Learned(BaselineFromSyntax from, NumberSyntax number, Window window, BaselineMethod method)
    {
        if (_units.Find(number) is not { } unit)
        {
            return null;
        }

        var weeks = unit.Dimension == Dimension.Time ? number.Value * unit.Factor / MillisecondsAWeek : 0;
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
