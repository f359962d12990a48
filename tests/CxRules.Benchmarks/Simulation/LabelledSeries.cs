namespace CxRules.Benchmarks.Simulation;

/// <summary>How counts follow each other.</summary>
internal enum Step
{
    Hour,
    Day,
    Week,
}

/// <summary>Counts with the stretches at which something is known to have happened.</summary>
/// <param name="First">Day number of the first count; an hourly series begins at its midnight, a weekly one on a Monday.</param>
/// <param name="Events">As positions [Start, End).</param>
/// <param name="From">The first position that is judged: before it, there is too little history.</param>
internal sealed record LabelledSeries(string Name, Step Step, int First, long[] Counts, (int Start, int End)[] Events, int From)
{
    /// <summary>Positions a week apart.</summary>
    public int Period => Step switch
    {
        Step.Hour => 168,
        Step.Day => 7,
        _ => 1,
    };

    public double Years => (Counts.Length - From) / (Period * 365.25 / 7);

    /// <summary>The counts of up to <paramref name="windows"/> same weekdays (hours, weeks) before a position, the newest first.</summary>
    public double[] Before(int position, int windows) =>
        [.. Enumerable.Range(1, windows).Select(week => position - (week * Period)).Where(index => index >= 0).Select(index => (double)Counts[index])];
}
