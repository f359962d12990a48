using System.Collections.Immutable;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Sessions;

namespace CxRules.Runtime.Tasks;

/// <summary>Something that somebody has to do, because a rule says so.</summary>
/// <param name="At">UTC ticks: when it became due to be done.</param>
/// <param name="Due">UTC ticks: by when; null: no date.</param>
public sealed record TaskRecord(RulePlan Rule, ActionPlan Action, long At, long? Due)
{
    /// <summary>Null for a task of a single contact that no case holds.</summary>
    public CaseDecision? Case { get; init; }

    /// <summary>The id of the contact; null for a task of a whole case.</summary>
    public string? Contact { get; init; }

    /// <summary>The contact's customer key; null where it has none.</summary>
    public string? Customer { get; init; }

    public string? Agent { get; init; }

    /// <summary>Of an escalation: before whom.</summary>
    public ImmutableArray<string> Owners { get; init; } = [];

    /// <summary>Of closing the loop with a case: each customer key, or agent, once, by ordinal.</summary>
    public ImmutableArray<string> Audience { get; init; } = [];

    /// <summary>Contacts of the case that name no customer, or agent: nobody can be told.</summary>
    public long Nameless { get; init; }
}
