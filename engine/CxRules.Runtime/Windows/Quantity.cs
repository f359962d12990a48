using CxRules.Model.Time;
using CxRules.Runtime.Plans;

namespace CxRules.Runtime.Windows;

/// <summary>The value of one measure for one group, window by window.</summary>
/// <param name="Reading">What all groups share.</param>
/// <param name="Population">The series of the measure's population.</param>
/// <param name="Among">Of a share's denominator.</param>
internal readonly record struct Quantity(MeasureReading Reading, Series Population, Series? Among)
{
    public MeasurePlan Plan => Reading.Plan;

    public Window Window => Reading.Plan.Window;

    public QuantityKind Kind => Reading.Plan.Kind;

    public bool IsVolume => Reading.Plan is { Kind: QuantityKind.Volume, Per: null };

    public bool IsShare => Reading.Plan.Kind == QuantityKind.Share;

    /// <summary>True where a value is a quotient, of which a decimal holds only so many digits.</summary>
    public bool IsRounded => Reading.Plan is { Kind: QuantityKind.Share or QuantityKind.Average } or { Per: not null };

    /// <summary>
    /// The value over the units [start, end), which lie in the history: contacts, customers, per cent, currency, the field's unit, or one of these for
    /// so many of an exposure. Null where it is unknown: a share of nothing, a cost with an unpriced contact, an average over no values, a rate without
    /// exposure.
    /// </summary>
    /// <param name="endUtc">The instant the window ends at.</param>
    public decimal? Over(int start, int end, long endUtc) => Reading.Plan.Per is not { } rate ? Counted(start, end, endUtc)
        : Reading.Exposure?.Over(start, end) is > 0 and var exposure ? Counted(start, end, endUtc) * rate.Count / exposure
        : null;

    private decimal? Counted(int start, int end, long endUtc)
    {
        switch (Reading.Plan.Kind)
        {
            case QuantityKind.Volume:
                return Population.Contacts(start, end);
            case QuantityKind.Share:
                var all = Among?.Contacts(start, end) ?? 0;
                return all == 0 ? null : 100m * Population.Contacts(start, end) / all;
            case QuantityKind.Cost:
                return Population.Unpriced(start, end) > 0 ? null : Population.Cost(start, end) / 1_000_000m;
            case QuantityKind.Average:
                var (sum, count) = Population.Average(Reading.AverageField, start, end);
                return count == 0 ? null : sum / Reading.Scale / count;
            case QuantityKind.Percentile:
                return Percentile(start, end);
            case QuantityKind.Customers:
                return Customers(start, end, _ => true);
            default:
                var cancellations = Reading.Cancellations;
                return Customers(start, end, entry => LeavesAfter(cancellations, entry, endUtc));
        }
    }

    /// <summary>The same without a rounded digit.</summary>
    public Fraction? Exactly(int start, int end, long endUtc)
    {
        if (Over(start, end, endUtc) is not { } rounded)
        {
            return null;
        }

        if (Reading is { Plan.Per: { } rate, Exposure: { } exposure })
        {
            return Counted(start, end, endUtc) is { } counted ? (Fraction)counted * rate.Count / exposure.Exactly(start, end) : null;
        }

        if (IsShare)
        {
            return (Fraction)(100m * Population.Contacts(start, end)) / (Among?.Contacts(start, end) ?? 1);
        }

        var (sum, count) = Reading.Plan.Kind == QuantityKind.Average ? Population.Average(Reading.AverageField, start, end) : (0, 0);
        return count == 0 ? rounded : (Fraction)sum / (Reading.Scale * count);
    }

    /// <summary>What makes the value unknown, for people.</summary>
    public string WhyUnknown(int start, int end) => Reading.Plan switch
    {
        { Per: { } rate } when !(Reading.Exposure?.Has(start, end) ?? false) => $"the exposure '{rate.Exposure}' has no count for the window",
        { Kind: QuantityKind.Share } => "there is no contact to take a share of",
        { Kind: QuantityKind.Cost } => "the cost of a contact is unknown",
        _ => $"no contact carries '{Reading.Plan.Field?.Name}'",
    };

    private int Customers(int start, int end, Func<CustomerEntry, bool> counts)
    {
        var customers = new HashSet<int>();
        foreach (var (_, entry) in Population.Customers(start, end))
        {
            if (counts(entry))
            {
                customers.Add(entry.Customer);
            }
        }

        return customers.Count;
    }

    private static bool LeavesAfter(IReadOnlyDictionary<int, List<long>> cancellations, CustomerEntry entry, long endUtc) =>
        cancellations.TryGetValue(entry.Customer, out var instants) && instants.Exists(instant => instant >= entry.OccurredAt && instant < endUtc);

    /// <summary>Nearest rank; the median of an even count is the mean of the two in the middle.</summary>
    private decimal? Percentile(int start, int end)
    {
        var field = Reading.Plan.Field?.Ordinal;
        var values = new List<long>();
        foreach (var (_, entry) in Population.Values(start, end))
        {
            if (entry.Field == field)
            {
                values.Add(entry.Value);
            }
        }

        values.Sort();
        if (values.Count == 0)
        {
            return null;
        }

        if (Reading.Plan.Rank == 50 && values.Count % 2 == 0)
        {
            return ((decimal)values[(values.Count / 2) - 1] + values[values.Count / 2]) / 2 / Reading.Scale;
        }

        var rank = (int)Math.Ceiling(Reading.Plan.Rank / 100m * values.Count);
        return values[Math.Clamp(rank, 1, values.Count) - 1] / Reading.Scale;
    }
}
