using System.Collections.Immutable;

namespace CxRules.Runtime.Lives;

/// <summary>What the contacts say about a fix that somebody claims.</summary>
/// <param name="Claimed">UTC ticks.</param>
/// <param name="Needed">How many windows it takes.</param>
/// <param name="Windows">Those that count, in order.</param>
/// <param name="Comparisons">What might have risen instead; none before all windows are over.</param>
/// <param name="Verdict">Null: not decided yet.</param>
/// <param name="OpenBecause">Why it is not; null where it is.</param>
public sealed record FixCheck(
    long Claimed,
    int Needed,
    ImmutableArray<FixWindow> Windows,
    ImmutableArray<FixComparison> Comparisons,
    FixVerdict? Verdict,
    string? OpenBecause);

/// <summary>Whether a fix worked.</summary>
/// <param name="At">UTC ticks: the evaluation that decides it.</param>
public sealed record FixVerdict(bool Worked, long At, string Because);

/// <summary>Contacts outside of the case that might have risen instead of its own.</summary>
/// <param name="What">`disposition bill-other`, `contacts without a reason`, `channel web`.</param>
/// <param name="P">How likely chance alone brings as many.</param>
/// <param name="Rose">p is below 0.001 ÷ the number of comparisons.</param>
public sealed record FixComparison(string What, long Observed, decimal Expected, double P, bool Rose);
