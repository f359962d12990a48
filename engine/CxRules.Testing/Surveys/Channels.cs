using System.Collections.Immutable;
using CxRules.Model.Contacts;

namespace CxRules.Testing.Surveys;

/// <summary>Compares channels.</summary>
internal sealed class Channels
{
    private const decimal MillisecondsPerSecond = 1000m;

    private readonly string? _currency;
    private readonly ILookup<string, Repeat> _repeats;
    private readonly List<Change> _changes;
    private readonly Dictionary<string, long> _known;

    /// <param name="nameOf">What totals call a disposition, by its code; null: the contact has none.</param>
    public Channels(ContactDictionaries dictionaries, string? currency, Func<int, string?> nameOf, VisitReader visits)
    {
        _currency = currency;
        _repeats = visits.Repeats.Select(entry => new Repeat(Channel(entry.Key.Channel), Key(nameOf(entry.Key.Disposition)), entry.Value.Known, entry.Value.Repeats)).ToLookup(repeat => repeat.Channel, StringComparer.Ordinal);
        _changes = [.. visits.Switches.Select(entry => new Change(Channel(entry.Key.From), Channel(entry.Key.To), nameOf(entry.Key.Disposition) ?? ContactSort.None, entry.Value))];
        _known = visits.KnownSwitches.GroupBy(entry => Channel(entry.Key)).ToDictionary(group => group.Key, group => group.Sum(entry => entry.Value), StringComparer.Ordinal);

        string Channel(int code) => Key(dictionaries[dictionaries.Schema.Channel][code]);
    }

    /// <param name="named">Contacts that name their customer.</param>
    public ChannelReport Of(Cube cube, long named) => new(Lines(cube, null), [.. Dispositions(cube)], [.. Switches()]) { Nameless = cube.All.Contacts - named };

    private IEnumerable<DispositionChannels> Dispositions(Cube cube) => cube.By(sort => sort.Disposition)
        .Select(line => (line.Key, Cube: cube.Where(sort => Key(sort.Disposition) == Key(line.Key))))
        .Select(line => new DispositionChannels(line.Key, Lines(line.Cube, Key(line.Key))))
        .Where(line => line.Channels.Length > 1);

    /// <param name="disposition">Null: all.</param>
    private ImmutableArray<ChannelLine> Lines(Cube cube, string? disposition) =>
        [.. cube.By(sort => sort.Channel).Select(line => Line(line.Key, line.Value, cube.All.Contacts, [.. _repeats[Key(line.Key)].Where(repeat => disposition is null || repeat.Disposition == disposition)]))];

    private ChannelLine Line(string channel, ContactTally tally, long all, List<Repeat> repeats)
    {
        var known = repeats.Sum(repeat => repeat.Known);
        return new(
            channel,
            tally.Contacts,
            Percent.Of(tally.Contacts, all) ?? 0,
            tally.Handled,
            tally.Handled == 0 ? null : tally.HandleTime / MillisecondsPerSecond / tally.Handled,
            _currency is null ? null : tally.Cost,
            tally.Ratings.Rated,
            tally.Ratings.Average,
            known,
            Percent.Of(repeats.Sum(repeat => repeat.Repeats), known));
    }

    private IEnumerable<ChannelSwitch> Switches() => _changes
        .GroupBy(change => (change.From, change.To))
        .Select(group => new ChannelSwitch(group.Key.From, group.Key.To, group.Sum(change => change.Contacts), Percent.Of(group.Sum(change => change.Contacts), _known.GetValueOrDefault(group.Key.To)), About(group)))
        .OrderByDescending(change => change.Contacts).ThenBy(change => change.From, StringComparer.Ordinal).ThenBy(change => change.To, StringComparer.Ordinal);

    private static ImmutableArray<KeyValuePair<string, long>> About(IEnumerable<Change> changes) =>
    [
        .. changes.GroupBy(change => change.About)
            .Select(about => KeyValuePair.Create(about.Key, about.Sum(change => change.Contacts)))
            .OrderByDescending(about => about.Value).ThenBy(about => about.Key, StringComparer.Ordinal),
    ];

    private static string Key(string? code) => code is null or ContactSort.None ? ContactSort.None : Code.ToBareWord(code);

    private readonly record struct Repeat(string Channel, string Disposition, long Known, long Repeats);

    private readonly record struct Change(string From, string To, string About, long Contacts);
}
