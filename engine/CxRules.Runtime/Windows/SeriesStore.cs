using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Model.Time;

namespace CxRules.Runtime.Windows;

/// <summary>
/// Finds the groups of a population, grouped as a rule groups it, and their series. Those of a few groups are made once and shared by rules that group
/// alike; those of many are made for whoever asks.
/// </summary>
internal sealed class SeriesStore(ProfileTable table, ProfileLayout layout, TimeUnit bucketUnit)
{
    private const int ManyGroups = 1_000;

    private readonly Dictionary<(int Population, string Per), GroupTable> _groups = [];
    private readonly Dictionary<(GroupTable Groups, TimeUnit Unit, int Group), Series> _series = [];

    public GroupTable Groups(int population, ImmutableArray<ContactField> per)
    {
        var key = (population, string.Join('|', per.Select(field => field.Name)));
        if (!_groups.TryGetValue(key, out var groups))
        {
            _groups.Add(key, groups = new GroupTable(table.Profiles, population, [.. per.Select(field => layout.Fields.IndexOf(field))]));
        }

        return groups;
    }

    /// <summary>The group's series; an empty one where the population never shows it.</summary>
    public Series Find(int population, ImmutableArray<ContactField> per, GroupKey key, Timeline timeline)
    {
        var groups = Groups(population, per);
        return groups.Find(key) is >= 0 and var group ? Of(groups, group, timeline) : Empty(timeline);
    }

    public Series Of(GroupTable groups, int group, Timeline timeline)
    {
        if (groups.Count > ManyGroups)
        {
            return New(groups, group, timeline);
        }

        if (!_series.TryGetValue((groups, timeline.Unit, group), out var series))
        {
            _series.Add((groups, timeline.Unit, group), series = New(groups, group, timeline));
        }

        return series;
    }

    public Series Empty(Timeline timeline) => new(timeline, bucketUnit, []);

    private Series New(GroupTable groups, int group, Timeline timeline) =>
        new(timeline, bucketUnit, groups.ProfilesOf(group)) { Decision = layout.DecisionOf(groups.Population) };
}
