using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Model.Time;

namespace CxRules.Language.Binding;

/// <summary>What may follow a measure: `per 100 bills`, `52 weeks earlier`.</summary>
internal readonly struct MeasureTail(BindingScope scope)
{
    private const decimal MillisecondsADay = 86_400_000;
    private const int HoursADay = 24;
    private const int LongestInDays = 3_660;
    private const decimal LargestExposure = 1_000_000_000;

    private readonly UnitBinder _units = new(scope);

    /// <summary>The measure with its tail; null after a report.</summary>
    public BoundMeasure? Bind(MeasureSyntax syntax, BoundMeasure measure)
    {
        var per = syntax.Per is null ? null : Per(syntax, syntax.Per, measure);
        var earlier = syntax.Earlier is null ? null : Earlier(syntax.Earlier, measure);
        return (syntax.Per is not null && per is null) || (syntax.Earlier is not null && earlier is null)
            ? null
            : measure with { Per = per, EarlierDays = earlier };
    }

    private BoundExposure? Per(MeasureSyntax syntax, PerExposureSyntax per, BoundMeasure measure)
    {
        var unit = MeasureUnit.Of(measure);
        if (!unit.IsCount && unit.Dimension != Dimension.Money)
        {
            scope.Report(BindingErrors.ExposureRefused, per, scope.Written(per), $"'{scope.Written(syntax)}' is {unit.Noun}", "Write it after a number of contacts or customers, or after money: `weekly volume per 100 bills`.");
            return null;
        }

        var exposure = ProjectNames.Exposure(scope, per.Exposure);
        if (per.Count is { Unit: null, Value: > 0 and <= LargestExposure })
        {
            return exposure is null ? null : new(per.Count.Value, exposure);
        }

        scope.Report(BindingErrors.ExposureRefused, per, scope.Written(per), $"'{scope.Written(per.Count)}' is no plain number above 0", "Write for example `per 100 bills`.");
        return null;
    }

    private int? Earlier(NumberSyntax syntax, BoundMeasure measure)
    {
        if (_units.Convert(syntax, Dimension.Time, "the distance", "a length of time") is not { } milliseconds)
        {
            return null;
        }

        var days = milliseconds / MillisecondsADay;
        if (days != decimal.Truncate(days) || days is < 1 or > LongestInDays)
        {
            return Refuse(syntax, "windows lie a whole number of days or weeks apart, at most ten years", "Write for example `52 weeks earlier`.");
        }

        var least = (measure.Window.NominalHours + HoursADay - 1) / HoursADay;
        return measure.Cycles is null && days < least
            ? Refuse(syntax, $"the window is {measure.Window}, and the two would share contacts", $"Write `{new Window(least, TimeUnit.Day)} earlier`, or more.")
            : (int)days;
    }

    private int? Refuse(NumberSyntax syntax, string reason, string help)
    {
        scope.Report(BindingErrors.EarlierRefused, syntax, scope.Written(syntax), reason, help);
        return null;
    }
}
