using System.Collections.Immutable;

namespace CxRules.Language.Reference;

/// <summary>Numbers that are made of contacts.</summary>
internal static class MeasureReference
{
    public static readonly ImmutableArray<ReferenceEntry> All =
    [
        new("volume", "How many contacts; how many of them meet A.", "volume", "volume of (A)"),
        new("share", "What part they are of all contacts of the group; the part that meets A; the part of B that they are; the part of B that meets A, in per cent.", "share", "share of (A)", "share among (B)", "share of (A) among (B)"),
        new("customers", "How many different customers they are from.", "customers"),
        new("cost", "What they cost.", "cost"),
        new("cancellations", "How many of their customers cancelled at or after their contact.", "cancellations"),
        new("repeat", "The part that follows an earlier contact of the same customer with the same disposition, in per cent.", "repeat rate within 7 days"),
        new("bottom-2", "The part of the rated contacts that has a 1 or 2 of 5, in per cent.", "bottom-2 rate"),
        new("top-2", "The part of the rated contacts that has a 4 or 5 of 5, in per cent.", "top-2 rate"),
        new("average", "The mean of a numeric field, over the contacts that have it; `of` may stand before the field.", "average handle time"),
        new("median", "The middle value of a numeric field.", "median wait time"),
        new("percentile", "The value that 90 of 100 contacts do not exceed.", "90th percentile of wait time"),
        new("tally", "How many contacts a sample makes expect, with its interval.", "tally", "tally of (A)"),
    ];

    /// <summary>What may stand before or behind any of them.</summary>
    public static readonly ImmutableArray<ReferenceEntry> Additions =
    [
        new("hourly", "Over the last hour.", "hourly volume"),
        new("daily", "Over the last day, local midnight to midnight.", "daily volume"),
        new("weekly", "Over the last 7 days.", "weekly volume"),
        new("monthly", "Over the last 28 days, so that each weekday counts four times.", "monthly volume"),
        new("over", "Over any stretch of hours, days or weeks; it may stand behind the whole comparison.", "volume over 36 hours"),
        new("cycles", "Over the last three cycles of an exposure of the project: bill runs, deliveries.", "volume over 3 cycles of bills"),
        new("per", "For each hundred of an exposure of the project, which is a CSV file with a number for each day.", "volume per 100 bills"),
        new("earlier", "The same measure, that long before; behind a comparison's sign.", "weekly volume 52 weeks earlier"),
    ];
}
