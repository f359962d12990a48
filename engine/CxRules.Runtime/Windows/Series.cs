using CxRules.Model.Time;

namespace CxRules.Runtime.Windows;

/// <summary>What one group of one population counted, unit after unit, as running sums: a window is a difference.</summary>
internal sealed class Series(Timeline timeline, TimeUnit bucketUnit, IReadOnlyList<Profile> profiles)
{
    private RunningSums? _contacts;
    private RunningSums? _cost;
    private RunningSums? _unpriced;
    private RunningSums? _paid;
    private RunningSums?[] _sums = [];
    private (int Unit, CustomerEntry Entry)[]? _customers;
    private (int Unit, ValueEntry Entry)[]? _values;

    private delegate long CellValue(in Cell cell);

    /// <summary>Of the timeline it is laid out on.</summary>
    public TimeUnit Unit => timeline.Unit;

    /// <summary>Where a profile's codes say in which slot its contacts count; -1: in their own.</summary>
    public int Decision { get; init; } = -1;

    /// <summary>The profiles it sums.</summary>
    public IReadOnlyList<Profile> Profiles { get; } = profiles;

    /// <summary>The units that have contacts, ascending.</summary>
    public IEnumerable<int> Units => Counts.Units;

    private RunningSums Counts => _contacts ??= Running(static (in Cell cell) => cell.Contacts);

    /// <summary>The unit in which it counts the contacts that a profile has in a slot; -1 where it was never decided that they are of it.</summary>
    public int UnitOf(Profile profile, int slot) => Decision < 0 ? timeline.IndexOf(slot, bucketUnit)
        : profile.Code(Decision) is > 0 and var decided ? timeline.IndexOf(decided, bucketUnit)
        : -1;

    /// <summary>Contacts in the units [start, end).</summary>
    public long Contacts(int start, int end) => Counts.Between(start, end);

    /// <summary>False where no window of so many units has as many contacts; true where one has, or may have.</summary>
    public bool MayReach(long contacts, int span) => Counts.MayReach(contacts, span);

    /// <summary>Their cost in millionths.</summary>
    public long Cost(int start, int end) => (_cost ??= Running(static (in Cell cell) => cell.Cost)).Between(start, end);

    /// <summary>Those among them whose cost is unknown.</summary>
    public long Unpriced(int start, int end) => (_unpriced ??= Running(static (in Cell cell) => cell.Unpriced)).Between(start, end);

    /// <summary>What their escalations and the customers lost with them cost, in millionths.</summary>
    public long Paid(int start, int end) => (_paid ??= Running(static (in Cell cell) => cell.Consequences is { } led ? led.Escalated.Cost + led.Left.Cost + led.LeftWithReason.Cost : 0)).Between(start, end);

    /// <summary>Sum and count of the average field with this position in <see cref="ProfileLayout.AverageFields"/>.</summary>
    public (long Sum, long Count) Average(int field, int start, int end)
    {
        if (_sums.Length < (2 * field) + 2)
        {
            Array.Resize(ref _sums, (2 * field) + 2);
        }

        var sum = _sums[2 * field] ??= Running((in Cell cell) => cell.Sums?[2 * field] ?? 0);
        var count = _sums[(2 * field) + 1] ??= Running((in Cell cell) => cell.Sums?[(2 * field) + 1] ?? 0);
        return (sum.Between(start, end), count.Between(start, end));
    }

    /// <summary>The contacts with a customer in the units [start, end).</summary>
    public ReadOnlySpan<(int Unit, CustomerEntry Entry)> Customers(int start, int end) =>
        Between(_customers ??= Sort(profile => profile.Customers, entry => entry.Slot), start, end);

    /// <summary>The values of the percentile fields in the units [start, end).</summary>
    public ReadOnlySpan<(int Unit, ValueEntry Entry)> Values(int start, int end) =>
        Between(_values ??= Sort(profile => profile.Values, entry => entry.Slot), start, end);

    private RunningSums Running(CellValue value)
    {
        var values = new List<(int Unit, long Value)>();
        foreach (var profile in Profiles)
        {
            foreach (ref readonly var cell in profile.Counts.Span)
            {
                values.Add((UnitOf(profile, cell.Slot), value(in cell)));
            }
        }

        return RunningSums.Of(timeline.Length, values);
    }

    private (int Unit, T Entry)[] Sort<T>(Func<Profile, List<T>?> log, Func<T, int> slotOf) =>
        [.. Profiles.SelectMany(profile => (log(profile) ?? []).Select(entry => (Unit: UnitOf(profile, slotOf(entry)), entry))).OrderBy(entry => entry.Unit)];

    private static ReadOnlySpan<(int Unit, T Entry)> Between<T>((int Unit, T Entry)[] entries, int start, int end)
    {
        var first = LowerBound(entries, start);
        return entries.AsSpan(first, LowerBound(entries, end) - first);
    }

    private static int LowerBound<T>((int Unit, T Entry)[] entries, int unit)
    {
        var (low, high) = (0, entries.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = entries[middle].Unit < unit ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
