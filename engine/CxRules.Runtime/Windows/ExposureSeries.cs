using CxRules.Model.Projects;

namespace CxRules.Runtime.Windows;

/// <summary>
/// An exposure laid out on a timeline. Its file speaks for the days from its first line to its last: one between them without a line had
/// none, and what it says of any other is unknown. An hour has its day's count divided by the day's hours.
/// </summary>
internal sealed class ExposureSeries
{
    private readonly decimal[] _counts;
    private readonly int[] _known;

    public ExposureSeries(Exposure exposure, Timeline timeline)
    {
        _counts = new decimal[timeline.Length + 1];
        _known = new int[timeline.Length + 1];
        var counts = exposure.Counts;
        var hours = new int[timeline.Days];
        for (var index = 0; index < timeline.Length; index++)
        {
            hours[timeline.DayOfIndex(index)]++;
        }

        for (var index = 0; index < timeline.Length; index++)
        {
            var offset = timeline.DayOfIndex(index);
            var day = DateOnly.FromDayNumber(timeline.FirstDay + offset);
            var isKnown = counts is { IsEmpty: false } && day >= counts.Keys.First() && day <= counts.Keys.Last();
            _known[index + 1] = _known[index] + (isKnown ? 1 : 0);
            _counts[index + 1] = _counts[index] + (counts is not null && counts.TryGetValue(day, out var count) ? count / hours[offset] : 0);
        }
    }

    /// <summary>Over the units [start, end); null where one of them is unknown.</summary>
    public decimal? Over(int start, int end) => start >= 0 && _known[end] - _known[start] == end - start ? _counts[end] - _counts[start] : null;

    /// <summary>True where the window had some.</summary>
    public bool Has(int start, int end) => Over(start, end) > 0;
}
