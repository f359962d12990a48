using System.Collections.Immutable;

namespace CxRules.Testing.Surveys;

/// <summary>
/// What satisfaction is lost, and with whom. With ratings r of 1 to 5 and N of them in all, an owner loses Σ (5 − r) ÷ N points over the ratings of its contacts: together the owners lose
/// what the average lacks to 5. An owner pulls the average by Σ (A − r) ÷ N, which is its share of the ratings × (average − its own average): together that is 0.
/// </summary>
public sealed record SatisfactionReport
{
    /// <summary>The best rating.</summary>
    public const int Top = 5;

    /// <summary>`rating`, or `csat` where the history has no other.</summary>
    public required string Field { get; init; }

    public required SatisfactionLine All { get; init; }

    /// <summary>By the owner of the contact's touchpoint, those that lose most first; the contacts of all owners are all contacts.</summary>
    public required ImmutableArray<SatisfactionLine> Owners { get; init; }

    public required ImmutableArray<SatisfactionLine> Dispositions { get; init; }

    /// <summary>By local month, in order; months without a rating are left out.</summary>
    public required ImmutableArray<SatisfactionMonth> Months { get; init; }

    /// <summary>Why there is no average; null where there is one.</summary>
    public string? UnknownBecause { get; init; }

    /// <summary>Why points and bottom-2 rates are unknown where the average is known; null where they are known.</summary>
    public string? PointsUnknownBecause { get; init; }
}

/// <param name="Average">Null where nothing is rated.</param>
/// <param name="PointsLost">Of the scale, of all ratings; null where unknown.</param>
/// <param name="Pull">How far these contacts pull the average of all down (above 0) or up.</param>
/// <param name="Bottom">Ratings of 1 and 2.</param>
/// <param name="BottomPoints">Their share of all ratings, in percentage points of the bottom-2 rate of all.</param>
public sealed record SatisfactionLine(string Name, long Contacts, long Rated, decimal? Average, decimal? PointsLost, decimal? Pull, long? Bottom, decimal? BottomPoints);

/// <param name="First">The month's first day.</param>
/// <param name="BottomRate">In per cent; null where unknown.</param>
public sealed record SatisfactionMonth(DateOnly First, long Rated, decimal Average, decimal? BottomRate);
