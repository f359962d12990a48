using CxRules.Model.Money;
using CxRules.Report.Layout;
using CxRules.Report.Replays;
using CxRules.Testing.Replays;

namespace CxRules.Report.Html;

/// <summary>Whose the money is, what it comes from, and what each rule's makes in a year.</summary>
internal static class MoneySection
{
    private const int Shown = 12;

    public static Markup Write(ReplayResult result)
    {
        if (result.Totals.Cost is not { } total)
        {
            return Markup.Empty;
        }

        Markup parts = MoneyFacts.Parts(MoneyFacts.All(result)) is { } made ? $"<p>{made}</p>" : Markup.Empty;
        var tables = Markup.Concat(MoneyFacts.Totals(result.Totals, Shown).Select(list => Table(list.Name, list.Shares, total)));
        return $"""
            <section aria-labelledby="money"><h2 id="money">Where the money comes from</h2>{parts}
            <div class="shares">{tables}</div></section>
            {Yearly(result)}
            """;
    }

    private static Markup Table(string by, IReadOnlyCollection<CostShare> shares, CostRange total)
    {
        var top = shares.Max(share => share.Cost.Mid);
        var rows = Markup.Concat(shares.Select(share => (Markup)$"""
            <tr><th scope="row"><bdi>{share.Name}</bdi>{Bar(share.Cost.Mid, top)}</th><td class="number">{Figures.Mid(share.Cost)}<span class="interval">{MoneyFacts.Share(share.Cost, total)}</span></td></tr>

            """));
        return $"""<table><caption>By {by}</caption><thead><tr><th scope="col">{by}</th><th scope="col" class="number">cost</th></tr></thead><tbody>{rows}</tbody></table>""";
    }

    private static Markup Bar(decimal value, decimal top) => top <= 0
        ? Markup.Empty
        : $"""<svg class="worth" width="100%" height="6" aria-hidden="true"><rect class="hot" width="{(double)(value * 100 / top)}%" height="6"/></svg>""";

    private static Markup Yearly(ReplayResult result)
    {
        var rules = MoneyFacts.Yearly(result);
        if (rules.IsEmpty)
        {
            return Markup.Empty;
        }

        var rows = Markup.Concat(rules.Select(rule => (Markup)$"""
            <tr><th scope="row"><bdi>{rule.Title ?? rule.Id}</bdi></th><td class="number">{(rule.RunRate.Cost is { } cost ? Figures.Mid(cost) : Figures.None)}</td><td class="number">{Figures.Money(rule.RunRate.PerYear ?? 0)} {result.Currency}</td></tr>

            """));
        return $"""
            <section aria-labelledby="yearly"><h2 id="yearly">A year at this rate</h2>
            <div class="scroll" role="region" tabindex="0" aria-labelledby="yearly"><table class="routes"><caption>What each rule found in this period, and what that makes in a year</caption>
            <thead><tr><th scope="col">rule</th><th scope="col" class="number">in this period</th><th scope="col" class="number">in a year</th></tr></thead><tbody>{rows}</tbody></table></div></section>
            """;
    }
}
