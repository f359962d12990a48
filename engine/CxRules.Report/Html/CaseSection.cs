using CxRules.Model.Cases;
using CxRules.Model.Time;
using CxRules.Report.Layout;
using CxRules.Report.Replays;
using CxRules.Testing.Replays;

namespace CxRules.Report.Html;

/// <summary>A case in full: what, who, how much, the drawing and the evidence.</summary>
internal static class CaseSection
{
    public static Markup Write(ReplayCase @case, int number, ZoneRules zone)
    {
        var group = CaseFacts.Group(@case);
        Markup groupLine = group.Length == 0 ? Markup.Empty : $"""<p class="group"><bdi>{group}</bdi></p>""";
        Markup because = @case.Because is { } text ? $"""<blockquote><p><bdi>{text}</bdi></p></blockquote>""" : Markup.Empty;
        return $"""
            <section class="case" id="case-{number}" aria-labelledby="case-{number}-name">
            <header><h3 id="case-{number}-name"><span class="rank">{number}</span> <bdi>{CaseFacts.What(@case)}</bdi></h3>
            {Severity(@case.Severity)}</header>
            {groupLine}{because}
            <dl class="facts">
            {Fact("Owner", CaseFacts.Owners(@case.Owners))}
            {Fact("Cost", Cost(@case))}
            {(MoneyFacts.Parts(@case.Breakdown) is { } parts ? Fact("Made of", parts) : Markup.Empty)}
            {Fact("Contacts", Against(@case))}
            {(@case.Estimate is null ? Markup.Empty : Fact("Estimate", EstimateFacts.Text(@case)))}
            {Fact("Open", $"{CaseFacts.Opened(@case, zone)} to {CaseFacts.Closed(@case, zone) ?? "now: the signal is still active"}")}
            {Fact("State", LifeFacts.State(@case, zone))}
            {Fact("Busiest " + CaseFacts.UnitName(@case), Peak(@case))}
            {(@case.PValue is { } chance ? Fact("By chance alone", Figures.Chance(chance)) : Markup.Empty)}
            </dl>
            {CaseChart.Write(@case, number)}
            <dl class="source">
            {Fact("Rule", @case.Rule)}
            <div><dt>Condition</dt><dd><code>{@case.Condition}</code></dd></div>
            {(@case.Evidence.IsEmpty ? Markup.Empty : Fact("Contacts to read", string.Join(", ", @case.Evidence)))}
            <div><dt>Case</dt><dd><code>{@case.Id}</code></dd></div>
            </dl>
            <p class="back"><a href="#ranking">All cases</a></p>
            </section>
            """;
    }

    public static Markup Severity(Severity severity)
    {
        var name = severity.ToString().ToLowerInvariant();
        return $"""<span class="severity {name}"><span class="quiet">severity </span>{name}</span>""";
    }

    private static Markup Fact(string term, string value) => $"<div><dt>{term}</dt><dd><bdi>{value}</bdi></dd></div>";

    private static string Cost(ReplayCase @case) => @case.Cost is { } cost
        ? $"{Figures.Mid(cost)} (90 % interval {Figures.Interval(cost)})"
        : CaseFacts.NoCost(@case.CostUnknownBecause);

    private static string Against(ReplayCase @case) => @case switch
    {
        { Estimate: not null } => $"{Figures.Count(@case.Contacts)} that were looked at",
        { Basis: CaseBasis.All } => $"{Figures.Count(@case.Contacts)}, all of them count",
        { Expected: { } expected, Excess: { } excess } =>
            $"{Figures.Count(@case.Contacts)} against {Figures.Quantity(expected)} expected: {Figures.Quantity(excess.Mid)} above it ({Figures.Quantity(excess.Low)}–{Figures.Quantity(excess.High)})",
        _ => $"{Figures.Count(@case.Contacts)}; how many to expect is unknown",
    };

    private static string Peak(ReplayCase @case)
    {
        var day = CaseFacts.Day(@case.Peak, @case.Unit);
        return @case.Chart.IsDefaultOrEmpty || @case.Chart.FirstOrDefault(point => point.Start == @case.Peak) is not { } point
            ? day
            : $"{day}: {Figures.Count(point.Observed)}" + (point.Expected is { } expected ? $" against {Figures.Quantity(expected)}" : "");
    }
}
