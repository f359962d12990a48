using CxRules.Model.Time;

namespace CxRules.Runtime.Windows;

/// <summary>What one group of one population counted, unit after unit, as running sums: a window is a difference.</summary>
internal sealed class Series
{
    private readonly Timeline _timeline;
    private readonly TimeUnit _bucketUnit;
    private readonly long[] _contacts;
    private long[]? _cost;
    private long[]? _unpriced;
    private long[]?[] _sums = [];
    private (int Unit, CustomerEntry Entry)[]? _customers;
    private (int Unit, ValueEntry Entry)[]? _values;

    public Series(Timeline timeline, TimeUnit bucketUnit, IReadOnlyList<Profile> profiles)
    {
        Profiles = profiles;
        _timeline = timeline;
        _bucketUnit = bucketUnit;
        _contacts = Running(static (in Cell cell) => cell.Contacts);
    }

    private delegate long CellValue(in Cell cell);

    /// <summary>The profiles it sums.</summary>
    public IReadOnlyList<Profile> Profiles { get; }

    /// <summary>Contacts in the units [start, end).</summary>
    public long Contacts(int start, int end) => _contacts[end] - _contacts[start];

    /// <summary>Their cost in millionths.</summary>
    public long Cost(int start, int end)
    {
        _cost ??= Running(static (in Cell cell) => cell.Cost);
        return _cost[end] - _cost[start];
    }

    /// <summary>Those among them whose cost is unknown.</summary>
    public long Unpriced(int start, int end)
    {
        _unpriced ??= Running(static (in Cell cell) => cell.Unpriced);
        return _unpriced[end] - _unpriced[start];
    }

    /// <summary>Sum and count of the average field with this position in <see cref="ProfileLayout.AverageFields"/>.</summary>
    public (long Sum, long Count) Average(int field, int start, int end)
    {
        if (_sums.Length < (2 * field) + 2)
        {
            Array.Resize(ref _sums, (2 * field) + 2);
        }

        var sum = _sums[2 * field] ??= Running((in Cell cell) => cell.Sums?[2 * field] ?? 0);
        var count = _sums[(2 * field) + 1] ??= Running((in Cell cell) => cell.Sums?[(2 * field) + 1] ?? 0);
        return (sum[end] - sum[start], count[end] - count[start]);
    }

    /// <summary>The contacts with a customer in the units [start, end).</summary>
    public ReadOnlySpan<(int Unit, CustomerEntry Entry)> Customers(int start, int end) =>
        Between(_customers ??= Sort(profile => profile.Customers, entry => entry.Slot), start, end);

    /// <summary>The values of the percentile fields in the units [start, end).</summary>
    public ReadOnlySpan<(int Unit, ValueEntry Entry)> Values(int start, int end) =>
        Between(_values ??= Sort(profile => profile.Values, entry => entry.Slot), start, end);

    /// <summary>Running sums over the units, from 0.</summary>
    private long[] Running(CellValue value)
    {
        var sums = new long[_timeline.Length + 1];
        foreach (var profile in Profiles)
        {
            foreach (ref readonly var cell in profile.Cells.Span)
            {
                sums[_timeline.IndexOf(cell.Slot, _bucketUnit) + 1] += value(in cell);
            }
        }

        for (var i = 1; i < sums.Length; i++)
        {
            sums[i] += sums[i - 1];
        }

        return sums;
    }

    private (int Unit, T Entry)[] Sort<T>(Func<Profile, List<T>?> log, Func<T, int> slotOf) =>
        [.. Profiles.SelectMany(profile => log(profile) ?? []).Select(entry => (Unit: _timeline.IndexOf(slotOf(entry), _bucketUnit), entry)).OrderBy(entry => entry.Unit)];

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
