using System.Globalization;
using CxRules.Model.Cases;

namespace CxRules.Runtime.Plans;

/// <summary>A comparison or chance test in words, for explanations.</summary>
internal static class SignalText
{
    private static readonly Dictionary<ComparisonKind, string> s_signs = new()
    {
        [ComparisonKind.Equal] = "=",
        [ComparisonKind.NotEqual] = "≠",
        [ComparisonKind.Less] = "<",
        [ComparisonKind.LessOrEqual] = "≤",
        [ComparisonKind.Greater] = ">",
        [ComparisonKind.GreaterOrEqual] = "≥",
    };

    private static readonly Dictionary<decimal, string> s_spans = new() { [1 / 24m] = "hour", [1] = "day", [7] = "week" };

    public static string Of(SignalPlan leaf, EnginePlan plan, RulePlan rule) => leaf switch
    {
        ThresholdSignal threshold => $"{Measure(plan.Measures[threshold.Measure], rule)} {s_signs[threshold.Comparison]} {Amount(threshold.Amount, plan, rule)}{(threshold.Guarded ? ", and beyond chance" : "")}",
        ChanceSignal chance => $"{Measure(plan.Measures[chance.Test.Measure], rule)} beyond chance{(chance.Test.Less ? ", below" : "")}",
        ActiveSignal active => $"signal {active.Name} is active",
        StandingSignal standing => $"case {Openers(standing, plan)}is {CaseStandings.NameOf(standing.Standing)}{Held(standing.HeldTicks)}",
        PastCapSignal cap => $"case {Openers(cap, plan)}is past its cap{Held(cap.HeldTicks)}",
        CaseCostSignal cost => $"case {Openers(cost, plan)}cost {s_signs[cost.Comparison]} {Number(cost.Amount)}{(plan.Project.Currency is { } currency ? $" {currency}" : "")}",
        SampleSignal sample => $"sample {sample.Sample} {s_signs[sample.Comparison]} {Number(sample.Count)} contacts per {s_spans[sample.Days]}",
        TallySignal tally => $"tally over {plan.Measures[tally.Share].Span} {s_signs[tally.Comparison]} {Number(tally.Count)}",
        _ => "",
    };

    /// <summary>The rule that a case is of; nothing where it may be of several.</summary>
    private static string Openers(CaseSignal fact, EnginePlan plan) => fact.Rules is [var single] ? $"{plan.Rules[single].Id} " : "";

    private static string Held(long ticks) => ticks == 0 ? "" : ticks % TimeSpan.TicksPerDay == 0
        ? string.Create(CultureInfo.InvariantCulture, $" for {ticks / TimeSpan.TicksPerDay} days")
        : string.Create(CultureInfo.InvariantCulture, $" for {ticks / TimeSpan.TicksPerHour} hours");

    private static string Amount(AmountPlan amount, EnginePlan plan, RulePlan rule) => amount switch
    {
        ConstantAmount constant => Number(constant.Value),
        AgreedAmount agreed => Scaled(Number(agreed.Agreed), agreed),
        BaselineAmount baseline => Scaled("baseline", baseline),
        MeasureAmount other => Scaled(Measure(plan.Measures[other.Measure], rule), other),
        _ => "",
    };

    private static string Scaled(string what, AmountPlan amount) =>
        what + (amount.Factor == 1 ? "" : $" × {Number(amount.Factor)}") + (amount.By is { } by ? $" × its factor by {by.Field.Name}" : "") + (amount.Offset == 0 ? "" : $" + {Number(amount.Offset)}");

    private static string Measure(MeasurePlan measure, RulePlan rule)
    {
        var name = measure.Name ?? measure.Kind switch
        {
            QuantityKind.Average => $"average {measure.Field}",
            QuantityKind.Percentile => $"{Number(measure.Rank)}th percentile {measure.Field}",
            var kind => kind.ToString().ToLowerInvariant(),
        };
        var per = measure.Per is { } rate ? $" per {Number(rate.Count)} {rate.Exposure}" : "";
        var earlier = measure.EarlierDays is > 0 and var days ? $" {days} {(days == 1 ? "day" : "days")} earlier" : "";
        return $"{name}{per} over {measure.Span}{earlier}{(measure.Population == rule.Population || measure.Kind == QuantityKind.Share ? "" : " of a part of the contacts")}";
    }

    private static string Number(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
