using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CxRules.Model.Time;
using CxRules.Testing.Replays;

namespace CxRules.Testing.Surveys;

/// <summary>
/// Reads customers' contacts in order of time. A contact repeats another of the same customer and disposition that came before it within 7 days, and it follows a channel on which the
/// customer was within the 24 hours before. Where the history does not show all of that time, and shows no such contact, it is unknown.
/// </summary>
internal sealed class VisitReader
{
    private static readonly JourneyLimit s_repeat = JourneyLimit.OfDays(7);
    private static readonly JourneyLimit s_switch = JourneyLimit.Elapsed(24 * TimeSpan.TicksPerHour);

    private readonly ZoneRules _zone;
    private readonly long _start;
    private readonly ImmutableArray<(long From, long To)> _gaps;
    private readonly Dictionary<(int Channel, int Disposition), (long Known, long Repeats)> _repeats = [];
    private readonly Dictionary<(int From, int To, int Disposition), long> _switches = [];
    private readonly Dictionary<int, long> _known = [];

    /// <param name="history">Holds a contact.</param>
    public VisitReader(ReplayHistory history)
    {
        _zone = history.Zone;
        _start = _zone.StartOfDay(_zone.DayOf(history.FromUtc?.Ticks ?? 0));
        _gaps = [.. history.Gaps.Select(day => (_zone.StartOfDay(day), _zone.StartOfDay(day.AddDays(1))))];
    }

    /// <summary>By codes: contacts of which it is known whether they repeat another, and those that do.</summary>
    public IReadOnlyDictionary<(int Channel, int Disposition), (long Known, long Repeats)> Repeats => _repeats;

    public IReadOnlyDictionary<(int From, int To, int Disposition), long> Switches => _switches;

    /// <summary>By channel: contacts of which it is known whether another channel came before.</summary>
    public IReadOnlyDictionary<int, long> KnownSwitches => _known;

    public void Read(IEnumerable<Visit> visits)
    {
        var ordered = visits.OrderBy(visit => visit.Customer).ThenBy(visit => visit.At).ToArray();
        var first = 0;
        for (var i = 0; i < ordered.Length; i++)
        {
            first = ordered[first].Customer == ordered[i].Customer ? first : i;
            Repeat(ordered.AsSpan(first, i - first), ordered[i]);
            Switch(ordered.AsSpan(first, i - first), ordered[i]);
        }
    }

    /// <param name="before">The customer's contacts before it, and those of the same instant.</param>
    private void Repeat(ReadOnlySpan<Visit> before, Visit visit)
    {
        if (visit.Disposition == 0)
        {
            return;
        }

        var since = s_repeat.FirstBefore(visit.At, _zone);
        var repeats = false;
        for (var i = before.Length - 1; i >= 0 && before[i].At >= since && !repeats; i--)
        {
            repeats = before[i].At < visit.At && before[i].Disposition == visit.Disposition;
        }

        if (repeats || Shows(since, visit.At))
        {
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_repeats, (visit.Channel, visit.Disposition), out _);
            entry = (entry.Known + 1, entry.Repeats + (repeats ? 1 : 0));
        }
    }

    private void Switch(ReadOnlySpan<Visit> before, Visit visit)
    {
        var since = s_switch.FirstBefore(visit.At, _zone);
        var from = new HashSet<int>();
        for (var i = before.Length - 1; i >= 0 && before[i].At >= since; i--)
        {
            if (before[i].At < visit.At && before[i].Channel != visit.Channel && from.Add(before[i].Channel))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_switches, (before[i].Channel, visit.Channel, visit.Disposition), out _)++;
            }
        }

        if (from.Count > 0 || Shows(since, visit.At))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_known, visit.Channel, out _)++;
        }
    }

    /// <summary>The history holds all of [since, until).</summary>
    private bool Shows(long since, long until) => since >= _start && !_gaps.Any(gap => gap.From < until && gap.To > since);
}
