using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Runtime.Plans;

namespace CxRules.Runtime.Sessions;

/// <summary>`top 5 by cost`: of the groups of an evaluation, those with the largest values; of equal ones, those first in the order of their text.</summary>
internal sealed class TopGroups(TopPlan plan, ImmutableArray<ContactField> per, ContactDictionaries dictionaries, MeasureValues values)
{
    private IReadOnlyList<Evaluation> _due = [];
    private Func<IReadOnlyList<Evaluation>> _all = () => [];
    private HashSet<GroupState>? _largest;
    private HashSet<GroupState>? _largestOfAll;

    /// <summary>Goes on to an instant.</summary>
    /// <param name="due">Each group that has contacts in the window.</param>
    /// <param name="all">Every group that exists.</param>
    public void Begin(IReadOnlyList<Evaluation> due, Func<IReadOnlyList<Evaluation>> all)
    {
        (_due, _all) = (due, all);
        (_largest, _largestOfAll) = (null, null);
    }

    /// <summary>A group whose value is unknown is not of them.</summary>
    public bool Holds(Evaluation at) => ValueOf(at) switch
    {
        null => false,
        > 0 => (_largest ??= Largest(_due.Where(other => ValueOf(other) > 0))).Contains(at.Group),
        _ => (_largestOfAll ??= Largest(_all())).Contains(at.Group),
    };

    private HashSet<GroupState> Largest(IEnumerable<Evaluation> groups) =>
    [
        .. groups.Select(at => (at.Group, Value: ValueOf(at))).Where(entry => entry.Value is not null)
            .OrderByDescending(entry => entry.Value).ThenBy(entry => TextOf(entry.Group), StringComparer.Ordinal)
            .Take(plan.Count).Select(entry => entry.Group),
    ];

    private decimal? ValueOf(Evaluation at)
    {
        var because = at.UnknownBecause;
        var value = values.Of(at.Group.Quantity(plan.Measure), at);
        at.UnknownBecause = because;
        return value;
    }

    private string TextOf(GroupState group) => string.Join('\u001f', per.Select((field, i) => dictionaries[field][group.Key.Codes[i]]));
}
