using CxRules.Model.Time;

namespace CxRules.Runtime.Windows;

/// <summary>What one group of one population counted, unit after unit, as running sums: a window is a difference.</summary>
internal sealed class Series
{
    private readonly long[] _contacts;
    private readonly long[] _cost;
    private readonly long[] _unpriced;
    private readonly long[][] _sums;

    public Series(Timeline timeline, TimeUnit bucketUnit, IReadOnlyList<Profile> profiles, int averages)
    {
        Profiles = profiles;
        _contacts = new long[timeline.Length + 1];
        _cost = new long[timeline.Length + 1];
        _unpriced = new long[timeline.Length + 1];
        _sums = [.. Enumerable.Range(0, 2 * averages).Select(_ => new long[timeline.Length + 1])];
        foreach (var profile in profiles)
        {
            foreach (ref readonly var cell in profile.Cells.Span)
            {
                var index = timeline.IndexOf(cell.Slot, bucketUnit) + 1;
                _contacts[index] += cell.Contacts;
                _cost[index] += cell.Cost;
                _unpriced[index] += cell.Unpriced;
                for (var i = 0; cell.Sums is not null && i < _sums.Length; i++)
                {
                    _sums[i][index] += cell.Sums[i];
                }
            }
        }

        foreach (var sums in (long[][])[_contacts, _cost, _unpriced, .. _sums])
        {
            for (var i = 1; i < sums.Length; i++)
            {
                sums[i] += sums[i - 1];
            }
        }
    }

    /// <summary>The profiles it sums.</summary>
    public IReadOnlyList<Profile> Profiles { get; }

    /// <summary>Contacts in the units [start, end).</summary>
    public long Contacts(int start, int end) => _contacts[end] - _contacts[start];

    /// <summary>Their cost in millionths.</summary>
    public long Cost(int start, int end) => _cost[end] - _cost[start];

    /// <summary>Those among them whose cost is unknown.</summary>
    public long Unpriced(int start, int end) => _unpriced[end] - _unpriced[start];

    /// <summary>Sum and count of the average field with this position in <see cref="ProfileLayout.AverageFields"/>.</summary>
    public (long Sum, long Count) Average(int field, int start, int end) =>
        (_sums[2 * field][end] - _sums[2 * field][start], _sums[(2 * field) + 1][end] - _sums[(2 * field) + 1][start]);
}
