using CxRules.Language.Binding;
using CxRules.Model.Cases;
using CxRules.Model.Projects;
using NodaTime;

namespace CxRules.Testing.Tests.Naive;

/// <summary>What a rule's cause costs a year, if it goes on as in the replayed period.</summary>
internal sealed class NaiveRunRates(NaiveWorld world, DateOnly? from, DateOnly? to)
{
    private const int LeastDays = 28;
    private readonly LocalDate _first = from is { } given && LocalDate.FromDateOnly(given) > world.FirstDay ? LocalDate.FromDateOnly(given) : world.FirstDay;
    private readonly LocalDate _last = to is { } given && LocalDate.FromDateOnly(given) < world.LastDay ? LocalDate.FromDateOnly(given) : world.LastDay;

    /// <param name="cost">What the rule cost in the period; null where that is unknown.</param>
    public decimal? Of(BoundRule rule, decimal? cost)
    {
        // Contacts are routed whatever is evaluated.
        var (first, last) = NaiveChain.KindOf(rule) == RuleKind.Contacts ? (world.FirstDay, world.LastDay) : (_first, _last);
        var days = Period.DaysBetween(first, last) + 1;
        return days < LeastDays ? null
            : ExposureOf(rule.Signal) is not { } exposure ? cost * 365 / days
            : cost * NextYear(exposure, last) / (Sum(exposure, first, last) is > 0 and var past ? past : null);
    }

    /// <summary>Null where the file ends more than a month before the twelve months do.</summary>
    private decimal? NextYear(string exposure, LocalDate last) => world.Exposures.LastDay(exposure) > last.PlusMonths(12).ToDateOnly().AddMonths(-1)
        ? Sum(exposure, last.PlusDays(1), last.PlusMonths(12))
        : null;

    private decimal? Sum(string exposure, LocalDate first, LocalDate last)
    {
        var sum = 0m;
        for (var day = first; day <= last; day = day.PlusDays(1))
        {
            sum += world.Exposures.CountOf(exposure, day) ?? 0;
        }

        return sum;
    }

    private static string? ExposureOf(BoundSignal? signal) => signal switch
    {
        BoundSignalAnd and => and.Operands.Select(ExposureOf).FirstOrDefault(name => name is not null),
        BoundSignalOr or => or.Operands.Select(ExposureOf).FirstOrDefault(name => name is not null),
        BoundSignalNot not => ExposureOf(not.Operand),
        BoundThreshold { Measure.Per: { } per } => per.Exposure,
        BoundThreshold { Amount: BoundBaseline { Spec: { Method: BaselineMethod.PerExposure, Exposure: { } name } } } => name,
        _ => null,
    };
}
