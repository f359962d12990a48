using CxRules.Language.Binding;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using MathNet.Numerics.Distributions;
using NodaTime;

namespace CxRules.Testing.Tests.Naive;

/// <summary>A number that was estimated: nine times of ten it lies between the two.</summary>
internal sealed record NaiveEstimate(double Low, double Mid, double High)
{
    public NaiveEstimate Times(double factor) => new(Low * factor, Mid * factor, High * factor);

    /// <summary>Null where numbers on either side of the truth lie in the interval.</summary>
    public bool? Holds(Comparison comparison, double number)
    {
        var (low, high) = (Math.Round(Low, 9), Math.Round(High, 9));
        number = Math.Round(number, 9);
        var inside = low < number && number < high;
        var verdicts = new[] { low, high }.Select(end => Logic.Holds(end.CompareTo(number), comparison)).Concat(inside ? [Logic.Holds(0, comparison)] : []).Distinct().ToList();
        return verdicts.Count == 1 ? verdicts[0] : null;
    }
}

/// <summary>Samples of the project and tallies of looked-at contacts, from their definitions.</summary>
internal sealed class NaiveEstimates(NaiveWorld world, NaiveMeasures measures)
{
    private const double Tail = .05;

    /// <summary>A rule that asks for nothing else has no contacts but those that were looked at.</summary>
    public static BoundRule Narrowed(BoundRule rule) => !IsAll(rule.Signal) ? rule
        : rule with { Population = Measured(rule.Signal).All(leaf => leaf is BoundSample) ? new BoundOr([]) : new BoundAnd([rule.Population, LookedAt]) };

    public static bool IsAll(BoundSignal? signal) => Measured(signal).Any() && Measured(signal).All(leaf => leaf is BoundSample or BoundThreshold { Measure.Kind: MeasureKind.Tally });

    private static IEnumerable<BoundSignal> Measured(BoundSignal? signal) => Leaves(signal).Where(leaf => !NaiveChain.IsFact(leaf));

    private static IEnumerable<BoundSignal> Leaves(BoundSignal? signal) => signal switch
    {
        null => [],
        BoundSignalAnd and => and.Operands.SelectMany(Leaves),
        BoundSignalOr or => or.Operands.SelectMany(Leaves),
        BoundSignalNot not => Leaves(not.Operand),
        _ => [signal],
    };

    private static BoundCodeIn LookedAt { get; } = new(ContactSchema.Default.Fields.Single(field => field.Name == "kind"), [new("sample", false)]);

    public bool? Holds(BoundSample asked, BoundCondition population, NaiveGroup group, Moment at) =>
        PerDay(asked.Sample, population, group, at)?.Times(DaysOf(asked.Per)).Holds(asked.Comparison, (double)asked.Count);

    public bool? Holds(BoundThreshold tally, NaiveGroup group, Moment at) => world.IsKnown(tally.Measure, at) && tally.Amount is BoundConstant { Value: var number }
        ? OfTally(tally.Measure, group, [world.SpanOf(tally.Measure, at)])?.Holds(tally.Comparison, (double)number)
        : null;

    /// <summary>What a case of a rule that asks for estimates alone comes to.</summary>
    public NaiveEstimate? OfCase(BoundRule rule, BoundCondition population, NaiveGroup group, NaiveEpisode episode, List<Span> units, double days) => Measured(rule.Signal).First() switch
    {
        BoundSample sample => PerDay(sample.Sample, population, group, episode.LastTrue)?.Times(days),
        _ => OfTally(((BoundThreshold)Leaves(rule.Signal).First(leaf => leaf is BoundThreshold)).Measure, group, units),
    };

    private static double DaysOf(Window per) => per.Unit == TimeUnit.Hour ? per.Length / 24.0 : per.Length;

    private NaiveEstimate? OfTally(BoundMeasure measure, NaiveGroup group, List<Span> spans)
    {
        var hit = Once(new BoundAnd([measure.Population, LookedAt]));
        var hits = world.Series(hit, group);

        // As in any share, a record is one that was looked at once it is known whether it is a hit.
        var looked = world.Settled(Once(LookedAt), hit, group);
        var all = world.Series(Once(BoundAnd.Everything), group);
        var (k, n, whole) = (spans.Sum(hits.Count), spans.Sum(looked.Count), spans.Sum(all.Count));
        return n == 0 || n > whole ? null : Reviewed(n, whole, k);
    }

    /// <summary>Equal conditions as one object: series are kept by reference.</summary>
    private BoundCondition Once(BoundCondition condition) => measures.Kept(condition);

    private NaiveEstimate? PerDay(string name, BoundCondition population, NaiveGroup group, Moment at)
    {
        var sample = world.Project.Samples.FirstOrDefault(known => known.Name == name);
        var today = world.Calendar.DayOf(at.Utc - 1).ToDateOnly();
        if (sample?.Sheet is not { } sheet || today > sample.Until)
        {
            return null;
        }

        var over = sheet.Lines.Where(line => world.Calendar.StartOfDay(LocalDate.FromDateOnly(line.To).PlusDays(1)) <= at.Utc).ToList();
        if (over.Count == 0)
        {
            return null;
        }

        var parts = new List<NaiveEstimate>();
        foreach (var stratum in over.GroupBy(line => line.Stratum.ToLowerInvariant()))
        {
            var wholes = stratum.Select(line => line.Whole ?? Came(line, population, group)).ToList();
            var (looked, whole, found) = (stratum.Sum(line => line.Looked), wholes.Sum() ?? 0, stratum.Sum(line => line.Found));
            if (wholes.Contains(null) || looked > whole || (looked == 0 && whole > 0))
            {
                return null;
            }

            if (whole > 0)
            {
                parts.Add(sheet.Method == SampleMethod.Tally ? Tallied((double)looked, (double)whole, found) : Reviewed((double)looked, (double)whole, found));
            }
        }

        var days = over.SelectMany(line => Enumerable.Range(0, line.To.DayNumber - line.From.DayNumber + 1).Select(line.From.AddDays)).ToHashSet().Count;
        var middle = parts.Sum(part => part.Mid);
        return new NaiveEstimate(
            middle - Math.Sqrt(parts.Sum(part => Math.Pow(part.Mid - part.Low, 2))),
            middle,
            middle + Math.Sqrt(parts.Sum(part => Math.Pow(part.High - part.Mid, 2)))).Times(1.0 / days);
    }

    private decimal? Came(SampleLine line, BoundCondition population, NaiveGroup group)
    {
        var span = new Span(world.Calendar.StartOfDay(LocalDate.FromDateOnly(line.From)), world.Calendar.StartOfDay(LocalDate.FromDateOnly(line.To).PlusDays(1)));
        var isSeen = world.IsKnown(span) && span.End <= world.Calendar.StartOfDay(world.LastDay.PlusDays(1));
        return isSeen ? world.Series(population, group).Count(span) : null;
    }

    /// <summary>Poisson, by the quantiles of χ²; the hours in which was tallied are known.</summary>
    private static NaiveEstimate Tallied(double hours, double open, long found)
    {
        var narrower = Math.Sqrt(1 - (hours / open));
        var middle = found * open / hours;
        var low = found == 0 ? 0 : ChiSquared.InvCDF(2 * found, Tail) / 2 * open / hours;
        var high = ChiSquared.InvCDF((2 * found) + 2, 1 - Tail) / 2 * open / hours;
        return new(Math.Max(found, middle + (narrower * (low - middle))), middle, middle + (narrower * (high - middle)));
    }

    /// <summary>The proportions p at which p̂ is not further off than chance: |p̂ − p| ≤ z·√(p(1 − p)/n).</summary>
    private static NaiveEstimate Reviewed(double looked, double whole, long found)
    {
        if (looked >= whole)
        {
            return new(found, found, found);
        }

        var (seen, size) = (found / looked, looked * (whole - 1) / (whole - looked));
        var low = Edge(seen, 0);
        var high = Edge(seen, 1);
        return new(Math.Max(found, whole * low), whole * seen, Math.Min(whole - looked + found, whole * high));

        double Edge(double near, double far)
        {
            for (var i = 0; i < 200; i++)
            {
                var middle = (near + far) / 2;
                (near, far) = Math.Pow(seen - middle, 2) <= Math.Pow(Normal.InvCDF(0, 1, 1 - Tail), 2) * middle * (1 - middle) / size ? (middle, far) : (near, middle);
            }

            return near;
        }
    }
}
