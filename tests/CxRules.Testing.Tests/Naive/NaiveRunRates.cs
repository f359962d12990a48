using CxRules.Language.Binding;
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
        var (first, last) = rule.Signal is null ? (world.FirstDay, world.LastDay) : (_first, _last);
        var days = Period.DaysBetween(first, last) + 1;
        return days < LeastDays ? null
            : ExposureOf(rule.Signal) is not { } exposure ? cost * 365 / days
            : cost * Sum(exposure, last.PlusDays(1), last.PlusMonths(12)) / Sum(exposure, first, last);
    }

    /// <summary>Null where a day of the stretch is missing from the file, or nothing is in it.</summary>
    private decimal? Sum(string exposure, LocalDate first, LocalDate last)
    {
        decimal? sum = 0;
        for (var day = first; day <= last; day = day.PlusDays(1))
        {
            sum += world.Exposures.CountOf(exposure, day);
        }

        return sum == 0 ? null : sum;
    }

    private static string? ExposureOf(BoundSignal? signal) => signal switch
    {
        BoundSignalAnd and => and.Operands.Select(ExposureOf).FirstOrDefault(name => name is not null),
        BoundSignalOr or => or.Operands.Select(ExposureOf).FirstOrDefault(name => name is not null),
        BoundSignalNot not => ExposureOf(not.Operand),
        BoundThreshold { Amount: BoundBaseline { Spec: { Method: BaselineMethod.PerExposure, Exposure: { } name } } } => name,
        BoundThreshold threshold => threshold.Measure.Per?.Exposure,
        _ => null,
    };
}
