using System.Collections.Immutable;
using CxRules.Model.Cases;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Report.Layout;
using CxRules.Report.Replays;
using CxRules.Report.Sheets;
using CxRules.Testing.Explaining;
using CxRules.Testing.Replays;

namespace CxRules.Report.Explanations;

/// <summary>A case's figures and, where they were asked for, the contacts that they sum.</summary>
internal static class CaseSheet
{
    public static Sheet Of(CaseExplanation explanation)
    {
        var @case = explanation.Case;
        var parts = ImmutableArray.CreateBuilder<SheetPart>();
        parts.Add(new SheetLines(null, [.. Facts(explanation)]));
        parts.Add(new SheetLines("How its cost comes about", [.. Cost(explanation)]));
        if (@case.Estimate is not null)
        {
            return new($"Case {@case.Id}: {CaseFacts.What(@case)}", parts.ToImmutable());
        }

        if (explanation.Contacts.IsEmpty)
        {
            parts.Add(Days(@case));
        }
        else
        {
            parts.Add(Contacts(explanation));
        }

        return new($"Case {@case.Id}: {CaseFacts.What(@case)}", parts.ToImmutable());
    }

    private static IEnumerable<string> Facts(CaseExplanation explanation)
    {
        var @case = explanation.Case;
        var zone = explanation.Replay.History.Zone;
        if (CaseFacts.Group(@case) is { Length: > 0 } group)
        {
            yield return $"Group: {group}";
        }

        yield return $"Owner: {CaseFacts.Owners(@case.Owners)}";
        yield return $"Rule {@case.Rule}: {@case.Condition}";
        yield return $"Open from {CaseFacts.Opened(@case, zone)} to {CaseFacts.Closed(@case, zone) ?? "now: the signal is still active"}";
        yield return @case switch
        {
            { Estimate: not null } => EstimateFacts.Text(@case) is var text ? char.ToUpperInvariant(text[0]) + text[1..] : "",
            { Basis: CaseBasis.All } => $"{Figures.Plural(@case.Contacts, "contact")}; all of them count",
            { Expected: { } expected, Excess: { } excess } =>
                $"{Figures.Plural(@case.Contacts, "contact")}, {Figures.Quantity(expected)} expected: {Figures.Quantity(excess.Mid)} above it (90 % interval {Figures.Quantity(excess.Low)} to {Figures.Quantity(excess.High)})",
            _ => $"{Figures.Plural(@case.Contacts, "contact")}; how many to expect is unknown",
        };
        if (@case.PValue is { } chance)
        {
            yield return $"By chance alone: {Figures.Chance(chance)}";
        }
    }

    private static IEnumerable<string> Cost(CaseExplanation explanation)
    {
        var @case = explanation.Case;
        if (@case.Estimate is { } estimate)
        {
            yield return estimate.Cost is null ? $"No cost: {CaseFacts.NoCost(estimate.UnknownBecause)}" : "Each end and the middle of the estimate × spend ÷ contacts of the days' cost tables.";
            yield return "No contact is named, so none is claimed: the cost is in no total.";
            yield break;
        }

        if (@case is not { Cost: { } cost, Breakdown: { } breakdown })
        {
            yield return $"No cost: {CaseFacts.NoCost(@case.CostUnknownBecause)}";
            yield break;
        }

        yield return $"{MoneyWords.Amount(cost.Mid, cost.Currency)}{(cost.Low == cost.High ? "" : $", 90 % interval {MoneyWords.Interval(cost)}")}";
        yield return $"Handling {Figures.Plural(breakdown.Contacts.Count, "contact")}: {MoneyWords.Amount(breakdown.Contacts.Cost.Mid, cost.Currency)}";
        if (breakdown.Cancellations.Count > 0)
        {
            yield return $"Winning new customers for {Figures.Count(breakdown.Cancellations.Count)} who left: {MoneyWords.Amount(breakdown.Cancellations.Cost.Mid, cost.Currency)}";
        }

        if (breakdown.Escalations.Count > 0)
        {
            yield return $"{Figures.Plural(breakdown.Escalations.Count, "escalation")}: {MoneyWords.Amount(breakdown.Escalations.Cost.Mid, cost.Currency)}";
        }

        yield return MoneyWords.Claim(@case);
        yield return explanation.Match == MatchPolicy.First
            ? "A contact that several cases claim goes to them by priority, until it is given away (match: first)."
            : "A contact that several cases claim for more than the whole is shared in proportion (match: all).";
        if (explanation.Replay.CostNote is { } note)
        {
            yield return note;
        }

        yield return explanation.Contacts.IsEmpty
            ? "Add --money for every contact and what this case gets of it."
            : $"What the case gets of each contact below adds up to the cost exactly; this was checked just now. How each contact came to its cost: {Legend(explanation)}.";
    }

    /// <summary>The cost tables that are in force over the case; several stand with their contacts.</summary>
    private static string Legend(CaseExplanation explanation) =>
        $"handle time × loaded rate + the channel's fee, else spend ÷ contacts, in {explanation.Replay.Currency}, {(Tables(explanation) is [var only] ? MoneyWords.Table(only) : "the cost table of its day")}";

    private static IReadOnlyList<DateOnly?> Tables(CaseExplanation explanation) => [.. explanation.Contacts.Select(contact => contact.Contact.Price.From).Distinct()];

    private static SheetTable Days(ReplayCase @case)
    {
        var unit = @case.Unit == TimeUnit.Day ? "day" : "hour";
        return new(
            $"Its {unit}s",
            [new(unit), new("contacts", Side.Right), new("expected", Side.Right)],
            [.. @case.Chart.Where(point => point.InCase).Select(point => ImmutableArray.Create(CaseFacts.Day(point.Start, @case.Unit), Figures.Count(point.Observed), Figures.Quantity(point.Expected)))],
            ["in all", Figures.Count(@case.Contacts), Figures.Quantity(@case.Expected)]);
    }

    private static SheetTable Contacts(CaseExplanation explanation)
    {
        var isSaid = Tables(explanation).Count == 1;
        return new(
            "Its contacts",
            [new("contact"), new("when"), new("its cost", Side.Right), new("how that came"), new("weight", Side.Right), new("gets", Side.Right), new("shared with")],
            [.. explanation.Contacts.Select(contact => Row(contact, explanation, isSaid ? null : contact.Contact.Price.From))],
            ["in all", "", "", "", "", explanation.Case.Cost is { } cost ? MoneyWords.Amount(cost.Mid) : Figures.None, ""]);
    }

    /// <param name="table">The first day of the contact's cost table; null where that is said above.</param>
    private static ImmutableArray<string> Row(ExplainedContact explained, CaseExplanation explanation, DateOnly? table)
    {
        var contact = explained.Contact;
        var own = explained.Shares.Single(share => share.CaseId == explanation.Case.Id);
        string?[] how =
        [
            MoneyWords.Price(contact.Price),
            table is null ? null : MoneyWords.Table(table),
            contact.Cancellation is { } cancellation ? MoneyWords.Cancellation(cancellation) : null,
            contact.Escalation is { } escalation ? MoneyWords.Escalation(escalation) : null,
        ];
        return
        [
            contact.Id,
            CaseFacts.Local(new DateTime(contact.OccurredAt, DateTimeKind.Utc), TimeUnit.Hour, explanation.Replay.History.Zone),
            contact.Price.Cost is { } cost ? MoneyWords.Amount(cost / 1_000_000m) : "unknown",
            string.Join("; ", how.Where(text => text is not null)),
            MoneyWords.Weight(own.Weight),
            own is { Claim: not null, Cost: { } gets } ? MoneyWords.Amount(gets.Mid) : Figures.None,
            string.Join("; ", explained.Shares.Where(share => share != own).Select(MoneyWords.Share)),
        ];
    }
}
