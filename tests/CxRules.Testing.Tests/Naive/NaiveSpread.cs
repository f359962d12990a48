namespace CxRules.Testing.Tests.Naive;

/// <summary>Counts of windows that should be alike.</summary>
/// <param name="Squares">Of their distances from the mean, summed.</param>
internal readonly record struct NaiveSpread(int Count, double Mean, double Squares)
{
    public static NaiveSpread Of(List<long> counts)
    {
        var mean = counts.Count == 0 ? 0 : counts.Average();
        return new(counts.Count, mean, counts.Sum(count => (count - mean) * (count - mean)));
    }
}
