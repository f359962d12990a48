using System.Globalization;
using CxRules.Language.Binding;
using CxRules.Model.Time;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>Exposure, cycles, comparisons with the past and the largest groups, as sentences and as bound trees.</summary>
internal static class RandomPast
{
    private static readonly string[] Plain =
    [
        "{0} volume per 100 bills > 4", "{0} volume per 100 bills > baseline × 1.2", "{0} customers per 50 bills > baseline", "{0} volume of (channel = phone) per 100 mailings > 3",
        "{0} volume per 100 bills > baseline from fixed 5", "{0} volume per 100 bills beyond chance", "{0} volume per 100 bills > baseline from per exposure mailings", "{0} volume > 1.5 × {0} volume {1} days earlier",
        "{0} volume > {0} volume 14 days earlier", "{0} share of (channel = phone) > {0} share of (channel = phone) {1} days earlier + 5%", "{0} volume per 100 bills > 1.2 × volume per 100 bills {1} days earlier",
        "{0} volume {1} days earlier > baseline", "{0} volume 14 days earlier beyond chance", "{0} average handle time > 1.1 × average handle time 28 days earlier",
    ];

    private static readonly string[] Cycles =
    [
        "volume over {0} cycles of mailings > {1}", "volume over {0} cycles of mailings > baseline × 1.1", "volume per 100 mailings over {0} cycles of mailings > 20",
        "volume per 100 mailings over {0} cycles of mailings > baseline", "volume over {0} cycles of mailings > baseline from fixed {1}", "volume beyond chance over {0} cycles of mailings",
        "share of (channel = phone) over {0} cycles of bills > baseline", "volume over {0} cycles of mailings > 1.1 × volume 21 days earlier", "customers over {0} cycles of mailings > {1} and at least 3 contacts",
    ];

    /// <summary>Mostly the condition as it is.</summary>
    public static string Text(Dice dice, string condition, string window)
    {
        if (dice.Is(.6))
        {
            return condition;
        }

        var one = dice.Is(.65) ? string.Format(CultureInfo.InvariantCulture, dice.Of<string>(Plain), window, dice.Of(7, 8, 28)) : string.Format(CultureInfo.InvariantCulture, dice.Of<string>(Cycles), dice.Between(1, 3), dice.Between(3, 40));
        return dice.Is(.2) ? $"{one} and {condition}" : dice.Is(.1) ? $"({one} or {condition})" : one;
    }

    /// <summary>Behind `per`.</summary>
    public static string Top(Dice dice) => dice.Is(.3) ? $" top {dice.Between(1, 3)} by {dice.Of("volume", "customers", "cost", "cancellations")}" : "";

    public static BoundRule Bound(Dice dice, BoundRule rule)
    {
        BoundCycles? cycles = dice.Is(.15) ? new(dice.Between(1, 3), dice.Of(RandomExposure.Letters, RandomExposure.Letters, RandomExposure.Name)) : null;
        var rest = new Window(28 * (cycles?.Count ?? 0), TimeUnit.Day);
        var tail = dice.Is(.3);
        var signal = rule.Signal is { } condition ? Bound(condition) : null;
        return rule with
        {
            Signal = signal,
            Until = dice.Is(.3) && rule.Until is { } until ? Bound(until) : rule.Until,
            Window = cycles is null ? rule.Window : rest,
            Cycles = cycles,
            Top = !rule.Per.IsEmpty && dice.Is(.3) ? new(dice.Between(1, 3), dice.Of(MeasureKind.Volume, MeasureKind.Customers, MeasureKind.Cost, MeasureKind.Cancellations)) : null,
        };

        BoundSignal Bound(BoundSignal signal) => signal switch
        {
            BoundSignalAnd and => new BoundSignalAnd([.. and.Operands.Select(Bound)]),
            BoundSignalOr or => new BoundSignalOr([.. or.Operands.Select(Bound)]),
            BoundSignalNot not => new BoundSignalNot(Bound(not.Operand)),
            BoundChance chance => chance with { Measure = Measure(chance.Measure) },
            BoundThreshold threshold => Threshold(threshold, Measure(threshold.Measure)),
            _ => signal,
        };

        BoundThreshold Threshold(BoundThreshold threshold, BoundMeasure measure) => threshold.Amount is BoundOther || (tail && dice.Is(.4))
            ? new(measure, threshold.Comparison, new BoundOther(dice.Is(.2) && threshold.Amount is BoundOther other ? other.Measure : measure with { EarlierDays = (measure.EarlierDays ?? 0) + Days(measure) }, dice.Of(1m, 1.5m, .5m), dice.Of(0m, 0m, 1m)), null)
            : threshold with { Measure = measure };

        // The rule's window is its longest: now and then a condition keeps another.
        BoundMeasure Measure(BoundMeasure measure)
        {
            var ofCycles = cycles is not null && dice.Is(.8) ? measure with { Window = rest, Cycles = cycles } : measure;
            var isCounted = measure.Kind is MeasureKind.Volume or MeasureKind.Customers or MeasureKind.Cost or MeasureKind.Cancellations;
            return ofCycles with
            {
                Per = tail && isCounted && dice.Is(.5) ? new(dice.Of(100, 10), dice.Of(RandomExposure.Name, RandomExposure.Letters)) : null,
                EarlierDays = tail && dice.Is(.1) ? Days(measure) : null,
            };
        }

        int Days(BoundMeasure measure) => Math.Max(dice.Of(1, 7, 7, 14, 28, 30), measure.Window.Unit == TimeUnit.Day ? measure.Window.Length : 1);
    }
}
