using CxRules.Model.Projects;

namespace CxRules.Runtime.Windows;

/// <summary>
/// An exposure laid out on a timeline. Its file speaks for the days from its first line to its last: one between them without a line had
/// none, and what it says of any other is unknown. An hour has its day's count divided by the day's hours.
/// </summary>
internal sealed class ExposureSeries
{
    private readonly Timeline _timeline;
    private readonly decimal[] _ofDays;
    private readonly int[] _hours;
    private readonly decimal[] _counts;
    private readonly int[] _known;

    /// <summary>The first units of the days with a count, ascending.</summary>
    private readonly int[] _beginnings;

    public ExposureSeries(Exposure exposure, Timeline timeline)
    {
        _timeline = timeline;
        _ofDays = new decimal[timeline.Days];
        _hours = new int[timeline.Days];
        _counts = new decimal[timeline.Length + 1];
        _known = new int[timeline.Length + 1];
        var counts = exposure.Counts;
        var (first, last) = counts is { IsEmpty: false } ? (counts.Keys.First(), counts.Keys.Last()) : (DateOnly.MaxValue, DateOnly.MinValue);
        for (var index = 0; index < timeline.Length; index++)
        {
            _hours[timeline.DayOfIndex(index)]++;
        }

        var beginnings = new List<int>();
        for (var index = 0; index < timeline.Length; index++)
        {
            var offset = timeline.DayOfIndex(index);
            var day = DateOnly.FromDayNumber(timeline.FirstDay + offset);
            _ofDays[offset] = counts is not null && counts.TryGetValue(day, out var count) ? count : 0;
            _known[index + 1] = _known[index] + (day >= first && day <= last ? 1 : 0);
            _counts[index + 1] = _counts[index] + (_ofDays[offset] / _hours[offset]);
            if (_ofDays[offset] > 0 && (index == 0 || timeline.DayOfIndex(index - 1) < offset))
            {
                beginnings.Add(index);
            }
        }

        _beginnings = [.. beginnings];
    }

    /// <summary>Over the units [start, end); null where one of them is unknown.</summary>
    public decimal? Over(int start, int end) => start >= 0 && _known[end] - _known[start] == end - start ? _counts[end] - _counts[start] : null;

    /// <summary>The same without a rounded digit, for units of the history that are known.</summary>
    public Fraction Exactly(int start, int end)
    {
        Fraction sum = 0m;
        for (var index = start; index < end;)
        {
            var day = _timeline.DayOfIndex(index);
            var from = index;
            while (index < end && _timeline.DayOfIndex(index) == day)
            {
                index++;
            }

            sum += (Fraction)(_ofDays[day] * (index - from)) / _hours[day];
        }

        return sum;
    }

    /// <summary>Days with a count that begin before a unit.</summary>
    public int CyclesBefore(int unit)
    {
        var found = Array.BinarySearch(_beginnings, unit);
        return found >= 0 ? found : ~found;
    }

    /// <summary>Where the day with a count begins that stands at a place, from 0.</summary>
    public int BeginningOf(int cycle) => _beginnings[cycle];

    /// <summary>Where the last so many cycles before a unit begin; -1 where there are fewer.</summary>
    public int StartOfRun(int cycles, int unit) => CyclesBefore(unit) is var before && before >= cycles ? _beginnings[before - cycles] : -1;

    /// <summary>True where a cycle begins in the unit.</summary>
    public bool Begins(int unit) => Array.BinarySearch(_beginnings, unit) >= 0;

    /// <summary>True where the window had some.</summary>
    public bool Has(int start, int end) => Over(start, end) > 0;
}
