using CxRules.Language.Binding;
using CxRules.Model.Projects;
using CxRules.Model.Time;

namespace CxRules.Testing.Tests.Naive;

/// <summary>
/// What a rule's money expects of a day (hour) of a case, where that is not the mean of the days before: by the first baseline of its `if`, if that is
/// about the volume of the rule's population.
/// </summary>
internal sealed class NaiveExpectation(NaiveWorld world, BoundRule rule, bool hourly)
{
    private readonly BoundThreshold? _first = Thresholds(rule.Signal).FirstOrDefault(threshold => threshold.Amount is BoundBaseline);

    public bool IsLearned => Spec?.Method is not (BaselineMethod.Fixed or BaselineMethod.PerExposure);

    private BaselineSpec? Spec => _first is { Measure.Kind: MeasureKind.Volume, Amount: BoundBaseline baseline } && _first.Measure.Population.Key == rule.Population.Key ? baseline.Spec : null;

    /// <summary>Null where it is unknown.</summary>
    /// <param name="references">Days (hours) before the case, with their contacts, by weekday (hour of the week).</param>
    public decimal? Of(List<NaiveUnit> units, Dictionary<int, List<(NaiveUnit Unit, long Count)>> references, Func<NaiveUnit, int> slot) =>
        Spec is not { } spec ? null
        : spec.Method == BaselineMethod.Fixed ? units.Count * spec.Fixed / UnitsOfWindow
        : PerExposure(spec.Exposure, units, references, slot);

    private int UnitsOfWindow => !hourly ? _first?.Measure.Window.Length ?? 1 : _first?.Measure.Window.NominalHours ?? 1;

    /// <summary>Each weekday (hour of the week) has a rate of its own; windows of several days have one for all.</summary>
    private decimal? PerExposure(string? exposure, List<NaiveUnit> units, Dictionary<int, List<(NaiveUnit Unit, long Count)>> references, Func<NaiveUnit, int> slot) =>
        rule.Window is { Unit: TimeUnit.Day, Length: > 1 } ? PerExposure(exposure, units, [.. references.Values.SelectMany(same => same)])
        : units.GroupBy(slot).Aggregate((decimal?)0, (sum, same) => sum + PerExposure(exposure, same, references[same.Key]));

    private decimal? PerExposure(string? exposure, IEnumerable<NaiveUnit> units, List<(NaiveUnit Unit, long Count)> references)
    {
        var known = references.Select(reference => (Exposure: Of(exposure, reference.Unit), reference.Count)).Where(reference => reference.Exposure is not null).ToList();
        var driven = known.Sum(reference => reference.Exposure ?? 0);
        var driving = units.Aggregate((decimal?)0, (sum, unit) => sum + Of(exposure, unit));
        return driving == 0 ? 0 : driven == 0 ? null : driving * known.Sum(reference => reference.Count) / driven;
    }

    private decimal? Of(string? exposure, NaiveUnit unit) => world.Exposures.CountOf(exposure, unit.Span)?.ToDecimal();

    private static IEnumerable<BoundThreshold> Thresholds(BoundSignal? signal) => signal switch
    {
        BoundSignalAnd and => and.Operands.SelectMany(Thresholds),
        BoundSignalOr or => or.Operands.SelectMany(Thresholds),
        BoundSignalNot not => Thresholds(not.Operand),
        BoundThreshold threshold => [threshold],
        _ => [],
    };
}
