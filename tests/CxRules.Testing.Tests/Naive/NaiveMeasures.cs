using CxRules.Language.Binding;
using CxRules.Model.Contacts;

namespace CxRules.Testing.Tests.Naive;

/// <summary>Measures over a window; null is unknown.</summary>
internal sealed class NaiveMeasures(NaiveWorld world)
{
    private readonly Dictionary<string, BoundCondition> _kept = [];
    private Dictionary<string, List<long>>? _cancelled;

    /// <summary>One object for all conditions that are spelt alike.</summary>
    public BoundCondition Kept(BoundCondition condition) => _kept.TryGetValue(condition.Key, out var kept) ? kept : _kept[condition.Key] = condition;

    /// <summary>At an evaluation.</summary>
    public NaiveQuotient? Value(BoundMeasure measure, NaiveGroup group, Moment at) => ValueOf(measure, group, world.EndOf(measure, at));

    /// <summary>Of the window that ends at a moment, wherever the measure's own one does.</summary>
    public NaiveQuotient? ValueOf(BoundMeasure measure, NaiveGroup group, Moment end)
    {
        var value = Counted(measure, group, end);
        return measure.Per is not { } per ? value
            : value is { } counted && world.Exposures.Of(per.Exposure, world.SpanOf(measure, end)) is { } exposure ? counted * NaiveQuotient.Of(per.Count) / exposure
            : null;
    }

    private NaiveQuotient? Counted(BoundMeasure measure, NaiveGroup group, Moment end)
    {
        if (!world.IsKnown(measure, end))
        {
            return null;
        }

        var span = world.SpanOf(measure, end);

        var series = world.Series(measure.Population, group);
        return measure.Kind switch
        {
            MeasureKind.Volume => NaiveQuotient.Of(series.Count(span)),
            MeasureKind.Share or MeasureKind.RepeatRate => Share(Volume(measure, group, end), Among(measure, group, end)),
            MeasureKind.Customers => NaiveQuotient.Of(Customers(series.Within(span)).Count()),
            MeasureKind.Cost => series.Within(span).Aggregate((decimal?)0, (sum, contact) => sum + world.Prices.OfContact(contact)) is { } cost ? NaiveQuotient.Of(cost) : null,
            MeasureKind.Cancellations => NaiveQuotient.Of(Cancellations(series.Within(span), end)),
            MeasureKind.Average => Average(Numbers(measure, series.Within(span))),
            MeasureKind.Percentile => Percentile(Numbers(measure, series.Within(span)), measure.Rank ?? 50),
            _ => throw new NotSupportedException(measure.Kind.ToString()),
        };
    }

    /// <summary>Contacts of the measure's population in its window.</summary>
    public long Volume(BoundMeasure measure, NaiveGroup group, Moment end) => measure.RepeatWithin is { } within
        ? Repeatable(measure, group, end).Count(contact => world.Journeys.Repeats(contact, within))
        : world.Series(measure.Population, group).Count(world.SpanOf(measure, end));

    public long Among(BoundMeasure measure, NaiveGroup group, Moment end) => measure.RepeatWithin is not null
        ? Repeatable(measure, group, end).Count()
        : world.Settled(measure.Among ?? BoundAnd.Everything, measure.Population, group).Count(world.SpanOf(measure, end));

    private IEnumerable<NaiveContact> Repeatable(BoundMeasure measure, NaiveGroup group, Moment end) =>
        world.Series(measure.Population, group).Within(world.SpanOf(measure, end)).Where(contact => contact.Code("customer") is not null && contact.Code("disposition") is not null);

    public static decimal Median(List<decimal> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }

    private static NaiveQuotient? Share(long part, long whole) => whole == 0 ? null : NaiveQuotient.Of(100 * part) / NaiveQuotient.Of(whole);

    private static IEnumerable<string> Customers(IEnumerable<NaiveContact> contacts) =>
        contacts.Select(contact => contact.Code("customer")).OfType<string>().Distinct(StringComparer.Ordinal);

    private decimal Cancellations(IEnumerable<NaiveContact> contacts, Moment end)
    {
        _cancelled ??= world.Contacts.Where(contact => NaiveKinds.IsContact(contact) && contact.Number("cancelled") == 1 && contact.Code("customer") is not null)
            .GroupBy(contact => contact.Code("customer") ?? "").ToDictionary(customer => customer.Key, customer => customer.Select(contact => contact.OccurredAt).ToList());
        return Customers(contacts.Where(contact => contact.Code("customer") is { } customer && _cancelled.TryGetValue(customer, out var instants)
            && instants.Exists(instant => instant >= contact.OccurredAt && instant < end.Utc))).Count();
    }

    private static List<decimal> Numbers(BoundMeasure measure, IEnumerable<NaiveContact> contacts)
    {
        var field = measure.Field ?? throw new InvalidOperationException("A measure of a field names it.");
        decimal scale = FieldScale.Of(field.Kind);
        return [.. contacts.Select(contact => contact.Number(field.Name)).OfType<long>().Select(number => number / scale)];
    }

    private static NaiveQuotient? Average(List<decimal> numbers) => numbers.Count == 0 ? null : NaiveQuotient.Of(numbers.Sum()) / NaiveQuotient.Of(numbers.Count);

    private static NaiveQuotient? Percentile(List<decimal> numbers, decimal rank) => numbers.Count == 0 ? null
        : NaiveQuotient.Of(rank == 50 ? Median(numbers) : numbers.Order().ElementAt(Math.Max(1, (int)decimal.Ceiling(rank * numbers.Count / 100)) - 1));
}
