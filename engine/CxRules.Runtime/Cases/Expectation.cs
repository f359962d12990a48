using CxRules.Model.Time;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Cases;

/// <summary>What a case's days (hours) are expected to have where the rule's baseline is an agreed number, goes by an exposure, or is the past itself.</summary>
/// <param name="Contacts">Null: the mean of the references.</param>
/// <param name="UnknownBecause">Null where it is known.</param>
/// <param name="Spread">What the dispersion is multiplied by to give the variance of the excess; null: that of the references.</param>
internal sealed record Expectation(decimal? Contacts, string? UnknownBecause, double? Spread = null)
{
    private const string NoExposure = "no count of the exposure is known for the case or the weeks before it";
    private const string NoPast = "nothing is known of the days that the case is compared with";

    public static Expectation Of(CaseReferences references, Exposures exposures) => references.State.Rule.Expectation switch
    {
        FixedExpectation agreed => new(agreed.PerUnit * references.Classes.Sum(group => group.CaseUnits), null),
        CycleExpectation agreed => new(agreed.PerCycle * references.CaseUnits.Count(exposures.Of(agreed.Exposure).Begins), null),
        RateExpectation agreed => Known(agreed.PerExposure * references.ExposureOf(exposures.Of(agreed.Exposure)), NoExposure),
        ExposureExpectation { Exposure: var name } => Known(ByExposure(references, exposures.Of(name)), NoExposure),
        EarlierExpectation past => references.Earlier(past.Days) is not { } earlier ? new(null, NoPast) : ByThePast(references, earlier, exposures.Find(past.Exposure)),
        _ => new(null, null),
    };

    private static Expectation Known(decimal? contacts, string unknown) => new(contacts, contacts is null ? unknown : null);

    /// <summary>The contacts of the earlier days, which vary as those of the case do; with an exposure, as many for each bill, order or appointment.</summary>
    private static Expectation ByThePast(CaseReferences references, (long Contacts, IReadOnlyList<int> Units) earlier, ExposureSeries? series)
    {
        if (series is null)
        {
            return new(earlier.Contacts, null, 2 * (earlier.Contacts + 0.5));
        }

        var then = earlier.Units.Aggregate((decimal?)0, (sum, unit) => sum + series.Over(unit, unit + 1));
        if (references.ExposureOf(series) is not { } now || then is not > 0)
        {
            return new(null, NoExposure);
        }

        var expected = earlier.Contacts * now / then.Value;
        return new(expected, null, (double)(expected + 0.5m) * (1 + (double)(now / then.Value)));
    }

    /// <summary>
    /// Contacts ÷ exposure of the reference days × the exposure of the case's days. A rule that looks at single days or at hours has a rate of
    /// each weekday (hour of the week); one with a longer window has one rate, for what a bill run brings on Monday comes through the week.
    /// </summary>
    private static decimal? ByExposure(CaseReferences references, ExposureSeries series)
    {
        var isPooled = references.State.Rule.Window is { Unit: TimeUnit.Day, Length: > 1 };
        var rates = new (decimal Case, decimal Reference, long Contacts)[isPooled ? 1 : references.Classes.Count];
        foreach (var unit in references.CaseUnits)
        {
            if (series.Over(unit, unit + 1) is not { } count)
            {
                return null;
            }

            rates[isPooled ? 0 : references.ClassOf(unit)].Case += count;
        }

        foreach (var reference in references.Units)
        {
            if (series.Over(reference.Unit, reference.Unit + 1) is { } count)
            {
                ref var rate = ref rates[isPooled ? 0 : reference.Class];
                rate = (rate.Case, rate.Reference + count, rate.Contacts + reference.Contacts);
            }
        }

        return Array.Exists(rates, rate => rate.Case > 0 && rate.Reference <= 0)
            ? null
            : rates.Where(rate => rate.Case > 0).Sum(rate => rate.Contacts / rate.Reference * rate.Case);
    }
}
