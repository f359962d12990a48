using System.Collections.Immutable;

namespace CxRules.Model.Cases;

/// <summary>Those who spoke up in a case were told what became of it.</summary>
/// <param name="At">UTC ticks.</param>
/// <param name="By">Who saw to it.</param>
public sealed record CaseTelling(long At, string By)
{
    /// <summary>Keys of customers; <see cref="Everyone"/> stands for all who had spoken up by then.</summary>
    public ImmutableArray<string> Customers { get; init; } = [];

    public ImmutableArray<string> Agents { get; init; } = [];

    /// <summary>Stands for everyone who had spoken up by then.</summary>
    public const string Everyone = "all";

    /// <summary>True when it reached someone who first spoke up at an instant.</summary>
    public bool Reached(CaseAudience audience, string who, long spokeUp) =>
        (audience == CaseAudience.Customers ? Customers : Agents) is var names && spokeUp <= At && (names.Contains(Everyone, StringComparer.OrdinalIgnoreCase) || names.Contains(who));
}

/// <summary>Who hears what became of a case.</summary>
public enum CaseAudience
{
    Customers,
    Agents,
}
