using CxRules.Report.Html;
using CxRules.Report.Layout;
using CxRules.Testing.Replays;

namespace CxRules.Report.Replays;

/// <summary>A replay as one page: a summary, the ranking, every case drawn, and what one needs to trust it.</summary>
internal static class ReplayHtml
{
    public static string Write(ReplayResult result)
    {
        var cases = CaseFacts.Ranked(result);
        var zone = result.History.Zone;
        var top = cases.Max(@case => @case.Cost?.High) ?? 0;
        Markup ranking = cases.IsEmpty ? (Markup)$"<p>No case was opened.</p>" : Markup.Concat(CaseFacts.Parts(result).Select(part => CaseRanking.Write(part, zone, top)));
        Markup sections = cases.IsEmpty ? Markup.Empty : $"""
            <section aria-labelledby="each"><h2 id="each">Case by case</h2>
            {Markup.Concat(cases.Select((@case, index) => CaseSection.Write(@case, index + 1, zone)))}
            </section>
            """;
        return HtmlPage.Write($"{result.RuleSetName}: {Figures.Plural(cases.Length, "case")}", $"""
            <a class="skip" href="#ranking">Skip to the cases</a>
            <header class="top"><h1><bdi>{result.RuleSetName}</bdi></h1>
            <p>{Figures.Plural(result.Rules.Length, "rule")} over {Figures.Plural(result.Totals.Contacts, "contact")}, {CaseFacts.Range(result.History)} ({zone.Id})</p></header>
            <main>
            {Summary(result)}
            <section aria-labelledby="ranking"><h2 id="ranking" tabindex="-1">Cases</h2>{ranking}</section>
            {sections}
            {Routes(result)}
            {MoneySection.Write(result)}
            {Items("What became of them", "lives", LifeFacts.Lines(result))}
            {Items("What fixes saved", "savings", SavingsFacts.Lines(result))}
            {Items("To be done", "tasks", TaskFacts.Lines(result))}
            {Items("Mind", "mind", result.Notes.Concat(result.Footnotes))}
            {Items("Could not be decided at times", "unknown", UnknownRules.Lines(result))}
            {Items("Rows that were refused", "refused", Rejects(result))}
            </main>
            <footer><p>{Rows(result)}</p><p>Rule set <code>{result.RuleSetHash}</code></p></footer>
            """);
    }

    private static Markup Summary(ReplayResult result)
    {
        var cost = result.Totals.Cost;
        var unpriced = result.Cases.Count(@case => @case.Cost is null);
        var open = result.Cases.Count(@case => @case.ClosedUtc is null);
        return $"""
            <section class="summary" aria-label="Summary"><dl>
            {Tile("Cost of the cases and routed contacts", cost is { } known ? Figures.Mid(known) : "unknown", cost is { } range ? $"90 % intervals added up: {Figures.Interval(range)}" : "no case has a known cost", result.CostNote)}
            {Tile("Cases", Figures.Count(result.Cases.Length), $"{Figures.Count(open)} still open, {Figures.Count(unpriced)} without a cost")}
            {Tile("Contacts", Figures.Count(result.Totals.Contacts), $"{Figures.Count(result.Totals.Routed)} routed one by one")}
            {Tile("Rows refused", Figures.Count(result.History.Rejected), $"of {Figures.Count(result.History.Received)} received")}
            </dl></section>
            """;
    }

    private static Markup Tile(string term, string value, string detail, string? note = null) =>
        $"""<div><dt>{term}</dt><dd><b>{value}</b><span>{detail}</span>{(note is null ? Markup.Empty : $"<span><bdi>{note}</bdi></span>")}</dd></div>""";

    private static Markup Routes(ReplayResult result)
    {
        if (result.ContactRoutes.IsEmpty)
        {
            return Markup.Empty;
        }

        var titles = result.Rules.ToDictionary(rule => rule.Id, rule => rule.Title ?? rule.Id, StringComparer.Ordinal);
        var rows = Markup.Concat(result.ContactRoutes.Select(route => (Markup)$"""
            <tr><th scope="row"><bdi>{titles.GetValueOrDefault(route.Rule, route.Rule)}</bdi></th><td><bdi>{CaseFacts.Owners(route.Owners)}</bdi></td><td class="number">{Figures.Count(route.Contacts)}</td><td class="number">{(route.Cost is { } cost ? Figures.Mid(cost) : CaseFacts.NoCost(route.CostUnknownBecause))}</td></tr>

            """));
        return $"""
            <section aria-labelledby="routes"><h2 id="routes">Contacts routed one by one</h2>
            <div class="scroll" role="region" tabindex="0" aria-labelledby="routes"><table class="routes"><caption>Contacts that a rule sent to an owner without opening a case</caption>
            <thead><tr><th scope="col">rule</th><th scope="col">owner</th><th scope="col" class="number">contacts</th><th scope="col" class="number">cost</th></tr></thead><tbody>{rows}</tbody></table></div></section>
            """;
    }

    private static Markup Items(string heading, string id, IEnumerable<string> items)
    {
        var lines = Markup.Concat(items.Select(item => (Markup)$"<li><bdi>{item}</bdi></li>\n"));
        return lines.ToString().Length == 0 ? Markup.Empty : $"""<section aria-labelledby="{id}"><h2 id="{id}">{heading}</h2><ul>{lines}</ul></section>""";
    }

    private static IEnumerable<string> Rejects(ReplayResult result) => result.Rejects
        .Take(100)
        .Select(reject => $"{reject.File}:{reject.Line}: {reject.Code}: {reject.Message}")
        .Concat(result.Rejects.Length > 100 ? [$"and {Figures.Count(result.Rejects.Length - 100)} more"] : []);

    private static string Rows(ReplayResult result) =>
        $"{Figures.Plural(result.History.Received, "row")} received = "
        + string.Join(" + ", CaseFacts.Counts(result.History).Select(count => $"{Figures.Count(count.Count)} {count.Name}"));
}
