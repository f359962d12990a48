using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CxRules.Model.Time;
using CxRules.Report.Layout;
using CxRules.Report.Replays;
using CxRules.Testing.Replays;

namespace CxRules.Report.Html;

/// <summary>A case drawn: what came in each day, what was expected, its range, the case's days and when the rule fired; and the same as a table.</summary>
internal static class CaseChart
{
    private const int Labels = 5;

    public static Markup Write(ReplayCase @case, int number)
    {
        if (@case.Chart.IsDefaultOrEmpty)
        {
            return Markup.Empty;
        }

        var scale = ChartScale.Of(@case.Chart);
        var unit = CaseFacts.UnitName(@case);
        return $"""
            <figure class="chart">
            <div class="plot">
            <svg class="marks" width="52" height="{ChartScale.Height}" aria-hidden="true">{Marks(scale)}</svg>
            <svg class="drawing" width="100%" height="{ChartScale.Height}" role="img" aria-labelledby="chart-{number}-title chart-{number}-text">
            <title id="chart-{number}-title">{CaseFacts.What(@case)}: contacts per {unit}</title>
            <desc id="chart-{number}-text">{Description(@case)}</desc>
            {Drawing(@case, scale)}
            </svg>
            </div>
            <figcaption><ul class="legend">
            <li><svg width="14" height="12" aria-hidden="true"><rect class="hot" width="14" height="12"/></svg> {unit}s of the case</li>
            <li><svg width="14" height="12" aria-hidden="true"><rect class="calm" width="14" height="12"/></svg> other {unit}s</li>
            <li><svg width="18" height="12" aria-hidden="true"><line class="expected" x2="18" y1="6" y2="6"/></svg> expected</li>
            <li><svg width="14" height="12" aria-hidden="true"><rect class="band" width="14" height="12"/></svg> expected range</li>
            <li><svg width="18" height="12" aria-hidden="true"><rect class="fired" width="18" height="5" y="4"/></svg> signal active</li>
            <li><svg width="12" height="12" aria-hidden="true"><path class="flag" d="M6 11L1 2h10z"/></svg> fired</li>
            </ul></figcaption>
            <details><summary>The same as a table</summary>{Table(@case, unit)}</details>
            </figure>
            """;
    }

    private static Markup Marks(ChartScale scale) => Markup.Concat(scale.Marks.Select(mark =>
        (Markup)$"""<text x="46" y="{scale.Y(mark) + 4}">{Figures.Count((long)mark)}</text>"""));

    private static Markup Drawing(ReplayCase @case, ChartScale scale)
    {
        var points = @case.Chart;
        var days = Markup.Concat(Runs(points, point => point.InCase).Select(run =>
            (Markup)$"""<rect class="days" x="{scale.X(run.From)}%" width="{scale.X(run.To - run.From)}%" y="{ChartScale.PlotTop}" height="{ChartScale.PlotHeight}"/>"""));
        var grid = Markup.Concat(scale.Marks.Select(mark =>
            (Markup)$"""<line class="grid" x2="100%" y1="{scale.Y(mark)}" y2="{scale.Y(mark)}"/>"""));
        var fired = Markup.Concat(Runs(points, point => point.Fired).Select(run =>
            (Markup)$"""<rect class="fired" x="{scale.X(run.From)}%" width="{scale.X(run.To - run.From)}%" y="{ChartScale.PlotTop + ChartScale.PlotHeight + 2}" height="5"/><svg class="mark" x="{scale.X(run.From + 0.5)}%" y="0"><path class="flag" d="M0 12L-5 3h10z"/></svg>"""));
        return $"""
            {days}{grid}
            <svg y="{ChartScale.PlotTop}" width="100%" height="{ChartScale.PlotHeight}" viewBox="0 0 {points.Length} {scale.Top}" preserveAspectRatio="none" aria-hidden="true">
            <path class="calm" d="{Bars(points, scale, inCase: false)}"/><path class="hot" d="{Bars(points, scale, inCase: true)}"/><path class="band" d="{Band(points, scale)}"/><path class="expected" d="{Expected(points, scale)}"/>
            </svg>
            {fired}{Days(@case, scale)}
            """;
    }

    private static string Bars(ImmutableArray<CasePoint> points, ChartScale scale, bool inCase)
    {
        var path = new StringBuilder();
        for (var i = 0; i < points.Length; i++)
        {
            if (points[i].InCase == inCase && points[i].Observed > 0)
            {
                path.Append(CultureInfo.InvariantCulture, $"M{i}.12 {scale.Top:0.###}V{scale.Top - points[i].Observed:0.###}h.76V{scale.Top:0.###}z");
            }
        }

        return path.ToString();
    }

    private static string Band(ImmutableArray<CasePoint> points, ChartScale scale)
    {
        var path = new StringBuilder();
        for (var i = 0; i < points.Length; i++)
        {
            if (points[i] is { Low: { } low, High: { } high })
            {
                path.Append(CultureInfo.InvariantCulture, $"M{i} {(decimal)scale.Top - low:0.###}V{(decimal)scale.Top - high:0.###}h1V{(decimal)scale.Top - low:0.###}z");
            }
        }

        return path.ToString();
    }

    private static string Expected(ImmutableArray<CasePoint> points, ChartScale scale)
    {
        var path = new StringBuilder();
        for (var i = 0; i < points.Length; i++)
        {
            if (points[i].Expected is { } expected)
            {
                var y = (decimal)scale.Top - expected;
                var starts = i == 0 || points[i - 1].Expected is null;
                path.Append(CultureInfo.InvariantCulture, $"{(starts ? $"M{i} " : "V")}{y:0.###}h1");
            }
        }

        return path.ToString();
    }

    private static Markup Days(ReplayCase @case, ChartScale scale)
    {
        var labels = Math.Min(@case.Unit == TimeUnit.Day ? Labels : Labels - 2, @case.Chart.Length);
        var format = @case.Unit == TimeUnit.Day ? "d MMM" : "d MMM HH:mm";
        return Markup.Concat(Enumerable.Range(0, labels).Select(label =>
        {
            var index = labels == 1 ? 0 : (int)Math.Round((double)label * (@case.Chart.Length - 1) / (labels - 1));
            var anchor = label == 0 ? "first" : label == labels - 1 ? "last" : "middle";
            var x = label == 0 ? 0 : label == labels - 1 ? 100 : scale.X(index + 0.5);
            var text = @case.Chart[index].Start.ToString(format, CultureInfo.InvariantCulture);
            return (Markup)$"""<text class="{anchor}" x="{x}%" y="{ChartScale.Height - 8}">{text}</text>""";
        }));
    }

    private static IEnumerable<(int From, int To)> Runs(ImmutableArray<CasePoint> points, Func<CasePoint, bool> holds)
    {
        for (var from = 0; from < points.Length; from++)
        {
            if (!holds(points[from]))
            {
                continue;
            }

            var to = from;
            while (to < points.Length && holds(points[to]))
            {
                to++;
            }

            yield return (from, to);
            from = to;
        }
    }

    private static string Description(ReplayCase @case)
    {
        var highest = @case.Chart.MaxBy(point => point.Observed) ?? @case.Chart[0];
        var unit = CaseFacts.UnitName(@case);
        var inCase = @case.Chart.Count(point => point.InCase);
        var expected = @case.Expected is { } known ? $" {Figures.Quantity(known)} were expected." : "";
        return $"{Figures.Plural(@case.Chart.Length, unit)} from {CaseFacts.Day(@case.Chart[0].Start, @case.Unit)}. The case covers {Figures.Plural(inCase, unit)} with {Figures.Plural(@case.Contacts, "contact")}.{expected}"
            + $" The highest bar is {Figures.Count(highest.Observed)} on {CaseFacts.Day(highest.Start, @case.Unit)}. The table below the chart has every figure.";
    }

    private static Markup Table(ReplayCase @case, string unit)
    {
        var rows = Markup.Concat(@case.Chart.Select(point => (Markup)$"""
            <tr><th scope="row">{CaseFacts.Day(point.Start, @case.Unit)}</th><td>{Figures.Count(point.Observed)}</td><td>{Figures.Quantity(point.Expected)}</td><td>{(point is { Low: { } low, High: { } high } ? $"{Figures.Quantity(low)}–{Figures.Quantity(high)}" : Figures.None)}</td><td>{(point.InCase ? "yes" : "")}</td><td>{(point.Fired ? "active" : "")}</td></tr>

            """));
        return $"""
            <div class="scroll" role="region" tabindex="0" aria-label="Figures of {CaseFacts.What(@case)}"><table class="figures"><caption>{CaseFacts.What(@case)}: contacts per {unit}</caption>
            <thead><tr><th scope="col">{unit}</th><th scope="col">came in</th><th scope="col">expected</th><th scope="col">expected range</th><th scope="col">in the case</th><th scope="col">signal</th></tr></thead>
            <tbody>{rows}</tbody></table></div>
            """;
    }
}
