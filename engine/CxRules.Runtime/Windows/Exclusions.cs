using CxRules.Model.Projects;
using CxRules.Model.Time;

namespace CxRules.Runtime.Windows;

/// <summary>Which units no baseline may learn from, and which have no data.</summary>
internal sealed class Exclusions
{
    private readonly int[] _excluded;
    private readonly int[] _missing;
    private readonly int[] _disturbed;

    public Exclusions(Timeline timeline, ZoneRules zone, Project project, IReadOnlySet<int> gaps)
    {
        _excluded = new int[timeline.Length + 1];
        _missing = new int[timeline.Length + 1];
        _disturbed = new int[timeline.Length + 1];
        var incidents = project.Incidents.Select(incident => (From: zone.ToUtc(incident.From.Ticks), To: zone.ToUtc(incident.To.Ticks))).ToArray();
        for (var index = 0; index < timeline.Length; index++)
        {
            var day = timeline.FirstDay + timeline.DayOfIndex(index);
            var start = timeline.StartOf(index);
            var end = index + 1 < timeline.Length ? timeline.StartOf(index + 1) : timeline.AtIndex(timeline.Length).UtcTicks;
            var gap = gaps.Contains(day);
            var disturbed = gap || incidents.Any(incident => incident.From < end && start < incident.To);
            var excluded = disturbed || project.Holidays.Contains(DateOnly.FromDayNumber(day));
            _missing[index + 1] = _missing[index] + (gap ? 1 : 0);
            _disturbed[index + 1] = _disturbed[index] + (disturbed ? 1 : 0);
            _excluded[index + 1] = _excluded[index] + (excluded ? 1 : 0);
        }
    }

    /// <summary>True when the window [start, end) may be a reference.</summary>
    public bool IsReference(int start, int end) => start >= 0 && end > start && _excluded[end] == _excluded[start];

    /// <summary>The same of a window of cycles: every long one has its holidays.</summary>
    public bool IsReferenceOfCycles(int start, int end) => start >= 0 && end > start && _disturbed[end] == _disturbed[start];

    /// <summary>Why the window [start, end) of cycles is no reference; null where it may be one.</summary>
    public string? WhyNotOfCycles(int start, int end) => IsReferenceOfCycles(start, end) ? null : WhyNot(start, end);

    /// <summary>Why the window [start, end) is no reference; null where it may be one.</summary>
    public string? WhyNot(int start, int end) => start < 0 || end <= start ? "it begins before the first contact's day"
        : HasGap(start, end) ? "a gap in the data lies in it"
        : !IsReference(start, end) ? "a holiday or a declared incident lies in it"
        : null;

    /// <summary>True when a day of the window [start, end) is missing from the data.</summary>
    public bool HasGap(int start, int end) => _missing[end] != _missing[start];

    /// <summary>
    /// The days without data: those the project lists, and empty days whose (up to 8) earlier same weekdays have a median of 20 or more
    /// contacts (statistics.md, "Baseline"). Where there are contacts, days before the first and after the last have no data either.
    /// </summary>
    /// <param name="days">Contacts by day number; 0 where there are only records beside them.</param>
    public static HashSet<int> FindGaps(Project project, SortedDictionary<int, long> days)
    {
        var gaps = project.Gaps.Select(day => day.DayNumber).ToHashSet();
        if (days.Count == 0)
        {
            return gaps;
        }

        var first = days.Keys.First();
        var last = days.Keys.Last();
        var full = days.Where(day => day.Value > 0).Select(day => day.Key).ToList();
        for (var day = first; day <= last; day++)
        {
            if (days.GetValueOrDefault(day) > 0)
            {
                continue;
            }

            if (full.Count > 0 && (day < full[0] || day > full[^1]))
            {
                gaps.Add(day);
                continue;
            }

            var earlier = Enumerable.Range(1, 8).Select(week => day - (7 * week))
                .Where(other => other >= first && !gaps.Contains(other))
                .Select(other => days.GetValueOrDefault(other)).Order().ToArray();
            if (earlier.Length > 0 && earlier[(earlier.Length - 1) / 2] + earlier[earlier.Length / 2] >= 40)
            {
                gaps.Add(day);
            }
        }

        return gaps;
    }
}
