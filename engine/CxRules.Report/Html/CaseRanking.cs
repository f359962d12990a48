using CxRules.Model.Cases;
using CxRules.Model.Time;
using CxRules.Report.Layout;
using CxRules.Report.Replays;
using CxRules.Testing.Replays;

namespace CxRules.Report.Html;

/// <summary>All cases in one table, by money, each with its share of the largest cost as a bar.</summary>
internal static class CaseRanking
{
    /// <param name="top">The cost that fills a bar.</param>
    public static Markup Write(CasePart part, ZoneRules zone, decimal top)
    {
        var rows = Markup.Concat(part.Cases.Select((@case, index) => Row(@case, part.First + index, zone, top)));
        return $"""
            <table class="ranking">
            <caption><strong>{part.Name}: {part.Sum}</strong> {part.Meaning}; the most expensive first</caption>
            <thead><tr><th scope="col" class="number">#</th><th scope="col">case</th><th scope="col" class="desk">owner</th><th scope="col" class="desk">opened – closed</th><th scope="col" class="number">contacts</th><th scope="col" class="number desk">expected<span class="interval">above it</span></th><th scope="col" class="number">cost</th><th scope="col" class="desk">day by day</th></tr></thead>
            <tbody>{rows}</tbody></table>
            """;
    }

    private static Markup Row(ReplayCase @case, int number, ZoneRules zone, decimal top)
    {
        var group = CaseFacts.Group(@case);
        var opened = CaseFacts.Opened(@case, zone);
        var closed = CaseFacts.Closed(@case, zone) is { } day ? $"to {day}" : "still open";
        Markup groupLine = group.Length == 0 ? Markup.Empty : $"""<span class="group"><bdi>{group}</bdi></span>""";
        var expected = @case.Basis == CaseBasis.All ? "all count" : Figures.Quantity(@case.Expected);
        Markup above = @case.Excess is { } excess ? $"""<span class="interval">{Figures.Above(excess.Mid)}</span>""" : Markup.Empty;
        return $"""
            <tr><td class="number">{number}</td>
            <th scope="row"><a href="#case-{number}"><bdi>{CaseFacts.What(@case)}</bdi></a>{groupLine}<span class="phone"><bdi>{CaseFacts.Owners(@case.Owners)}</bdi> · <span>{opened}</span> <span>{closed}</span></span></th>
            <td class="desk owner"><bdi>{CaseFacts.Owners(@case.Owners)}</bdi></td><td class="desk dates"><span>{opened}</span><span>{closed}</span></td>
            <td class="number">{Figures.Count(@case.Contacts)}</td><td class="number desk">{expected}{above}</td>
            <td class="number cost">{Cost(@case, top)}</td><td class="desk">{Trend(@case)}</td></tr>

            """;
    }

    private static Markup Cost(ReplayCase @case, decimal top)
    {
        if (@case.Cost is not { } cost)
        {
            return $"""<span class="unknown">{CaseFacts.NoCost(@case.CostUnknownBecause)}</span>""";
        }

        var scale = top > 0 ? 100 / (double)top : 0;
        return $"""
            <strong>{Figures.Mid(cost)}</strong><span class="interval">{(cost.Low == cost.High ? "" : Figures.Interval(cost))}</span><svg class="worth" width="100%" height="8" aria-hidden="true"><rect class="hot" width="{(double)cost.Mid * scale}%" height="8"/><rect class="whisker" x="{(double)cost.Low * scale}%" width="{(double)(cost.High - cost.Low) * scale}%" y="3" height="2"/></svg>
            """;
    }

    private static Markup Trend(ReplayCase @case)
    {
        if (@case.Chart.IsDefaultOrEmpty)
        {
            return Markup.Empty;
        }

        var top = Math.Max(1, @case.Chart.Max(point => point.Observed));
        var bars = Markup.Concat(@case.Chart.Select((point, index) =>
            (Markup)$"""<rect class="{(point.InCase ? "hot" : "calm")}" x="{index}" y="{top - point.Observed}" width="0.8" height="{point.Observed}"/>"""));
        return $"""<svg class="trend" width="120" height="26" viewBox="0 0 {@case.Chart.Length} {top}" preserveAspectRatio="none" aria-hidden="true">{bars}</svg>""";
    }
}
