using System.Collections.Immutable;

namespace CxRules.Model.Projects;

/// <summary>What people looked at in a sample.</summary>
public enum SampleMethod
{
    /// <summary>So many hours of those open: whatever came in them was counted.</summary>
    Tally,

    /// <summary>So many contacts of those that came: each was looked at.</summary>
    Review,
}

/// <summary>The file of a sample.</summary>
/// <param name="Lines">By their last day; those of one stratum do not share a day.</param>
public sealed record SampleSheet(SampleMethod Method, ImmutableArray<SampleLine> Lines);

/// <summary>What was found on some days in one part of the work: a shift, a site.</summary>
/// <param name="From">The first local day.</param>
/// <param name="To">The last.</param>
/// <param name="Stratum">The part; empty where there is only one.</param>
/// <param name="Looked">Hours in which was tallied, or contacts that were looked at; 0: nobody looked.</param>
/// <param name="Whole">Hours open, or contacts that came; null: the history tells.</param>
/// <param name="Found">How many were found.</param>
public sealed record SampleLine(DateOnly From, DateOnly To, string Stratum, decimal Looked, decimal? Whole, long Found);
