namespace CxRules.Runtime.Sessions;

/// <summary>When a signal was active: stretches [start, end) of UTC ticks, apart and ascending.</summary>
internal sealed class ActiveSpans
{
    private readonly List<(long Start, long End)> _spans = [];

    public bool IsOpen => _spans.Count > 0 && _spans[^1].End == long.MaxValue;

    public void Open(long utcTicks) => _spans.Add((utcTicks, long.MaxValue));

    public void Close(long utcTicks) => _spans[^1] = (_spans[^1].Start, utcTicks);

    public bool Contains(long utcTicks)
    {
        var (low, high) = (0, _spans.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _spans[middle].End <= utcTicks ? (middle + 1, high) : (low, middle);
        }

        return low < _spans.Count && _spans[low].Start <= utcTicks;
    }
}
