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
    private readonly BoundThreshold? _first = Thresholds(rule.Signal).FirstOrDefault(threshold => threshold.Amount is BoundBaseline or BoundOther { Measure.EarlierDays: not null });

    public bool IsLearned => Past is null && Spec is not { Method: BaselineMethod.Fixed or BaselineMethod.PerExposure } && Per is null;

    /// <summary>Somebody agreed on a number for the rule's own contacts.</summary>
    public bool IsAgreed => Past is null && Spec is { Method: BaselineMethod.Fixed };

    private bool IsVolume => _first is { Measure: { Kind: MeasureKind.Volume, EarlierDays: null } measure } && measure.Population.Key == rule.Population.Key;

    private BaselineSpec? Spec => IsVolume && _first is { Amount: BoundBaseline baseline } ? baseline.Spec : null;

    private BoundExposure? Per => IsVolume && _first is { Amount: BoundBaseline } ? _first.Measure.Per : null;

    /// <summary>How many days before what the rule compares its volume with lies; null where it does not.</summary>
    private int? Past => IsVolume && _first is { Amount: BoundOther { Measure: { EarlierDays: { } days } other } } && (other with { EarlierDays = null }).Equals(_first.Measure) ? days : null;

    /// <summary>Null where it is unknown.</summary>
    /// <param name="references">Days (hours) before the case, with their contacts, by weekday (hour of the week).</param>
    public decimal? Of(List<NaiveUnit> units, NaiveSeries series, Dictionary<int, List<(NaiveUnit Unit, long Count)>> references, Func<NaiveUnit, int> slot) =>
        Past is { } days ? OfThePast(units, series, days)
        : Spec is not { } spec ? null
        : spec.Method == BaselineMethod.PerExposure ? PerExposure(spec.Exposure, units, references, slot)
        : spec.Method != BaselineMethod.Fixed ? PerExposure(Per?.Exposure, units, references, slot)
        : Per is { } per ? units.Aggregate((decimal?)0, (sum, unit) => sum + Of(per.Exposure, unit)) * spec.Fixed / per.Count
        : _first?.Measure.Cycles is { } cycles ? units.Count(unit => world.Calendar.StartOfDay(unit.Local.Date) == unit.Span.Start && world.Exposures.CountOf(cycles.Exposure, unit.Local.Date) > 0) * spec.Fixed / cycles.Count
        : units.Count * spec.Fixed / UnitsOfWindow;

    /// <summary>What the dispersion is multiplied by; null: as usual. The past varies as the present does.</summary>
    public double? Spread(List<NaiveUnit> units, decimal expected) => Past is not { } days ? null
        : _first?.Measure.Per is { } per ? (double)(expected + .5m) * (1 + (double)(ExposureOf(per, units) / ExposureOf(per, [.. units.Select(unit => Before(unit, days))]) ?? 0))
        : (double)(expected + .5m) * 2;

    private decimal? OfThePast(List<NaiveUnit> units, NaiveSeries series, int days)
    {
        var past = units.ConvertAll(unit => Before(unit, days));
        if (!past.TrueForAll(unit => world.IsKnown(unit.Span)))
        {
            return null;
        }

        decimal contacts = past.Sum(unit => series.Count(unit.Span));
        return _first?.Measure.Per is not { } per ? contacts
            : ExposureOf(per, past) is > 0 and var then ? contacts * ExposureOf(per, units) / then
            : null;
    }

    private decimal? ExposureOf(BoundExposure per, List<NaiveUnit> units) => units.Aggregate((decimal?)0, (sum, unit) => sum + Of(per.Exposure, unit));

    /// <summary>The same day (hour) so many days before.</summary>
    private NaiveUnit Before(NaiveUnit unit, int days)
    {
        var local = unit.Local.PlusDays(-days);
        var start = world.Calendar.Utc(local);
        return hourly ? new(local, new(start, start + TimeSpan.TicksPerHour)) : new(local, world.DaySpan(local.Date));
    }

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
