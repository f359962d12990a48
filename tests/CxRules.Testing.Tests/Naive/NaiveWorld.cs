using CxRules.Language.Binding;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using CxRules.Model.Sources;
using CxRules.Model.Time;
using NodaTime;

namespace CxRules.Testing.Tests.Naive;

/// <summary>A stretch of time, UTC ticks, half-open.</summary>
internal readonly record struct Span(long Start, long End)
{
    public bool Overlaps(Span other) => Start < other.End && other.Start < End;
}

/// <summary>The contacts that meet a condition, in one group, by the time at which that was known.</summary>
internal sealed class NaiveSeries(IReadOnlyCollection<(NaiveContact Contact, long Since)> contacts)
{
    private readonly NaiveContact[] _contacts = [.. contacts.Select(entry => entry.Contact)];
    private readonly long[] _ticks = [.. contacts.Select(entry => entry.Since)];

    public int Count(Span span) => Before(span.End) - Before(span.Start);

    public IEnumerable<NaiveContact> Within(Span span) => _contacts[Before(span.Start)..Before(span.End)];

    /// <summary>How many contacts occurred before an instant.</summary>
    private int Before(long ticks)
    {
        var low = 0;
        var high = _ticks.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _ticks[middle] < ticks ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

/// <summary>A history under a project: contacts, calendar, gaps, costs.</summary>
internal sealed class NaiveWorld
{
    private readonly Dictionary<BoundCondition, List<(NaiveContact Contact, long Since)>> _matching = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<BoundCondition, Dictionary<NaiveGroup, NaiveSeries>> _series = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string Whole, string Part), Dictionary<NaiveGroup, NaiveSeries>> _settled = [];
    private readonly Dictionary<(Window, Moment), bool> _usable = [];
    private readonly Dictionary<(Window, Moment), Span> _spans = [];
    private readonly Dictionary<(BoundCycles, Moment), Span> _runs = [];

    public NaiveWorld(Project project, ContactSource source, NaiveHistory history)
    {
        Project = project;
        Contacts = history.Contacts;
        Calendar = new((project.Zone ?? source.Zone ?? ZoneRules.Utc).Id);
        Conditions = new(Calendar);
        Exposures = new(project, Calendar);
        Prices = new(project, Calendar);
        FirstDay = Calendar.DayOf(Contacts[0].OccurredAt);
        LastDay = Calendar.DayOf(Contacts[^1].OccurredAt);
        FirstMidnight = Calendar.StartOfDay(FirstDay);
        Gaps = [.. NaiveGaps.Find(this).Order()];
        GapSpans = [.. Gaps.Select(DaySpan)];
        Journeys = new(this);
        Excluded = [.. GapSpans, .. project.Holidays.Select(day => DaySpan(LocalDate.FromDateOnly(day))), .. project.Incidents.Select(IncidentSpan)];
    }

    public Project Project { get; }

    public NaiveCalendar Calendar { get; }

    public NaiveConditions Conditions { get; }

    public NaiveJourneys Journeys { get; }

    public NaiveExposures Exposures { get; }

    public NaivePrices Prices { get; }

    public List<NaiveContact> Contacts { get; }

    public LocalDate FirstDay { get; }

    public LocalDate LastDay { get; }

    public long FirstMidnight { get; }

    public List<LocalDate> Gaps { get; }

    public List<Span> GapSpans { get; }

    /// <summary>Gaps, holidays and incidents: no reference overlaps one.</summary>
    public List<Span> Excluded { get; }

    public Span DaySpan(LocalDate day) => new(Calendar.StartOfDay(day), Calendar.StartOfDay(day.PlusDays(1)));

    public Span SpanOf(Window window, Moment end) => _spans.TryGetValue((window, end), out var span) ? span
        : _spans[(window, end)] = new(Calendar.StartOf(window, end), end.Utc);

    /// <summary>Where a measure's window ends that is asked for at an evaluation.</summary>
    public Moment EndOf(BoundMeasure measure, Moment at) => Calendar.DaysBefore(at, measure.EarlierDays ?? 0);

    public Span SpanOf(BoundMeasure measure, Moment end) => SpanOf(measure.Window, measure.Cycles, end);

    /// <summary>A window, or one of cycles; before all times where there are too few cycles.</summary>
    public Span SpanOf(Window window, BoundCycles? cycles, Moment end) => cycles is null ? SpanOf(window, end)
        : _runs.TryGetValue((cycles, end), out var run) ? run
        : _runs[(cycles, end)] = RunOf(cycles, end);

    private Span RunOf(BoundCycles cycles, Moment end) =>
        Exposures.DaysWith(cycles.Exposure).Select(Calendar.StartOfDay).Where(start => start < end.Utc).TakeLast(cycles.Count).ToList() is var starts && starts.Count == cycles.Count
            ? new(starts[0], end.Utc)
            : new(long.MinValue, end.Utc);

    /// <summary>True where a measure over its window is known, as far as history and cycles are concerned.</summary>
    public bool IsKnown(BoundMeasure measure, Moment end) =>
        SpanOf(measure, end) is var span && IsKnown(span) && (measure.Cycles is null || Exposures.CountOf(measure.Cycles.Exposure, span) is not null);

    /// <summary>True where a measure over the span is known.</summary>
    public bool IsKnown(Span span) => span.Start >= FirstMidnight && !GapSpans.Exists(span.Overlaps);

    /// <summary>True where the window may be a reference, as far as the calendar is concerned.</summary>
    public bool IsReference(Window window, Moment end)
    {
        if (!_usable.TryGetValue((window, end), out var usable))
        {
            var span = SpanOf(window, end);
            _usable[(window, end)] = usable = span.Start >= FirstMidnight && !Excluded.Exists(span.Overlaps);
        }

        return usable;
    }

    /// <summary>The same of cycles, whose holidays are no matter.</summary>
    public bool IsReferenceOfCycles(Span span) =>
        span.Start >= FirstMidnight && span.End > span.Start && !GapSpans.Exists(span.Overlaps) && !Project.Incidents.Select(IncidentSpan).Any(span.Overlaps);

    /// <summary>The contacts that meet a condition, by time.</summary>
    public IEnumerable<NaiveContact> Matching(BoundCondition condition)
    {
        var matching = Known(condition).Select(entry => entry.Contact).ToHashSet();
        return Contacts.Where(matching.Contains);
    }

    /// <summary>The contacts that meet a condition, by the time at which that was known.</summary>
    public List<(NaiveContact Contact, long Since)> Known(BoundCondition condition)
    {
        if (!_matching.TryGetValue(condition, out var contacts))
        {
            _matching[condition] = contacts = Sorted(Contacts.Select(contact => (contact, Journeys.Since(condition, contact))));
        }

        return contacts;
    }

    /// <summary>What a share is a share of: each contact when it is known whether it belongs to the part.</summary>
    public NaiveSeries Settled(BoundCondition whole, BoundCondition part, NaiveGroup group)
    {
        if (!_settled.TryGetValue((whole.Key, part.Key), out var byGroup))
        {
            _settled[(whole.Key, part.Key)] = byGroup = [];
        }

        if (!byGroup.TryGetValue(group, out var series))
        {
            byGroup[group] = series = new(Sorted(Contacts.Where(group.Holds).Select(contact => (contact,
                Journeys.Since(whole, contact) is { } since && Journeys.Settled(part, contact) is { } settled ? Math.Max(since, settled) : (long?)null))));
        }

        return series;
    }

    public NaiveSeries Series(BoundCondition condition, NaiveGroup group)
    {
        if (!_series.TryGetValue(condition, out var byGroup))
        {
            _series[condition] = byGroup = [];
        }

        if (!byGroup.TryGetValue(group, out var series))
        {
            byGroup[group] = series = new(Known(condition).Where(entry => group.Holds(entry.Contact)).ToList());
        }

        return series;
    }

    private static List<(NaiveContact Contact, long Since)> Sorted(IEnumerable<(NaiveContact Contact, long? Since)> contacts) =>
        [.. contacts.Where(entry => entry.Since is not null).Select(entry => (entry.Contact, Since: entry.Since ?? 0)).OrderBy(entry => entry.Since)];

    private Span IncidentSpan(Incident incident) => new(Calendar.Utc(LocalDateTime.FromDateTime(incident.From)), Calendar.Utc(LocalDateTime.FromDateTime(incident.To)));
}

/// <summary>Days that are missing from the data.</summary>
internal static class NaiveGaps
{
    public static HashSet<LocalDate> Find(NaiveWorld world)
    {
        var contacts = world.Contacts.Where(NaiveKinds.IsContact).GroupBy(contact => world.Calendar.DayOf(contact.OccurredAt)).ToDictionary(day => day.Key, day => day.Count());
        var gaps = world.Project.Gaps.Select(LocalDate.FromDateOnly).ToHashSet();
        for (var day = world.FirstDay; day <= world.LastDay; day = day.PlusDays(1))
        {
            var earlier = Enumerable.Range(1, 8).Select(week => day.PlusWeeks(-week))
                .Where(other => other >= world.FirstDay && !gaps.Contains(other))
                .Select(other => (decimal)contacts.GetValueOrDefault(other)).ToList();
            var isOutside = contacts.Count > 0 && (day < contacts.Keys.Min() || day > contacts.Keys.Max());
            if (isOutside || (!contacts.ContainsKey(day) && earlier.Count > 0 && NaiveMeasures.Median(earlier) >= 20))
            {
                gaps.Add(day);
            }
        }

        return gaps;
    }
}
