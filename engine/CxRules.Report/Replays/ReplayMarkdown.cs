using CxRules.Report.Layout;
using CxRules.Testing.Replays;

namespace CxRules.Report.Replays;

/// <summary>A replay for a comment on a pull request.</summary>
internal static class ReplayMarkdown
{
    private const int ShownShares = 10;

    public static void Write(ReplayResult result, TextWriter output)
    {
        var zone = result.History.Zone;
        output.Write($"## {MarkdownText.Escape(result.RuleSetName)}: {Figures.Plural(result.Cases.Length, "case")}\n\n");
        output.Write($"{Figures.Plural(result.Rules.Length, "rule")}, {Figures.Plural(result.Totals.Contacts, "contact")}, {CaseFacts.Range(result.History)} ({MarkdownText.Escape(zone.Id)}).");
        output.Write(result.Totals.Cost is { } cost
            ? $" Cost **{Figures.Mid(cost)}** (90 % intervals added up: {Figures.Interval(cost)}).\n"
            : " No cost is known.\n");
        output.Write(result.CostNote is { } note ? $"{MarkdownText.Escape(note)}\n" : "");
        foreach (var part in CaseFacts.Parts(result))
        {
            output.Write($"\n### {part.Name}: {part.Sum}\n\n{part.Meaning}\n");
            output.Write("\n| opened | closed | case | group | owner | contacts | expected | cost | 90 % interval | came in |\n|---|---|---|---|---|--:|--:|--:|--:|---|\n");
            foreach (var @case in part.Cases)
            {
                output.Write($"| {CaseFacts.Opened(@case, zone)} | {CaseFacts.Closed(@case, zone) ?? "still open"} | {MarkdownText.Escape(CaseFacts.What(@case))} | {MarkdownText.Escape(CaseFacts.Group(@case))} "
                    + $"| {MarkdownText.Escape(CaseFacts.Owners(@case.Owners))} | {Figures.Count(@case.Contacts)} | {Figures.Quantity(@case.Expected)} "
                    + $"| {(@case.Cost is { } known ? Figures.Mid(known) : MarkdownText.Escape(CaseFacts.NoCost(@case.CostUnknownBecause)))} "
                    + $"| {(@case.Cost is { } range ? Figures.Interval(range) : "")} | {Sparkline.Of(@case.Chart, 20).Observed} |\n");
            }
        }

        Items("Estimated", EstimateFacts.Lines(result).Select(MarkdownText.Escape), output);
        Items("What became of them", LifeFacts.Lines(result).Select(MarkdownText.Escape), output);
        Items("What fixes saved", SavingsFacts.Lines(result).Select(MarkdownText.Escape), output);
        Items("To be done", TaskFacts.Lines(result).Select(MarkdownText.Escape), output);
        Routes(result, output);
        var counts = CaseFacts.Counts(result.History).Select(count => $"{Figures.Count(count.Count)} {count.Name}");
        output.Write($"\n{Figures.Plural(result.History.Received, "row")} received = {string.Join(" + ", counts)}. ");
        output.Write($"{Figures.Count(result.Totals.Routed)} of {Figures.Plural(result.Totals.Contacts, "contact")} routed one by one.\n");
        Money(result, output);
        Items("Mind", result.Notes.Select(MarkdownText.Escape), output);
        Items(
            "Could not be decided at times",
            UnknownRules.Lines(result).Select(MarkdownText.Escape),
            output);
        Items(
            "Rows that were refused",
            result.Rejects.Take(10).Select(reject => $"{MarkdownText.Escape(reject.File)}:{reject.Line}: {reject.Code}: {MarkdownText.Escape(reject.Message)}")
                .Concat(result.Rejects.Length > 10 ? [$"and {Figures.Count(result.Rejects.Length - 10)} more"] : []),
            output);
    }

    private static void Money(ReplayResult result, TextWriter output)
    {
        if (MoneyFacts.Parts(MoneyFacts.All(result)) is { } parts)
        {
            output.Write($"\nThe cost is {parts}.\n");
        }

        foreach (var (by, shares) in MoneyFacts.Totals(result.Totals, ShownShares))
        {
            output.Write($"\n| {by} | cost | share |\n|---|--:|--:|\n");
            foreach (var share in shares)
            {
                output.Write($"| {MarkdownText.Escape(share.Name)} | {Figures.Mid(share.Cost)} | {MoneyFacts.Share(share.Cost, result.Totals.Cost)} |\n");
            }
        }

        var yearly = MoneyFacts.Yearly(result);
        if (yearly.IsEmpty)
        {
            return;
        }

        output.Write("\n| rule | cost in a year at this rate |\n|---|--:|\n");
        foreach (var rule in yearly.Take(ShownShares))
        {
            output.Write($"| {MarkdownText.Escape(rule.Title ?? rule.Id)} | {Figures.Money(rule.RunRate.PerYear ?? 0)} {result.Currency} |\n");
        }
    }

    private static void Routes(ReplayResult result, TextWriter output)
    {
        if (result.ContactRoutes.IsEmpty)
        {
            return;
        }

        output.Write("\n### Contacts routed one by one\n\n| rule | owner | contacts | cost |\n|---|---|--:|--:|\n");
        foreach (var route in result.ContactRoutes)
        {
            var cost = route.Cost is { } known ? Figures.Mid(known) : MarkdownText.Escape(CaseFacts.NoCost(route.CostUnknownBecause));
            output.Write($"| {MarkdownText.Escape(route.Rule)} | {MarkdownText.Escape(CaseFacts.Owners(route.Owners))} | {Figures.Count(route.Contacts)} | {cost} |\n");
        }
    }

    private static void Items(string heading, IEnumerable<string> items, TextWriter output)
    {
        var lines = items.ToArray();
        if (lines.Length == 0)
        {
            return;
        }

        output.Write($"\n### {heading}\n\n");
        foreach (var line in lines)
        {
            output.Write($"- {line}\n");
        }
    }
}
