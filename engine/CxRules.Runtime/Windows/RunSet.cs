namespace CxRules.Runtime.Windows;

/// <summary>A set of numbers that mostly come in runs: evaluations, or units of a timeline. It costs 8 bytes a run, however long the history is.</summary>
internal sealed class RunSet
{
    private readonly List<(int Start, int End)> _runs = [];

    public bool IsEmpty => _runs.Count == 0;

    /// <summary>The largest; -1 where there is none.</summary>
    public int Last => IsEmpty ? -1 : _runs[^1].End - 1;

    public void Add(int value) => Add(value, value + 1);

    /// <summary>Adds [start, end).</summary>
    public void Add(int start, int end)
    {
        if (end <= start)
        {
            return;
        }

        var first = FirstThatEndsFrom(start);
        var next = first;
        while (next < _runs.Count && _runs[next].Start <= end)
        {
            (start, end) = (Math.Min(start, _runs[next].Start), Math.Max(end, _runs[next].End));
            next++;
        }

        if (next == first)
        {
            _runs.Insert(first, (start, end));
            return;
        }

        _runs[first] = (start, end);
        _runs.RemoveRange(first + 1, next - first - 1);
    }

    public bool Contains(int value)
    {
        var run = FirstThatEndsFrom(value + 1);
        return run < _runs.Count && _runs[run].Start <= value;
    }

    /// <summary>How many of [start, end) it holds.</summary>
    public int CountIn(int start, int end)
    {
        var count = 0;
        for (var run = FirstThatEndsFrom(start); run < _runs.Count && _runs[run].Start < end; run++)
        {
            count += Math.Max(0, Math.Min(end, _runs[run].End) - Math.Max(start, _runs[run].Start));
        }

        return count;
    }

    public void Clear() => _runs.Clear();

    private int FirstThatEndsFrom(int value)
    {
        var (low, high) = (0, _runs.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _runs[middle].End < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
