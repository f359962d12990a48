using System.Collections.Immutable;

namespace CxRules.Testing.Replays;

/// <summary>Something that a rule asks somebody to do.</summary>
/// <param name="Action">`tag`, `call back`, `notify customers`, `notify agents`, `escalate`.</param>
/// <param name="AtUtc">When it came up: the contact, or the opening of the case where that is later.</param>
/// <param name="DueUtc">By when; null: no date.</param>
public sealed record ReplayTask(string Rule, string Action, DateTime AtUtc, DateTime? DueUtc)
{
    /// <summary>The id of the case; null for a contact that the rule took by itself.</summary>
    public string? Case { get; init; }

    /// <summary>The id of the contact; null for a task of a whole case.</summary>
    public string? Contact { get; init; }

    /// <summary>The contact's customer key; null where it names none.</summary>
    public string? Customer { get; init; }

    public string? Agent { get; init; }

    public string? Tag { get; init; }

    /// <summary>Of an escalation: before whom.</summary>
    public ImmutableArray<string> Owners { get; init; } = [];

    /// <summary>Of closing the loop with a case: each customer key, or agent, once, by ordinal.</summary>
    public ImmutableArray<string> Audience { get; init; } = [];

    /// <summary>Contacts of the case that name no customer, or agent: nobody can be told.</summary>
    public long Nameless { get; init; }
}
