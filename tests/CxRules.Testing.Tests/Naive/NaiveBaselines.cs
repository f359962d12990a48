using CxRules.Language.Binding;
using CxRules.Model.Projects;
using CxRules.Model.Time;

namespace CxRules.Testing.Tests.Naive;

/// <summary>What was to be expected, and how likely chance alone does what was seen (statistics.md).</summary>
internal sealed class NaiveBaselines(NaiveWorld world, NaiveMeasures measures)
{
    private readonly NaiveReferences _references = new(world);
    private ((BoundMeasure?, BaselineSpec?, bool, NaiveGroup?, Moment) Asked, double? P) _last;

    public NaiveQuotient? Baseline(BoundMeasure measure, BaselineSpec spec, NaiveGroup group, Moment end)
    {
        if (spec.Method == BaselineMethod.Fixed)
        {
            return NaiveQuotient.Of(spec.Fixed);
        }

        end = world.EndOf(measure, end);
        var known = new List<(int Back, Moment End, NaiveQuotient Value)>();
        foreach (var (back, reference) in _references.Before(end, measure, ExposureOf(spec), spec, group))
        {
            if (measures.ValueOf(measure, group, reference) is { } value)
            {
                known.Add((back, reference, value));
            }
        }

        var values = known.ConvertAll(reference => reference.Value);
        return known.Count < Math.Max(1, spec.Least) ? null : spec.Method switch
        {
            BaselineMethod.Mean => NaiveQuotient.Mean(values),
            BaselineMethod.TrimmedMean => TrimmedMean(values),
            BaselineMethod.Ewma => NaiveQuotient.Sum(known.Select(reference => Weight(reference.Back) * reference.Value)) / NaiveQuotient.Sum(known.Select(reference => Weight(reference.Back))),
            BaselineMethod.PerExposure => _references.Exposure(spec.Exposure, measure, end) is { } now
                ? NaiveQuotient.Median(known.Select(reference => reference.Value * now / (_references.Exposure(spec.Exposure, measure, reference.End) ?? NaiveQuotient.Of(1))))
                : null,
            _ => NaiveQuotient.Median(values),
        };
    }

    /// <summary>The references of a chance test; null where too few are left.</summary>
    public List<Moment>? ChanceReferences(BoundMeasure measure, BaselineSpec spec, NaiveGroup group, Moment at)
    {
        var end = world.EndOf(measure, at);
        var references = _references.Before(end, measure, ChanceExposureOf(measure, spec), spec, group).Select(reference => reference.End)
            .Where(reference => measure.Kind is not (MeasureKind.Share or MeasureKind.RepeatRate) || measures.Among(measure, group, reference) > 0).ToList();
        return references.Count < Math.Max(1, spec.Least) ? null : references;
    }

    /// <summary>p; the last one is kept, for `if` asks twice for it.</summary>
    public double? Chance(BoundMeasure measure, BaselineSpec spec, bool less, NaiveGroup group, Moment end)
    {
        var asked = (measure, spec, less, group, end);
        _last = _last.Asked == asked ? _last : (asked, Compute(measure, spec, less, group, end));
        return _last.P;
    }

    private double? Compute(BoundMeasure measure, BaselineSpec spec, bool less, NaiveGroup group, Moment end)
    {
        if (ChanceReferences(measure, spec, group, end) is not { } references || !world.IsKnown(measure, world.EndOf(measure, end)))
        {
            return null;
        }

        end = world.EndOf(measure, end);
        var seen = measures.Volume(measure, group, end);
        var sum = references.Sum(reference => measures.Volume(measure, group, reference));
        return measure.Kind is MeasureKind.Share or MeasureKind.RepeatRate
            ? ShareChance(measure, less, group, end, references, seen, sum)
            : VolumeChance(measure, spec, less, group, end, references.Count, sum)(seen);
    }

    /// <summary>P(Y ≥ y) of any count y; null where it is unknown.</summary>
    public Func<long, double>? ChanceOfCounts(BoundMeasure measure, BaselineSpec spec, NaiveGroup group, Moment end) => ChanceReferences(measure, spec, group, end) is { } references
        ? VolumeChance(measure, spec, less: false, group, world.EndOf(measure, end), references.Count, references.Sum(reference => measures.Volume(measure, group, reference)))
        : null;

    private double? ShareChance(BoundMeasure measure, bool less, NaiveGroup group, Moment end, List<Moment> references, long seen, long sum)
    {
        var among = measures.Among(measure, group, end);
        var probability = (sum + .5) / (references.Sum(reference => measures.Among(measure, group, reference)) + 1);
        return among == 0 ? null
            : less ? NaiveStatistics.BinomialAtMost(seen, among, probability)
            : NaiveStatistics.BinomialAtLeast(seen, among, probability);
    }

    private Func<long, double> VolumeChance(BoundMeasure measure, BaselineSpec spec, bool less, NaiveGroup group, Moment end, int count, long sum)
    {
        var isDays = measure.Window.Unit == TimeUnit.Day;
        var series = world.Series(measure.Population, group);
        var dispersion = NaiveStatistics.Dispersion(Enumerable.Range(0, isDays ? 7 : 168)
            .Select(early => isDays ? world.Calendar.DaysBefore(end, early) : world.Calendar.HoursBefore(end, early))
            .Select(aligned => _references.Spread(series, aligned, measure, ChanceExposureOf(measure, spec), spec, group)));
        var mean = (sum + .5) / count;
        var variance = dispersion * mean * (1 + (1d / count));
        return seen => less ? NaiveStatistics.NegativeBinomialAtMost(seen, mean, variance) : NaiveStatistics.NegativeBinomialAtLeast(seen, mean, variance);
    }

    private static string? ExposureOf(BaselineSpec spec) => spec.Method == BaselineMethod.PerExposure ? spec.Exposure : null;

    /// <summary>What nothing could drive is no reference.</summary>
    private static string? ChanceExposureOf(BoundMeasure measure, BaselineSpec spec) => ExposureOf(spec) ?? measure.Per?.Exposure;

    /// <summary>Each week counts for 30 % less than the one after it.</summary>
    private static NaiveQuotient Weight(int back) => NaiveQuotient.Of(Enumerable.Repeat(.7m, back - 1).Aggregate(1m, (weight, left) => weight * left));

    private static NaiveQuotient TrimmedMean(List<NaiveQuotient> values)
    {
        var cut = values.Count < 4 ? 0 : Math.Max(1, values.Count / 8);
        return NaiveQuotient.Mean([.. values.Order().Skip(cut).SkipLast(cut)]);
    }
}
