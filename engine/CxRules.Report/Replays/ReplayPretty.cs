using CxRules.Report.Layout;
using CxRules.Testing.Replays;

namespace CxRules.Report.Replays;

/// <summary>What one shows a director: cases by money, then everything one needs to trust them.</summary>
internal sealed class ReplayPretty(ReplayResult result, ReportLayout layout, TextWriter output)
{
    private const int ShownRejects = 10;
    private const int ShownEvidence = 5;
    private const int ShownShares = 5;

    private readonly Ink _ink = new(layout.Color);

    public void Write()
    {
        Line($"{_ink.Bold(DisplayText.Clean(result.RuleSetName))} · {Figures.Plural(result.Rules.Length, "rule")} · "
            + $"{Figures.Plural(result.Totals.Contacts, "contact")} · {CaseFacts.Range(result.History)} ({result.History.Zone.Id})");
        Cases();
        Items("Estimated", EstimateFacts.Lines(result));
        Items("What became of them", LifeFacts.Lines(result));
        Items("What fixes saved", SavingsFacts.Lines(result));
        Items("To be done", TaskFacts.Lines(result));
        Routes();
        Totals();
        Money();
        Items("Mind", result.Notes);
        Items("Could not be decided at times", UnknownRules.Lines(result));
        Rejects();
        Next();
    }

    private void Cases()
    {
        Line();
        if (result.Cases.IsEmpty)
        {
            Line("No case was opened.");
            return;
        }

        var table = new PrettyCaseTable(result, layout.Width, _ink);
        var isFirst = true;
        foreach (var part in CaseFacts.Parts(result))
        {
            if (!isFirst)
            {
                Line();
            }

            isFirst = false;
            Wrapped("", $"{part.Name}: {part.Sum} · {part.Meaning}");
            Line();
            foreach (var line in table.Lines(part))
            {
                Line(line);
            }
        }
    }

    private void Items(string heading, IEnumerable<string> items)
    {
        var lines = items.ToArray();
        if (lines.Length == 0)
        {
            return;
        }

        Heading(heading);
        foreach (var line in lines)
        {
            Wrapped("  • ", DisplayText.Clean(line));
        }
    }

    private void Routes()
    {
        if (result.ContactRoutes.IsEmpty)
        {
            return;
        }

        Heading("Contacts routed one by one");
        var titles = result.Rules.ToDictionary(rule => rule.Id, rule => rule.Title ?? rule.Id, StringComparer.Ordinal);
        var owner = Math.Clamp(result.ContactRoutes.Max(route => DisplayText.Width(Owners(route))), 5, 24);
        var what = Math.Clamp(layout.Width - owner - 32, 16, 72);
        foreach (var route in result.ContactRoutes.OrderByDescending(route => route.Cost?.Mid ?? -1).ThenByDescending(route => route.Contacts))
        {
            var cost = route.Cost is { } known ? Figures.Mid(known) : CaseFacts.NoCost(route.CostUnknownBecause);
            Line($"  {DisplayText.Left(DisplayText.Clean(titles.GetValueOrDefault(route.Rule, route.Rule)), what)}  {DisplayText.Left(Owners(route), owner)}  "
                + $"{DisplayText.Right(Figures.Count(route.Contacts), 9)}  {DisplayText.Clean(cost)}");
        }
    }

    private static string Owners(ContactRoute route) => DisplayText.Clean(CaseFacts.Owners(route.Owners));

    private void Totals()
    {
        Heading("In all");
        if (result.Totals.Cost is { } cost)
        {
            Line($"  {_ink.Bold(Figures.Mid(cost))}, between {Figures.Money(cost.Low)} and {Figures.Money(cost.High)} {cost.Currency} (90 % intervals added up), counted once for each contact");
        }
        else
        {
            Line("  no cost is known");
        }

        if (MoneyFacts.Parts(MoneyFacts.All(result)) is { } parts)
        {
            Wrapped("  ", parts);
        }

        if (result.CostNote is { } note)
        {
            Line($"  {DisplayText.Clean(note)}");
        }

        var unpriced = result.Cases.Count(@case => @case.Cost is null);
        if (unpriced > 0)
        {
            Line($"  {Figures.Plural(unpriced, "case")} without a cost: {DisplayText.Clean(Reasons())}");
        }

        Line($"  {Figures.Count(result.Totals.Routed)} of {Figures.Plural(result.Totals.Contacts, "contact")} routed one by one");
        var counts = CaseFacts.Counts(result.History).Select(count => $"{Figures.Count(count.Count)} {count.Name}");
        Line($"  {Figures.Plural(result.History.Received, "row")} received = {string.Join(" + ", counts)}");
    }

    /// <summary>Where the money comes from, and what it makes in a year: a few lines each.</summary>
    private void Money()
    {
        var name = Math.Clamp(layout.Width - 40, 16, 48);
        foreach (var (by, shares) in MoneyFacts.Totals(result.Totals, ShownShares))
        {
            Heading($"By {by}");
            foreach (var share in shares)
            {
                Line($"  {DisplayText.Left(DisplayText.Clean(share.Name), name)}  {DisplayText.Right(Figures.Mid(share.Cost), 18)}  {DisplayText.Right(MoneyFacts.Share(share.Cost, result.Totals.Cost), 7)}");
            }
        }

        var yearly = MoneyFacts.Yearly(result);
        if (yearly.IsEmpty)
        {
            return;
        }

        Heading("A year at this rate");
        foreach (var rule in yearly.Take(ShownShares))
        {
            Line($"  {DisplayText.Left(DisplayText.Clean(rule.Title ?? rule.Id), name)}  {DisplayText.Right($"{Figures.Money(rule.RunRate.PerYear ?? 0)} {result.Currency}", 18)}");
        }

        if (yearly.Length > ShownShares)
        {
            Line($"  and {Figures.Plural(yearly.Length - ShownShares, "more rule")}; --format json lists them all");
        }
    }

    private string Reasons() => string.Join("; ", result.Cases
        .Where(@case => @case.Cost is null)
        .GroupBy(@case => CaseFacts.NoCost(@case.CostUnknownBecause), StringComparer.Ordinal)
        .OrderByDescending(group => group.Count())
        .Select(group => $"{group.Key} ({Figures.Count(group.Count())})"));

    private void Rejects()
    {
        if (result.Rejects.IsEmpty)
        {
            return;
        }

        Heading("Rows that were refused");
        foreach (var reject in result.Rejects.Take(ShownRejects))
        {
            Wrapped("  • ", $"{DisplayText.Clean(reject.File)}:{reject.Line}: {reject.Code}: {DisplayText.Clean(reject.Message)}");
        }

        if (result.Rejects.Length > ShownRejects)
        {
            Line($"  and {Figures.Count(result.Rejects.Length - ShownRejects)} more; --format json lists them all");
        }
    }

    private void Next()
    {
        if (CaseFacts.Ranked(result) is not [var first, ..])
        {
            return;
        }

        Heading("Where to look next");
        if (!first.Evidence.IsEmpty)
        {
            Wrapped("  • ", $"{DisplayText.Clean(CaseFacts.What(first))}: contacts to read first: {DisplayText.Clean(string.Join(", ", first.Evidence.Take(ShownEvidence)))}");
        }

        Wrapped("  • ", $"what its money is made of, contact by contact: cxrules explain RULES --case {first.Id} --money");
        Wrapped("  • ", "--report html=cases.html draws every case day by day; --format json has every figure");
    }

    private void Heading(string text)
    {
        Line();
        Line(_ink.Bold(text));
    }

    private void Wrapped(string bullet, string text)
    {
        var lead = bullet;
        foreach (var line in DisplayText.Wrap(text, Math.Max(20, layout.Width - bullet.Length)))
        {
            Line(lead + line);
            lead = new string(' ', bullet.Length);
        }
    }

    private void Line(string text = "")
    {
        output.Write(text.TrimEnd());
        output.Write('\n');
    }
}
