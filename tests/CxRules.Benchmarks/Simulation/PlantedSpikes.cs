namespace CxRules.Benchmarks.Simulation;

/// <summary>
/// Daily counts of two years: means 3–100 (evenly by their logarithm), φ 1–4, a weekly shape, a drift of up to ±30 % a year, and five spikes
/// a year of one to three days at 1.5 to 3 times the usual. The same numbers on every run.
/// </summary>
internal static class PlantedSpikes
{
    private const int Days = 56 + 730;
    private const int Warm = 56;
    private const double SpikesADay = 5 / 365.25;

    /// <summary>1 January 2024, a Monday.</summary>
    private static readonly int FirstDay = new DateOnly(2024, 1, 1).DayNumber;

    public static IEnumerable<LabelledSeries> Generate(int count, ulong seed) => Enumerable.Range(0, count).Select(index => One(index, new SplitMix64(seed + ((ulong)index * 7919))));

    private static LabelledSeries One(int index, SplitMix64 random)
    {
        var mean = Math.Exp(random.Between(Math.Log(3), Math.Log(100)));
        var dispersion = random.Between(1, 4);
        var drift = random.Between(-0.3, 0.3) / 365.25;
        var weekend = random.Between(0.3, 1);
        double[] shape = [.. Enumerable.Range(0, 7).Select(day => (day < 5 ? 1 : weekend) * random.Between(0.85, 1.15))];
        var events = new List<(int, int)>();
        var factors = Enumerable.Repeat(1.0, Days).ToArray();
        for (var day = Warm; day < Days; day++)
        {
            if (random.Fraction() < SpikesADay && (events.Count == 0 || day > events[^1].Item2 + 1))
            {
                var end = Math.Min(Days, day + 1 + random.Below(3));
                Array.Fill(factors, random.Between(1.5, 3), day, end - day);
                events.Add((day, end));
                day = end;
            }
        }

        var counts = new long[Days];
        for (var day = 0; day < Days; day++)
        {
            counts[day] = Counts.Draw(random, mean * shape[day % 7] * Math.Exp(drift * day) * factors[day], dispersion);
        }

        return new($"planted {index}", Step.Day, FirstDay, counts, [.. events], Warm);
    }
}
