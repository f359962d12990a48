using System.Collections.Immutable;
using CxRules.Model.Money;
using CxRules.Model.Projects;
using CxRules.Runtime.Sessions;
using CxRules.Testing.Replays;

namespace CxRules.Testing.Explaining;

/// <summary>A case, with each of its contacts where that is asked for.</summary>
public sealed record CaseExplanation
{
    public required ReplayResult Replay { get; init; }

    public required ReplayCase Case { get; init; }

    public required MatchPolicy Match { get; init; }

    /// <summary>By time, then id; empty where they were not asked for. What the case gets of them adds up to its cost, exactly.</summary>
    public ImmutableArray<ExplainedContact> Contacts { get; init; } = [];
}

/// <summary>One contact, what it cost, and who got it.</summary>
/// <param name="Shares">In the order of priority.</param>
public sealed record ExplainedContact(TracedContact Contact, ImmutableArray<ExplainedShare> Shares);

/// <summary>What a case or a contact route gets of a contact.</summary>
/// <param name="CaseId">Null for a contact route.</param>
/// <param name="Claim">What it asks for; null where it takes no part in the ledger.</param>
/// <param name="Weight">Its part of the contact.</param>
/// <param name="CancellationWeight">Its part of the customer that the contact bears.</param>
/// <param name="Contact">Its part of the contact's own cost; null where that is unknown.</param>
public sealed record ExplainedShare(
    string Rule,
    string? CaseId,
    ImmutableArray<string> Owners,
    decimal? Claim,
    decimal Weight,
    decimal CancellationWeight,
    CostRange? Contact,
    CostRange Cancellation,
    CostRange Escalation)
{
    /// <summary>Null where the contact's own cost is unknown.</summary>
    public CostRange? Cost => Contact + Cancellation + Escalation;
}
