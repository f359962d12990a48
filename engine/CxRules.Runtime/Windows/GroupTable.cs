using System.Collections.Immutable;

namespace CxRules.Runtime.Windows;

/// <summary>
/// The groups that a population ever shows, numbered in the order of their codes: each is a run in one list of profiles, 8 bytes for a group of one
/// profile. Contacts that lack a group value are in none.
/// </summary>
internal sealed class GroupTable
{
    private readonly IReadOnlyList<Profile> _all;
    private readonly int[] _positions;

    /// <summary>Places in the list of all profiles, group after group.</summary>
    private readonly int[] _profiles;

    /// <summary>Where each group begins, and the end.</summary>
    private readonly int[] _starts;

    /// <param name="positions">Of the fields that group, among a profile's codes.</param>
    public GroupTable(IReadOnlyList<Profile> all, int population, int[] positions)
    {
        _all = all;
        _positions = positions;
        Population = population;
        _profiles = Sorted([.. Enumerable.Range(0, all.Count).Where(place => all[place].Holds(population) && Array.TrueForAll(positions, position => all[place].Code(position) != 0))]);
        _starts = [.. Enumerable.Range(0, _profiles.Length).Where(place => place == 0 || Compare(_profiles[place], _profiles[place - 1]) != 0), _profiles.Length];
    }

    public int Population { get; }

    public int Count => _starts.Length - 1;

    public GroupKey KeyOf(int group) => new([.. _positions.Select(position => _all[_profiles[_starts[group]]].Code(position))]);

    public IReadOnlyList<Profile> ProfilesOf(int group)
    {
        var profiles = new Profile[_starts[group + 1] - _starts[group]];
        for (var i = 0; i < profiles.Length; i++)
        {
            profiles[i] = _all[_profiles[_starts[group] + i]];
        }

        return profiles;
    }

    /// <summary>The group's number; -1 where the population never shows it.</summary>
    public int Find(GroupKey key)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = Compare(_profiles[_starts[middle]], key.Codes) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low < Count && Compare(_profiles[_starts[low]], key.Codes) == 0 ? low : -1;
    }

    /// <summary>By the last field first, each time keeping what was sorted before.</summary>
    private int[] Sorted(int[] places)
    {
        var keys = new ulong[places.Length];
        foreach (var position in _positions.Reverse())
        {
            for (var i = 0; i < keys.Length; i++)
            {
                keys[i] = ((ulong)_all[places[i]].Code(position) << 32) | (uint)i;
            }

            Array.Sort(keys);
            places = Array.ConvertAll(keys, key => places[(int)(uint)key]);
        }

        return places;
    }

    private int Compare(int left, int right)
    {
        foreach (var position in _positions)
        {
            if (_all[left].Code(position).CompareTo(_all[right].Code(position)) is not 0 and var order)
            {
                return order;
            }
        }

        return 0;
    }

    private int Compare(int place, ImmutableArray<int> codes)
    {
        for (var i = 0; i < _positions.Length; i++)
        {
            if (_all[place].Code(_positions[i]).CompareTo(codes[i]) is not 0 and var order)
            {
                return order;
            }
        }

        return 0;
    }
}
