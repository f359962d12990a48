using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Model.Time;

namespace CxRules.Runtime.Windows;

/// <summary>The values of a rule's group, as codes, in the order of `per`.</summary>
internal readonly record struct GroupKey(ImmutableArray<int> Codes)
{
    public static GroupKey None { get; } = new([]);

    public bool Equals(GroupKey other) => Codes.AsSpan().SequenceEqual(other.Codes.AsSpan());

    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var code in Codes)
        {
            hash = unchecked((hash * 31) + code);
        }

        return hash;
    }
}

/// <summary>Finds the series of a population, grouped as a rule groups it; made when first asked for, shared by rules that group alike.</summary>
internal sealed class SeriesStore(ProfileTable table, ProfileLayout layout, TimeUnit bucketUnit)
{
    private readonly Dictionary<(int Population, TimeUnit Unit, string Per), Dictionary<GroupKey, Series>> _families = [];

    /// <summary>Every group that the population ever shows, with its series. Contacts that lack a group value are in none.</summary>
    public IReadOnlyDictionary<GroupKey, Series> Family(int population, ImmutableArray<ContactField> per, Timeline timeline)
    {
        var key = (population, timeline.Unit, string.Join('|', per.Select(field => field.Name)));
        if (!_families.TryGetValue(key, out var family))
        {
            _families.Add(key, family = Build(population, per, timeline));
        }

        return family;
    }

    /// <summary>The group's series; an empty one where the population never shows it.</summary>
    public Series Find(int population, ImmutableArray<ContactField> per, GroupKey group, Timeline timeline) =>
        Family(population, per, timeline).TryGetValue(group, out var series) ? series : new Series(timeline, bucketUnit, []);

    private Dictionary<GroupKey, Series> Build(int population, ImmutableArray<ContactField> per, Timeline timeline)
    {
        var positions = per.Select(field => layout.Fields.IndexOf(field)).ToArray();
        return table.Profiles
            .Where(profile => profile.Holds(population) && positions.All(position => profile.Codes[position] != 0))
            .GroupBy(profile => new GroupKey([.. positions.Select(position => profile.Codes[position])]))
            .ToDictionary(group => group.Key, group => new Series(timeline, bucketUnit, [.. group]));
    }
}
