namespace CxRules.Runtime.Plans;

/// <summary>What comparisons mean.</summary>
internal static class Comparing
{
    /// <summary>By the sign of left − right.</summary>
    private static readonly Dictionary<ComparisonKind, Func<int, bool>> s_bySign = new()
    {
        [ComparisonKind.Equal] = sign => sign == 0,
        [ComparisonKind.NotEqual] = sign => sign != 0,
        [ComparisonKind.Less] = sign => sign < 0,
        [ComparisonKind.LessOrEqual] = sign => sign <= 0,
        [ComparisonKind.Greater] = sign => sign > 0,
        [ComparisonKind.GreaterOrEqual] = sign => sign >= 0,
    };

    /// <param name="sign">Of left − right.</param>
    public static bool Holds(this ComparisonKind comparison, int sign) => s_bySign[comparison](sign);
}
