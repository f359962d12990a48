namespace CxRules.Benchmarks.Detection;

/// <summary>EARS of Hutwagner et al. (2003): the last 7 counts, whatever their weekday; C2 and C3 leave out the latest two.</summary>
internal static class Ears
{
    private const int Baseline = 7;

    /// <summary>The normal quantile of 0.1 %.</summary>
    private const double Level = 3.090232306167813;

    /// <summary>What the last two and today may add up to.</summary>
    private const double SumLevel = 2;

    /// <summary>(y − mean) ÷ standard deviation of the 7 counts that end <paramref name="lag"/> before; null where there are fewer.</summary>
    public static double? Statistic(long[] counts, int position, int lag)
    {
        if (position - lag - Baseline < 0)
        {
            return null;
        }

        var (mean, deviation) = Of(counts, position, lag);
        var above = counts[position] - mean;
        return deviation > 0 ? above / deviation : above > 0 ? double.PositiveInfinity : above < 0 ? double.NegativeInfinity : 0;
    }

    /// <summary>The largest count that is no alarm.</summary>
    public static double UpperBound(long[] counts, int position, int lag)
    {
        var (mean, deviation) = Of(counts, position, lag);
        return mean + (Level * deviation);
    }

    public static bool C1(long[] counts, int position) => Statistic(counts, position, 0) > Level;

    public static bool C2(long[] counts, int position) => Statistic(counts, position, 2) > Level;

    public static bool C3(long[] counts, int position) =>
        Enumerable.Range(0, 3).Sum(back => Math.Max(0, (position < back ? null : Statistic(counts, position - back, 2)) - 1 ?? 0)) > SumLevel;

    private static (double Mean, double Deviation) Of(long[] counts, int position, int lag)
    {
        var window = counts.AsSpan(position - lag - Baseline, Baseline);
        var (sum, squares) = (0.0, 0.0);
        foreach (var count in window)
        {
            sum += count;
            squares += (double)count * count;
        }

        return (sum / Baseline, Math.Sqrt(Math.Max(0, (squares - (sum * sum / Baseline)) / (Baseline - 1))));
    }
}
