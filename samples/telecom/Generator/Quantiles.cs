namespace CxRules.Samples.Telecom;

/// <summary>Skewed spreads around a median as tables, so that no machine's Math decides a row. Per mille of the median.</summary>
internal static class Quantiles
{
    /// <summary>Log-normal, σ 0.55, cut at 0.4 % and 99.6 %.</summary>
    private static readonly int[] Narrow =
    [
        233, 359, 430, 484, 531, 574, 614, 652, 690, 727, 764,
        802, 839, 878, 917, 958, 1000, 1044, 1090, 1139, 1192, 1248,
        1308, 1375, 1449, 1533, 1629, 1743, 1883, 2065, 2325, 2786, 4300,
    ];

    /// <summary>Log-normal, σ 0.9, cut alike.</summary>
    private static readonly int[] Wide =
    [
        92, 187, 251, 305, 355, 403, 450, 497, 545, 594, 644,
        696, 751, 808, 868, 932, 1000, 1073, 1152, 1238, 1332, 1436,
        1553, 1684, 1835, 2011, 2222, 2482, 2816, 3275, 3978, 5347, 10879,
    ];

    public static int HandleTime(ref SplitMix64 random, int median) => Draw(ref random, Narrow, median);

    public static int WaitTime(ref SplitMix64 random, int median) => Draw(ref random, Wide, median);

    private static int Draw(ref SplitMix64 random, int[] table, int median)
    {
        var step = random.Below(table.Length - 1);
        var within = random.Below(1000);
        var perMille = table[step] + ((table[step + 1] - table[step]) * within / 1000);
        return (int)((long)median * perMille / 1000);
    }
}
