using System.Collections.Immutable;
using CxRules.Testing.Replays;

namespace CxRules.Report.Layout;

/// <summary>A case's days as two rows of bars on one scale: what came in and what was expected.</summary>
internal sealed record Sparkline(string Observed, string Expected, int HotFrom, int HotTo)
{
    private const string Bars = "▁▂▃▄▅▆▇█";

    public static Sparkline Empty { get; } = new("", "", 0, 0);

    /// <summary>The days around the case, or, where the case alone is longer than <paramref name="width"/>, means of several days a bar.</summary>
    public static Sparkline Of(ImmutableArray<CasePoint> points, int width)
    {
        if (points.IsDefaultOrEmpty || width < 1)
        {
            return Empty;
        }

        var columns = Columns(points, width);
        var top = columns.Max(column => Math.Max(column.Observed, column.Expected ?? 0));
        var first = columns.FindIndex(column => column.InCase);
        return new(
            string.Concat(columns.Select(column => Bar(column.Observed, top))),
            string.Concat(columns.Select(column => column.Expected is { } expected ? Bar(expected, top) : ' ')),
            Math.Max(first, 0),
            columns.FindLastIndex(column => column.InCase) + 1);
    }

    private static List<BarColumn> Columns(ImmutableArray<CasePoint> points, int width)
    {
        var first = points.Select((point, index) => point.InCase ? index : points.Length).Min();
        var last = points.Select((point, index) => point.InCase ? index : -1).Max();
        if (points.Length <= width)
        {
            return [.. points.Select(point => BarColumn.Mean([point]))];
        }

        if (last >= first && last - first + 1 <= width)
        {
            var start = Math.Clamp(first - ((width - (last - first + 1)) / 2), 0, points.Length - width);
            return [.. points.Skip(start).Take(width).Select(point => BarColumn.Mean([point]))];
        }

        var shown = last >= first ? points[first..(last + 1)] : points;
        var size = (shown.Length + width - 1) / width;
        return [.. shown.Chunk(size).Select(BarColumn.Mean)];
    }

    private static char Bar(decimal value, decimal top) =>
        top <= 0 ? Bars[0] : Bars[(int)Math.Clamp(Math.Round(value / top * (Bars.Length - 1)), 0, Bars.Length - 1)];

    private readonly record struct BarColumn(decimal Observed, decimal? Expected, bool InCase)
    {
        public static BarColumn Mean(CasePoint[] points)
        {
            var known = points.Where(point => point.Expected.HasValue).ToArray();
            return new(
                points.Average(point => (decimal)point.Observed),
                known.Length == 0 ? null : known.Average(point => point.Expected ?? 0),
                points.Any(point => point.InCase));
        }
    }
}
