using System.Collections.Immutable;

namespace CxRules.Model.Cases;

/// <summary>A step that a case took: who, when and why.</summary>
/// <param name="At">UTC ticks.</param>
/// <param name="By">A name; the engine's steps are the engine's.</param>
/// <param name="Because">Null where nobody said why.</param>
public sealed record CaseTransition(CaseStanding To, long At, string By, string? Because)
{
    /// <summary>Who took it, where the engine did.</summary>
    public const string Engine = "engine";

    /// <summary>Of a decline: the local day on which the case comes back.</summary>
    public DateOnly? ReviewBy { get; init; }

    /// <summary>Of a decline: what the case may cost from then on, in the project's currency; null: there is no cap.</summary>
    public decimal? Cap { get; init; }

    /// <summary>Of a fix: what it cost, in the project's currency.</summary>
    public decimal? FixCost { get; init; }

    /// <summary>Of a new routing: who owns the case from then on; empty: who owned it before.</summary>
    public ImmutableArray<string> Owners { get; init; } = [];

    /// <summary>Of a merge: the id of the case that goes on.</summary>
    public string? Into { get; init; }
}
