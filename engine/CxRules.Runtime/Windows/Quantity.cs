using CxRules.Model.Contacts;
using CxRules.Model.Time;
using CxRules.Runtime.Plans;

namespace CxRules.Runtime.Windows;

/// <summary>The value of one measure for one group, window by window.</summary>
internal sealed class Quantity
{
    private readonly MeasurePlan _plan;
    private readonly int _averageField;
    private readonly decimal _scale;
    private readonly IReadOnlyDictionary<int, List<long>> _cancellations;

    /// <param name="series">Of the measure's population.</param>
    /// <param name="among">Of a share's denominator.</param>
    public Quantity(MeasurePlan plan, Series series, Series? among, ProfileLayout layout, IReadOnlyDictionary<int, List<long>> cancellations)
    {
        _plan = plan;
        Population = series;
        Among = among;
        _cancellations = cancellations;
        _averageField = plan is { Kind: QuantityKind.Average, Field: { } averaged } ? layout.AverageFields.IndexOf(averaged) : -1;
        _scale = plan.Field is { } field ? FieldScale.Of(field.Kind) : 1;
    }

    public Window Window => _plan.Window;

    public QuantityKind Kind => _plan.Kind;

    public bool IsVolume => _plan.Kind == QuantityKind.Volume;

    public bool IsShare => _plan.Kind == QuantityKind.Share;

    /// <summary>True where a value is a quotient, of which a decimal holds only so many digits.</summary>
    public bool IsRounded => _plan.Kind is QuantityKind.Share or QuantityKind.Average;

    public Series Population { get; }

    public Series? Among { get; }

    /// <summary>
    /// The value over the units [start, end), which lie in the history: contacts, customers, per cent, currency, or the field's unit.
    /// Null where it is unknown: a share of nothing, a cost with an unpriced contact, an average over no values.
    /// </summary>
    /// <param name="endUtc">The instant the window ends at.</param>
    public decimal? Over(int start, int end, long endUtc)
    {
        switch (_plan.Kind)
        {
            case QuantityKind.Volume:
                return Population.Contacts(start, end);
            case QuantityKind.Share:
                var all = Among?.Contacts(start, end) ?? 0;
                return all == 0 ? null : 100m * Population.Contacts(start, end) / all;
            case QuantityKind.Cost:
                return Population.Unpriced(start, end) > 0 ? null : Population.Cost(start, end) / 1_000_000m;
            case QuantityKind.Average:
                var (sum, count) = Population.Average(_averageField, start, end);
                return count == 0 ? null : sum / _scale / count;
            case QuantityKind.Percentile:
                return Percentile(start, end);
            case QuantityKind.Customers:
                return Customers(start, end, _ => true);
            default:
                return Customers(start, end, entry => LeavesAfter(entry, endUtc));
        }
    }

    /// <summary>The same without a rounded digit.</summary>
    public Fraction? Exactly(int start, int end, long endUtc)
    {
        if (Over(start, end, endUtc) is not { } rounded)
        {
            return null;
        }

        if (IsShare)
        {
            return (Fraction)(100m * Population.Contacts(start, end)) / (Among?.Contacts(start, end) ?? 1);
        }

        var (sum, count) = _plan.Kind == QuantityKind.Average ? Population.Average(_averageField, start, end) : (0, 0);
        return count == 0 ? rounded : (Fraction)sum / (_scale * count);
    }

    /// <summary>What makes the value unknown, for people.</summary>
    public string UnknownBecause => _plan.Kind switch
    {
        QuantityKind.Share => "there is no contact to take a share of",
        QuantityKind.Cost => "the cost of a contact is unknown",
        _ => $"no contact carries '{_plan.Field?.Name}'",
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

    private bool LeavesAfter(CustomerEntry entry, long endUtc) =>
        _cancellations.TryGetValue(entry.Customer, out var instants) && instants.Exists(instant => instant >= entry.OccurredAt && instant < endUtc);

    /// <summary>Nearest rank; the median of an even count is the mean of the two in the middle.</summary>
    private decimal? Percentile(int start, int end)
    {
        var field = _plan.Field?.Ordinal;
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

        if (_plan.Rank == 50 && values.Count % 2 == 0)
        {
            return ((decimal)values[(values.Count / 2) - 1] + values[values.Count / 2]) / 2 / _scale;
        }

        var rank = (int)Math.Ceiling(_plan.Rank / 100m * values.Count);
        return values[Math.Clamp(rank, 1, values.Count) - 1] / _scale;
    }
}
