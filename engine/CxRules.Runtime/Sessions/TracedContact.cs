using System.Collections.Immutable;
using CxRules.Runtime.Ledger;
using CxRules.Runtime.Plans;

namespace CxRules.Runtime.Sessions;

/// <summary>One contact and its money.</summary>
public sealed record TracedContact
{
    public required string Id { get; init; }

    /// <summary>UTC ticks.</summary>
    public required long OccurredAt { get; init; }

    /// <summary>The local day's number.</summary>
    public required int Day { get; init; }

    public required string Channel { get; init; }

    /// <summary>As totals name it; null where it is missing, or where the project has no costs.</summary>
    public required string? Disposition { get; init; }

    public required string? Touchpoint { get; init; }

    public required ContactPrice Price { get; init; }

    /// <summary>The customer that the contact bears; null: none.</summary>
    public required CancellationPrice? Cancellation { get; init; }

    public required EscalationPrice? Escalation { get; init; }

    /// <summary>In the order of priority; those of cases without a part in the ledger stand last.</summary>
    public required ImmutableArray<TracedShare> Shares { get; init; }
}

/// <summary>What a case or a contact route gets of one contact.</summary>
/// <param name="Case">Null for a contact route.</param>
/// <param name="Claim">What it asks for; null where the case takes no part in the ledger.</param>
/// <param name="Weight">Its part of the contact's cost and of its escalation.</param>
/// <param name="CancellationWeight">Its part of the customer that the contact bears.</param>
public sealed record TracedShare(RulePlan Rule, CaseDecision? Case, ImmutableArray<string> Owners, Claim? Claim, Claim Weight, Claim CancellationWeight);

/// <summary>Which contacts to trace: those with this id, or those of this case.</summary>
public sealed record TraceFilter(string? ContactId, CaseDecision? Case);
