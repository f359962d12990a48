using CxRules.Model.Time;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Cases;

/// <summary>What a case's days (hours) are expected to have where the rule's baseline is an agreed number, or goes by an exposure.</summary>
internal static class Expectation
{
    /// <summary>The expected contacts; null: the mean of the references. False where an exposure is not known.</summary>
    public static (decimal? Expected, bool IsKnown) Of(CaseReferences references, Exposures exposures) => references.State.Rule.Expectation switch
    {
        FixedExpectation agreed => (agreed.PerUnit * references.Classes.Sum(group => group.CaseUnits), true),
        ExposureExpectation { Exposure: var name } when exposures.Find(name) is { } series && ByExposure(references, series) is var expected => (expected, expected is not null),
        _ => (null, true),
    };

    /// <summary>
    /// Contacts ÷ exposure of the reference days × the exposure of the case's days. A rule that looks at single days or at hours has a rate of
    /// each weekday (hour of the week); one with a longer window has one rate, for what a bill run brings on Monday comes through the week.
    /// </summary>
    private static decimal? ByExposure(CaseReferences references, ExposureSeries series)
    {
        var state = references.State;
        var isPooled = state.Rule.Window is { Unit: TimeUnit.Day, Length: > 1 };
        var rates = new (decimal Case, decimal Reference, long Contacts)[isPooled ? 1 : references.Classes.Count];
        for (var unit = state.FirstUnit; unit <= state.LastUnit; unit++)
        {
            if (state.Holds(unit))
            {
                if (series.Over(unit, unit + 1) is not { } count)
                {
                    return null;
                }

                rates[isPooled ? 0 : references.ClassOf(unit)].Case += count;
            }
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
