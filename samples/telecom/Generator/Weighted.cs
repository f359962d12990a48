namespace CxRules.Samples.Telecom;

/// <summary>One of several values by weight.</summary>
internal static class Weighted
{
    /// <summary>The weights are per mille; what they lack of 1000 falls to the last value.</summary>
    public static T Draw<T>(ref SplitMix64 random, ReadOnlySpan<(T Value, int PerMille)> table)
    {
        var left = random.Below(1000);
        foreach (var (value, perMille) in table)
        {
            left -= perMille;
            if (left < 0)
            {
                return value;
            }
        }

        return table[^1].Value;
    }
}
