using CxRules.Testing.Replays;

namespace CxRules.Report.Html;

/// <summary>Where things stand in a case's chart: x in per cent of the width, y in pixels.</summary>
internal sealed record ChartScale(int Points, double Top, double Step)
{
    public const int PlotTop = 14;
    public const int PlotHeight = 168;
    public const int Height = 214;

    private static readonly double[] s_steps = [1, 2, 2.5, 5, 10];

    /// <summary>Room for everything that is drawn, with three to six round marks.</summary>
    public static ChartScale Of(IReadOnlyCollection<CasePoint> points)
    {
        var highest = Math.Max(1, points.Max(point => Math.Max(point.Observed, (double)Math.Max(point.Expected ?? 0, point.High ?? 0))));
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(highest / 4)));
        var step = Math.Max(1, s_steps.First(candidate => candidate * magnitude * 4 >= highest) * magnitude);
        step = step % 1 == 0 ? step : Math.Ceiling(step);
        return new(points.Count, Math.Ceiling(highest / step) * step, step);
    }

    public IEnumerable<double> Marks => Enumerable.Range(0, (int)Math.Round(Top / Step) + 1).Select(mark => mark * Step);

    public double X(double point) => point / Points * 100;

    public double Y(double value) => PlotTop + (PlotHeight * (1 - (value / Top)));
}
