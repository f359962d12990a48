using System.Globalization;
using CxRules.Language.Binding;
using CxRules.Model.Time;

namespace CxRules.Language.Tests.Binding;

/// <summary>Bound rules as short texts. P is the rule's population.</summary>
internal static class BoundPrinter
{
    private static readonly Dictionary<Comparison, string> Signs = new()
    {
        [Comparison.Equal] = "=", [Comparison.NotEqual] = "!=", [Comparison.Less] = "<",
        [Comparison.LessOrEqual] = "<=", [Comparison.Greater] = ">", [Comparison.GreaterOrEqual] = ">=",
    };

    public static string Signal(BoundRule rule) => rule.Signal is null ? "" : Signal(rule.Signal, rule);

    public static string Signal(BoundSignal signal, BoundRule rule) => signal switch
    {
        BoundSignalAnd and => $"({string.Join(" and ", and.Operands.Select(operand => Signal(operand, rule)))})",
        BoundSignalOr or => $"({string.Join(" or ", or.Operands.Select(operand => Signal(operand, rule)))})",
        BoundSignalNot not => $"not {Signal(not.Operand, rule)}",
        BoundThreshold threshold => $"{Measure(threshold.Measure, rule)} {Signs[threshold.Comparison]} {Amount(threshold.Amount, rule)}{Guard(threshold.Guard)}",
        BoundSample sample => $"sample {sample.Sample} {Signs[sample.Comparison]} {Text(sample.Count)} per {sample.Per}",
        BoundCaseState state => $"case {state.Rule ?? "any"} {state.Standing}{(state.HeldTicks is { } ticks ? $" for {TimeSpan.FromTicks(ticks).TotalDays}d" : "")}",
        BoundPastCap past => $"case {past.Rule ?? "any"} PastItsCap{(past.HeldTicks is { } ticks ? $" for {TimeSpan.FromTicks(ticks).TotalDays}d" : "")}",
        BoundCaseCost cost => $"case {cost.Rule ?? "any"} cost {Signs[cost.Comparison]} {Text(cost.Amount)}",
        BoundSignalActive active => $"signal {active.Signal}",
        BoundChance chance => $"{Measure(chance.Measure, rule)} beyond {Text((decimal)chance.Level)}",
        _ => throw new InvalidOperationException(signal.GetType().Name),
    };

    public static string Measure(BoundMeasure measure, BoundRule rule)
    {
        var among = measure.Among is null ? "" : $"/{Population(measure.Among, rule)}";
        var field = measure.Field is null ? "" : $" {measure.Field.Name}";
        var rank = measure.Rank is null ? "" : $" {Text(measure.Rank.Value)}";
        return $"{measure.Kind}{rank}{field} {Population(measure.Population, rule)}{among} {measure.Window.Length}{(measure.Window.Unit == TimeUnit.Day ? "d" : "h")}{Tail(measure)}";
    }

    private static string Tail(BoundMeasure measure) => string.Concat(
        measure.Cycles is { } cycles ? $" {cycles.Count} cycles of {cycles.Exposure}" : "",
        measure.Kind == MeasureKind.RepeatRate ? $" within {measure.RepeatWithin}" : "",
        measure.Per is { } per ? $" per {Text(per.Count)} {per.Exposure}" : "",
        measure.EarlierDays is { } days ? $" {days}d earlier" : "");

    /// <summary>All that a rule decides by, place and text apart.</summary>
    public static string Rule(BoundRule rule) => string.Join(
        '\n',
        $"{rule.Id} '{rule.Title}' {rule.Author} {rule.Severity} {rule.Priority} {rule.Expires} {rule.See}",
        $"P {rule.Population.Key}",
        $"if {Signal(rule)}",
        $"for {rule.For}",
        $"until {(rule.Until is null ? "" : Signal(rule.Until, rule))} for {rule.UntilFor}",
        $"per {string.Join(", ", rule.Per)} every {rule.Every} window {rule.Window} basis {rule.Basis}",
        $"route {string.Join('+', rule.Route?.Owners ?? [])} {rule.Route?.OwnerOf} {rule.Route?.CostEstimate} {rule.Route?.Priority} {rule.Route?.Evidence} {rule.Route?.Because}",
        $"suppresses {string.Join(", ", rule.Suppresses)}",
        $"says {rule.ConditionText}{string.Concat(rule.Actions.Select(action => $"\n{(action is BoundNotify notify ? $"notify {string.Join(", ", notify.Audiences)} {notify.Ticks}" : action)}"))}{Gates(rule)}");

    private static string Gates(BoundRule rule) =>
        (rule.Top is null ? "" : $"\n{rule.Top}") + (rule.Only.IsEmpty ? "" : $"\nonly {rule.Only.Length}") + (rule.Except.IsEmpty ? "" : $"\nexcept {rule.Except.Length}");

    private static string Population(BoundCondition condition, BoundRule rule) =>
        condition.Key == rule.Population.Key ? "P" : condition.Key == BoundAnd.Everything.Key ? "all" : condition.Key;

    private static string Amount(BoundAmount amount, BoundRule rule) => amount switch
    {
        BoundConstant constant => Text(constant.Value),
        BoundBaseline baseline => $"{Linear(baseline.Factor, baseline.Offset)}{Spec(baseline.Spec)}{By(baseline.By)}",
        BoundOther other => $"{Linear(other.Factor, other.Offset)}[{Measure(other.Measure, rule)}]",
        _ => throw new InvalidOperationException(amount.GetType().Name),
    };

    private static string Linear(decimal factor, decimal offset) => $"{Text(factor)}x{(offset == 0 ? "" : $"{(offset > 0 ? "+" : "")}{Text(offset)}")}";

    private static string Spec(BaselineSpec spec) => spec.Method == CxRules.Model.Projects.BaselineMethod.Fixed
        ? $"fixed({Text(spec.Fixed)})"
        : $"{spec.Method.ToString().ToLowerInvariant()}({spec.Windows},{spec.Least}){(spec.Exposure is null ? "" : $" of {spec.Exposure}")}";

    private static string By(BoundFactors? by) => by is null
        ? ""
        : $" by {by.Field.Name} ({string.Join(", ", by.Rows.Select(row => $"{string.Join('|', row.Codes)} {Text(row.Factor)}"))}{(by.Otherwise is { } otherwise ? $", otherwise {Text(otherwise)}" : "")})";

    private static string Guard(double? guard) => guard is null ? "" : $" guard {Text((decimal)guard.Value)}";

    private static string Text(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
