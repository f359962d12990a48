using System.Collections.Immutable;

namespace CxRules.Benchmarks.EndToEnd.Histories;

/// <summary>How many contacts each day of the generated year has, and of what: weekdays, a season, ten spikes that are planted.</summary>
internal sealed class HistoryCalendar
{
    public const int Days = 364;

    private const int Reasons = 60;
    private const int Spikes = 10;

    private static readonly double[] s_weekdays = [1.25, 1.15, 1.08, 1.04, 1.0, .6, .42];

    private readonly double[][] _reasons = new double[Days][];
    private readonly double[] _totals = new double[Days];
    private readonly double _all;

    public HistoryCalendar()
    {
        for (var day = 0; day < Days; day++)
        {
            var season = s_weekdays[day % s_weekdays.Length] * (1 + (0.12 * Math.Sin(day / (double)Days * 2 * Math.PI)));
            var reasons = new double[Reasons];
            for (var reason = 0; reason < Reasons; reason++)
            {
                reasons[reason] = 1.0 / Math.Pow(reason + 1, 0.9) * FactorOf(reason, day) * season;
                _totals[day] += reasons[reason];
            }

            _reasons[day] = reasons;
            _all += _totals[day];
        }
    }

    /// <summary>A Monday.</summary>
    public static DateOnly FirstDay { get; } = new(2025, 1, 6);

    /// <summary>By disposition and day; <see cref="Spike.Factor"/> times the usual contacts.</summary>
    public static ImmutableArray<Spike> Planted { get; } =
        [.. Enumerable.Range(0, Spikes).Select(i => new Spike((i * 5) + 1, 45 + (i * 31), 4 + (i % 4 * 2), 2.0 + (i % 5 * 0.5)))];

    /// <summary>The weights of the dispositions on a day.</summary>
    public double[] ReasonsOf(int day) => _reasons[day];

    /// <summary>The contacts of each day; they add up to <paramref name="rows"/>.</summary>
    public IEnumerable<int> CountsOf(int rows)
    {
        var (planned, made) = (0.0, 0);
        for (var day = 0; day < Days; day++)
        {
            planned += _totals[day] / _all * rows;
            var until = day == Days - 1 ? rows : (int)Math.Round(planned);
            yield return until - made;
            made = until;
        }
    }

    private static double FactorOf(int reason, int day)
    {
        var factor = 1.0;
        foreach (var spike in Planted)
        {
            factor = spike.Disposition == reason && day >= spike.FirstDay && day < spike.FirstDay + spike.Length ? spike.Factor : factor;
        }

        return factor;
    }
}

/// <param name="Disposition">Its position in <see cref="HistoryCodes.Dispositions"/>.</param>
/// <param name="FirstDay">Counted from <see cref="HistoryCalendar.FirstDay"/>.</param>
/// <param name="Length">Days.</param>
internal readonly record struct Spike(int Disposition, int FirstDay, int Length, double Factor);
