using System.Collections.Immutable;
using CxRules.Model.Cases;

namespace CxRules.Testing.Replays;

/// <summary>Who spoke up in a case, and who of them has been told what became of it.</summary>
/// <param name="List">Each customer key, or agent, once, by ordinal.</param>
/// <param name="Nameless">Contacts that name nobody: nobody can be told.</param>
/// <param name="DueUtc">By when the rule wants all to be told; null: it names no time.</param>
public sealed record ReplayLoop(CaseAudience Audience, ImmutableArray<ReplayLoopEntry> List, long Nameless, DateTime? DueUtc)
{
    public int Told => List.Count(entry => entry.ToldUtc is not null);

    /// <summary>Per cent of those who can be told; null where there are none.</summary>
    public decimal? Coverage => List.IsEmpty ? null : 100m * Told / List.Length;
}

/// <param name="SpokeUpUtc">The first of their contacts in the case.</param>
/// <param name="ToldUtc">When they were first told after that; null: not yet.</param>
public sealed record ReplayLoopEntry(string Who, DateTime SpokeUpUtc, DateTime? ToldUtc);
