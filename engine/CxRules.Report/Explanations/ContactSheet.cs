using System.Collections.Immutable;
using CxRules.Model.Time;
using CxRules.Report.Layout;
using CxRules.Report.Replays;
using CxRules.Report.Sheets;
using CxRules.Runtime;
using CxRules.Testing.Explaining;

namespace CxRules.Report.Explanations;

/// <summary>What became of one contact, rule by rule.</summary>
internal static class ContactSheet
{
    private static readonly Dictionary<Truth, string> s_signs = new() { [Truth.True] = "yes", [Truth.False] = "no", [Truth.Unknown] = "unknown" };

    public static Sheet Of(ContactExplanation explanation)
    {
        var contact = explanation.Contact.Contact;
        var currency = explanation.Replay.Currency;
        return new($"Contact {contact.Id}",
        [
            new SheetLines(null, [.. Facts(explanation)]),
            new SheetLines("What it cost, and who got it", [.. Money(explanation.Contact, currency)]),
            .. explanation.Rules.OrderByDescending(rule => rule.Truth).Select(Rule),
        ]);
    }

    private static IEnumerable<string> Facts(ContactExplanation explanation)
    {
        var contact = explanation.Contact.Contact;
        yield return $"{CaseFacts.Local(new DateTime(contact.OccurredAt, DateTimeKind.Utc), TimeUnit.Hour, explanation.Replay.History.Zone)} ({explanation.Replay.History.Zone.Id}), by {contact.Channel}";
        if (contact.Disposition is { } disposition)
        {
            yield return $"Disposition {disposition}{(contact.Touchpoint is { } touchpoint ? $", touchpoint {touchpoint}" : "")}";
        }
    }

    private static IEnumerable<string> Money(ExplainedContact explained, string? currency)
    {
        var contact = explained.Contact;
        yield return currency is null
            ? "No cost: the project file names no costs"
            : $"{(contact.Price.Cost is { } cost ? MoneyWords.Amount(cost / 1_000_000m, currency) : "Unknown")}: {MoneyWords.Price(contact.Price)}, {MoneyWords.Table(contact.Price.From)}";
        if (contact.Cancellation is { } cancellation)
        {
            yield return $"It bears a {MoneyWords.Cancellation(cancellation)}";
        }

        if (contact.Escalation is { } escalation)
        {
            yield return $"It is escalated: {MoneyWords.Escalation(escalation)}";
        }

        foreach (var share in explained.Shares)
        {
            yield return $"{MoneyWords.Share(share)}{(share is { Claim: not null, Cost: { } gets } ? $" = {MoneyWords.Amount(gets.Mid, gets.Currency)}" : "")}";
        }

        if (explained.Shares.IsEmpty)
        {
            yield return "No case and no contact rule claims it";
        }
    }

    private static SheetTable Rule(RuleMembership rule) => new(
        $"{rule.Rule}: {rule.Outcome}",
        [new("condition"), new("holds"), new("the contact has")],
        [.. rule.Conditions.Select(condition => ImmutableArray.Create(condition.Text, s_signs[condition.Truth], string.Join(", ", condition.Values.Select(pair => $"{pair.Key} {pair.Value ?? "(none)"}"))))],
        null);
}
