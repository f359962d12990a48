using CxRules.Model.Money;
using CxRules.Runtime.Ledger;
using CxRules.Runtime.Sessions;
using CxRules.Testing.Replays;

namespace CxRules.Testing.Explaining;

/// <summary>Turns a contact's weights into money.</summary>
internal sealed class ContactShares(string currency)
{
    private const decimal Millionths = 1_000_000m;

    public ExplainedContact Of(TracedContact contact) => new(contact, [.. contact.Shares.Select(share => Share(contact, share))]);

    private ExplainedShare Share(TracedContact contact, TracedShare share) => new(
        share.Rule.Id,
        share.Case is { } decision ? decision.Id : null,
        share.Owners,
        share.Claim?.Mid,
        share.Weight.Mid,
        share.CancellationWeight.Mid,
        contact.Price.Cost is { } cost ? Part(share.Weight, cost) : null,
        Part(share.CancellationWeight, contact.Cancellation?.Cost ?? 0),
        Part(share.Weight, contact.Escalation?.Cost ?? 0));

    private CostRange Part(Claim weight, long cost) => new(weight.Low * cost / Millionths, weight.Mid * cost / Millionths, weight.High * cost / Millionths, currency);
}
