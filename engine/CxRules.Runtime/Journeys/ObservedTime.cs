namespace CxRules.Runtime.Journeys;

/// <summary>The time of which a history knows all contacts: only there does nothing found mean that nothing was there.</summary>
/// <param name="start">The midnight before the first contact; UTC ticks.</param>
/// <param name="end">The midnight after the last.</param>
/// <param name="gaps">Days without data, half-open, ascending.</param>
internal sealed class ObservedTime(long start, long end, (long Start, long End)[] gaps)
{
    /// <summary>What is known from here on is not known in this history.</summary>
    public long End => end;

    /// <summary>True when all contacts in [from, to) are known.</summary>
    public bool Covers(long from, long to)
    {
        var next = FirstEndingAfter(from);
        return from >= start && to <= end && (next == gaps.Length || gaps[next].Start >= to);
    }

    private int FirstEndingAfter(long instant)
    {
        var (low, high) = (0, gaps.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = gaps[middle].End <= instant ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
