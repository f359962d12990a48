using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Contacts;
using CxRules.Runtime.Ledger;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Lives;

/// <summary>
/// Finds what might rise in place of a case's contacts: reasons with the same parent or touchpoint, contacts without a reason, and the case's own
/// reasons on channels that its rule does not look at. All of it within the case's group.
/// </summary>
internal sealed class Neighbourhood
{
    private readonly EnginePlan _plan;
    private readonly ContactDictionaries _dictionaries;
    private readonly ContactCounter _counter;
    private readonly DispositionMap _declared;
    private readonly CodeNames _names;
    private readonly Func<Profile, RulePlan, GroupKey?> _groupOf;
    private readonly (int Disposition, int Channel) _fields;

    public Neighbourhood(EnginePlan plan, ContactDictionaries dictionaries, ContactCounter counter, Func<Profile, RulePlan, GroupKey?> groupOf)
    {
        _plan = plan;
        _dictionaries = dictionaries;
        _counter = counter;
        _declared = new DispositionMap(plan.Project);
        _names = new CodeNames(plan.Project);
        _groupOf = groupOf;
        _fields = (counter.Layout.Fields.IndexOf(dictionaries.Schema.Disposition), counter.Layout.Fields.IndexOf(dictionaries.Schema.Channel));
    }

    /// <summary>Asks of a case; finds nothing where the plan has no census.</summary>
    public IEnumerable<Neighbour> Of(CaseFigures figures, int before)
    {
        if (_plan.Census is null)
        {
            return [];
        }

        var rule = figures.State.Rule;
        var own = figures.Series.Profiles.Where(profile => HasContacts(figures, profile, before)).Select(Reason).ToHashSet(StringComparer.Ordinal);
        var others = _counter.Table.Profiles
            .Where(profile => !profile.Holds(rule.Population) && _groupOf(profile, rule) is { } group && group == figures.State.Group)
            .ToLookup(Reason, StringComparer.Ordinal);
        var siblings = others.Where(reason => reason.Key.Length > 0 && !own.Contains(reason.Key) && own.Any(mine => AreSiblings(mine, reason.Key)))
            .Select(reason => (What: $"disposition {FirstOf(reason.Select(NameOf))}", Profiles: reason.AsEnumerable()))
            .OrderBy(entry => entry.What, StringComparer.Ordinal);
        var silent = others.Where(reason => !own.Contains(reason.Key) && SaysNothing(reason.Key)).SelectMany(profiles => profiles).ToList();
        var channels = others.Where(reason => own.Contains(reason.Key)).SelectMany(profiles => profiles)
            .GroupBy(Channel, StringComparer.Ordinal)
            .Where(channel => channel.Key.Length > 0)
            .Select(channel => (What: $"channel {FirstOf(channel.Select(ChannelName))}", Profiles: channel.AsEnumerable()))
            .OrderBy(entry => entry.What, StringComparer.Ordinal);
        return siblings.Concat(silent.Count == 0 ? [] : [("contacts without a reason", silent)]).Concat(channels)
            .Select(entry => new Neighbour(entry.What, new Series(figures.Timeline, _plan.BucketUnit, [.. entry.Profiles])));
    }

    private static bool HasContacts(CaseFigures figures, Profile profile, int before)
    {
        foreach (ref readonly var cell in profile.Counts.Span)
        {
            if (figures.Holds(profile, cell.Slot) && figures.Series.UnitOf(profile, cell.Slot) < before)
            {
                return true;
            }
        }

        return false;
    }

    private bool AreSiblings(string left, string right) => _declared.Find(left) is { } mine && _declared.Find(right) is { } other
        && ((mine.Below is { } parent && other.Below is { } same && Code.ToBareWord(parent) == Code.ToBareWord(same))
            || (mine.Touchpoint is { } touchpoint && other.Touchpoint is { } step && Code.ToBareWord(touchpoint) == Code.ToBareWord(step)));

    /// <summary>No reason at all, or a declared one that stands for none: under nothing, of no step of the journey, neither failure nor value.</summary>
    private bool SaysNothing(string reason) =>
        reason.Length == 0 || _declared.Find(reason) is { Below: null, Touchpoint: null, Demand: Demand.Unclassified };

    /// <summary>The disposition as a bare word; empty where there is none.</summary>
    private string Reason(Profile profile) => profile.Code(_fields.Disposition) is > 0 ? Code.ToBareWord(NameOf(profile)) : "";

    private string NameOf(Profile profile) => _names.Disposition(_dictionaries[_dictionaries.Schema.Disposition][profile.Code(_fields.Disposition)]);

    private string Channel(Profile profile) => Code.ToBareWord(ChannelName(profile));

    private string ChannelName(Profile profile) => _dictionaries[_dictionaries.Schema.Channel][profile.Code(_fields.Channel)];

    /// <summary>Of several spellings the first: profiles come in no order.</summary>
    private static string FirstOf(IEnumerable<string> spellings) => spellings.Order(StringComparer.Ordinal).First();
}
