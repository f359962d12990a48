using System.Collections.Immutable;

namespace CxRules.Language.Reference;

/// <summary>What a measure is compared with.</summary>
internal static class AmountReference
{
    public static readonly ImmutableArray<ReferenceEntry> All =
    [
        new("number", "A number in the measure's unit.", "> 140", "> 5%", "> 8 min", "> 5,000 GBP"),
        new("baseline", "What the same measure usually is, by the project's method.", "> baseline × 1.3", "> 130% of baseline", "> baseline + 20"),
        new("percent", "At least 1.3 times, at most 0.8 times the baseline; also of another measure.", "is 30% above baseline", "is 20% below baseline"),
        new("measure", "Another measure of the same population, group and instant.", "> 2 × volume of (channel = chat)"),
        new("earlier", "The measure itself, earlier.", "> 1.5 × weekly volume 52 weeks earlier"),
        new("by", "A factor that depends on a field; without `otherwise` it is unknown for other codes.", "> baseline × by segment (private 1.1, otherwise 1.5)"),
        new("chance", "As many, or a share as large, come up by chance in fewer than one of a thousand quiet windows.", "beyond chance"),
        new("range", "The same with the chance that you name; without `at`, 0.1 %.", "above the expected range at 1%"),
    ];

    /// <summary>Behind `baseline from`.</summary>
    public static readonly ImmutableArray<ReferenceEntry> Methods =
    [
        new("median", "The middle one of the same windows of the weeks before.", "baseline from median of 8 weeks"),
        new("mean", "Their average.", "baseline from mean of 4 weeks"),
        new("same", "The middle one of the same weekdays before; for windows of a day.", "baseline from same weekday of 8 weeks"),
        new("trimmed", "Their average without the lowest and the highest (of 16 windows and more, an eighth at either end).", "baseline from trimmed mean of 8 weeks"),
        new("ewma", "An average in which each week counts for 30 % less than the one after it.", "baseline from ewma of 8 weeks"),
        new("per", "What the weeks before had for each bill, order or appointment, times those of this window.", "baseline from per exposure bills"),
        new("fixed", "A number that you agreed on; nothing is learned.", "baseline from fixed 120"),
    ];
}
