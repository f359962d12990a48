using System.Collections.Immutable;
using CxRules.Model.Money;
using CxRules.Runtime.Sessions;
using CxRules.Testing.Replays;

namespace CxRules.Testing.Explaining;

/// <summary>The contacts of a case, and proof that they add up to it.</summary>
internal static class CaseMoney
{
    /// <summary>By time, then id.</summary>
    /// <exception cref="InvalidOperationException">They do not add up: a fault of ours.</exception>
    public static ImmutableArray<ExplainedContact> Of(DecidedReplay replay, ReplayCase @case)
    {
        var decision = replay.Decisions.Cases.Single(candidate => candidate.Id == @case.Id);
        var traced = new List<TracedContact>();
        replay.Pass.Again(replay.Plan, replay.Options, replay.Findings, replay.Pass.Engine.Trace(traced.Add, new TraceFilter(null, decision)));
        var shares = new ContactShares(replay.Result.Currency ?? "");
        ImmutableArray<ExplainedContact> contacts =
            [.. traced.OrderBy(contact => contact.OccurredAt).ThenBy(contact => contact.Id, StringComparer.Ordinal).Select(shares.Of)];
        Prove(@case, contacts);
        return contacts;
    }

    private static void Prove(ReplayCase @case, ImmutableArray<ExplainedContact> contacts)
    {
        Equal(@case, "contacts", @case.Contacts, contacts.Length);
        if (@case.Breakdown is not { } breakdown)
        {
            return;
        }

        var own = contacts.Select(contact => (contact.Contact, Share: contact.Shares.Single(share => share.CaseId == @case.Id))).ToList();
        Equal(@case, "customers who left", breakdown.Cancellations.Count, own.Count(entry => entry.Contact.Cancellation is not null));
        Equal(@case, "escalations", breakdown.Escalations.Count, own.Count(entry => entry.Contact.Escalation is not null));
        Equal(@case, "cost of its contacts", breakdown.Contacts.Cost, Sum(breakdown.Contacts.Cost.Currency, own.Select(entry => entry.Share.Contact ?? throw new InvalidOperationException($"The contact {entry.Contact.Id} has no cost, and its case has one."))));
        Equal(@case, "cost of its cancellations", breakdown.Cancellations.Cost, Sum(breakdown.Contacts.Cost.Currency, own.Select(entry => entry.Share.Cancellation)));
        Equal(@case, "cost of its escalations", breakdown.Escalations.Cost, Sum(breakdown.Contacts.Cost.Currency, own.Select(entry => entry.Share.Escalation)));
    }

    /// <summary>A case may have no contact left: a correction took the last one away, or it is about there being none.</summary>
    private static CostRange Sum(string currency, IEnumerable<CostRange> costs) => costs.Aggregate(new CostRange(0, 0, 0, currency), (left, right) => left + right);

    private static void Equal<T>(ReplayCase @case, string what, T figure, T sum)
    {
        if (!EqualityComparer<T>.Default.Equals(figure, sum))
        {
            throw new InvalidOperationException($"The {what} of case {@case.Id} are {figure}, and its contacts add up to {sum}.");
        }
    }
}
